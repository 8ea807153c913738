import { QueryClientProvider } from '@tanstack/react-query';
import { createQueryClient } from '@synchro/sync-react';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useKeptTrue } from './use-kept-true.js';

it('misses nothing that is told while the first answer is on its way', async () => {
  const client = createQueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactElement => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const answers: ((answer: string) => void)[] = [];
  const read = () => new Promise<string>((resolve) => answers.push(resolve));
  const { result, rerender } = renderHook(({ signature }) => useKeptTrue(['files'], read, signature), {
    wrapper,
    initialProps: { signature: 'before' },
  });
  await waitFor(() => expect(answers).toHaveLength(1));
  rerender({ signature: 'after' });
  answers[0]?.('as it was before');
  await waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.('as it is now');
  await waitFor(() => expect(result.current.data).toBe('as it is now'));
});
