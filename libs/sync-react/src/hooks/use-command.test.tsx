import { CallError, NotConnectedError } from '@synchro/sync-core/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { createQueryClient } from '../dialogs/create-query-client.js';
import { useCommand } from './use-command.js';

function setUp(outcomes: (Error | null)[]) {
  const keys: string[] = [];
  const queries = createQueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(
    () =>
      useCommand((_input: string, key) => {
        keys.push(key);
        const outcome = outcomes.shift() ?? null;
        return outcome === null ? Promise.resolve() : Promise.reject(outcome);
      }),
    { wrapper },
  );
  const send = (input: string) => act(() => result.current.mutateAsync(input).catch(() => undefined));
  return { keys, send };
}

describe('useCommand', () => {
  it.each([
    ['there was no answer', new NotConnectedError('no-answer')],
    ['the service failed midway', new CallError('internal-error', 500, '', {})],
  ])('is the same attempt again if %s', async (_, error) => {
    const { keys, send } = setUp([error, null]);
    await send('a');
    await send('a');
    expect(keys[0]).toBe(keys[1]);
  });

  it.each([
    ['a refusal', new CallError('revision-outdated', 409, '', {})],
    ['a success', null],
  ])('is a new attempt after %s', async (_, outcome) => {
    const { keys, send } = setUp([outcome, null]);
    await send('a');
    await send('a');
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('is a new attempt for another command', async () => {
    const { keys, send } = setUp([new NotConnectedError('silent'), null]);
    await send('a');
    await send('b');
    expect(keys[0]).not.toBe(keys[1]);
  });
});
