import { expect, it, vi } from 'vitest';
import type { HostBridge } from '../root/host-bridge.js';
import { deferredHost } from './deferred-host.js';

it('keeps what is said to a host until its bridge has come, in its order', async () => {
  const heard: string[] = [];
  const real: HostBridge = {
    command: ({ command }) => {
      heard.push(command);
      return Promise.resolve(true);
    },
    resize: (height) => void heard.push(`resize ${height}`),
    reserve(height) {
      heard.push(`reserve ${height}`);
      return () => void heard.push('give back');
    },
  };
  let arrive: (bridge: HostBridge) => void = () => undefined;
  const host = deferredHost(new Promise((resolve) => (arrive = resolve)));
  host.resize(40);
  const giveBack = host.reserve(540);
  const taken = host.command({ command: 'sign-in', mandateId: 'm1' });
  giveBack();
  expect(heard).toEqual([]);
  arrive(real);
  expect(await taken).toBe(true);
  await vi.waitFor(() => expect(heard).toEqual(['resize 40', 'reserve 540', 'sign-in', 'give back']), {
    timeout: 15_000,
  });
});
