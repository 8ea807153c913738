import type { WatchObserver } from '@synchro/sync-core/client';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import type { Overview } from '../contract-types.js';
import { createDomHostBridge } from '../root/host-bridge.js';
import { SynchroContext } from '../root/synchro-context.js';
import { fakeClient } from '../testing/fake-client.js';
import { useOverview } from './use-overview.js';

const overview: Overview = {
  revision: 3,
  mandates: [],
  notifications: [],
  account: null,
  capabilities: [],
  service: { version: '0.1.0', startedAt: '2026-06-04T14:30:00.000Z' },
};

describe('useOverview', () => {
  it('keeps what it knows while it is not connected', () => {
    let observer: WatchObserver<Overview> | undefined;
    const fake = fakeClient();
    const client: typeof fake.client = {
      ...fake.client,
      watch: (operation, input, given) => {
        observer = given as unknown as WatchObserver<Overview>;
        return fake.client.watch(operation, input, given);
      },
    };
    const context = {
      client,
      locale: 'fr' as const,
      t: (key: string) => key,
      host: createDomHostBridge(document.body),
      now: () => 1_000,
    };
    const wrapper = ({ children }: { readonly children: ReactNode }) => (
      <SynchroContext value={context}>{children}</SynchroContext>
    );
    const { result, unmount } = renderHook(useOverview, { wrapper });
    expect(result.current.overview).toBeNull();
    act(() => {
      observer?.onConnection({ status: 'connected', since: 0 });
      observer?.onSnapshot(overview);
    });
    expect(result.current).toMatchObject({ overview, staleSince: null });
    act(() => observer?.onConnection({ status: 'reconnecting', reason: 'silent', since: 500, retryAt: 900 }));
    expect(result.current).toMatchObject({ overview, staleSince: 500 });
    result.current.retry();
    unmount();
    expect(fake.asked).toEqual(['retryNow', 'stop']);
  });
});
