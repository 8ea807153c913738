import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scopeStreams } from './scope-streams.js';
import type { WatchObserver } from './scope-streams.js';
import { notingObserver, scriptedScopes } from './scripted-scopes.js';
import type { WatchHandle } from './watch-stream.js';

const T0 = Date.UTC(2026, 5, 5, 9);
/** Lets everything happen that waits for no clock. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('scopeStreams', () => {
  let service: ReturnType<typeof scriptedScopes>;
  let watch: (scope: string, observer?: WatchObserver<unknown>) => WatchHandle;
  let handles: WatchHandle[];

  beforeEach(() => {
    vi.useFakeTimers({ now: T0 });
    service = scriptedScopes();
    const streams = scopeStreams({ open: service.open, now: Date.now, random: () => 0 });
    handles = [];
    watch = (scope, observer = notingObserver()) => {
      const handle = streams.watch(JSON.stringify(scope), observer);
      handles.push(handle);
      return handle;
    };
  });
  afterEach(() => {
    for (const handle of handles) handle.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(service.live()).toEqual([]);
    vi.useRealTimers();
  });

  const asked = () => service.streams.map(({ scopes }) => scopes.join());
  const live = () => service.live().map(({ scopes }) => scopes.join());
  const send = async (index: number, ...snapshots: object[]) => {
    service.streams[index]?.send(...snapshots);
    await settle();
  };
  /** Watches of these scopes, connected, each with revision 1. */
  async function connected(...scopes: string[]) {
    const watches = scopes.map((scope) => {
      const observer = notingObserver();
      return { observer, handle: watch(scope, observer) };
    });
    await settle();
    await send(0, ...scopes.map(() => ({ revision: 1 })));
    return watches;
  }

  it('asks once for all that is watched in one turn, and tells each its own', async () => {
    const [a, b, c] = [notingObserver(), notingObserver(), notingObserver()];
    watch('b', b);
    watch('a', a);
    watch('c', c);
    await settle();
    expect(asked()).toEqual(['a,b,c']);
    await send(0, { revision: 1 }, { revision: 2 }, { revision: 3 });
    for (const { connections } of [a, b, c])
      expect(connections).toEqual([{ status: 'connected', since: T0 }]);
    await send(0, { revision: 1 }, { revision: 5 }, { revision: 3 });
    expect([a, b, c].map(({ snapshots }) => snapshots)).toEqual([
      [{ revision: 1 }],
      [{ revision: 2 }, { revision: 5 }],
      [{ revision: 3 }],
    ]);
  });

  it('keeps the old stream until the new one has brought its first: the others see nothing of it', async () => {
    const [a] = await connected('a');
    const b = notingObserver();
    watch('b', b);
    await settle();
    expect(live()).toEqual(['a', 'a,b']);
    await send(0, { revision: 2 });
    expect(b.connections).toEqual([]);
    await send(1, { revision: 2 }, { revision: 9 });
    expect(live()).toEqual(['a,b']);
    expect(a?.observer.connections).toEqual([{ status: 'connected', since: T0 }]);
    expect(a?.observer.snapshots).toEqual([{ revision: 1 }, { revision: 2 }]);
    expect(b.statuses()).toEqual(['connected']);
    expect(b.snapshots).toEqual([{ revision: 9 }]);
  });

  it('tells a scope that is followed already at once, without another stream', async () => {
    await connected('a');
    const again = notingObserver();
    watch('a', again);
    await settle();
    expect(asked()).toEqual(['a']);
    expect(again.connections).toEqual([{ status: 'connected', since: T0 }]);
    expect(again.snapshots).toEqual([{ revision: 1 }]);
  });

  it('leaves a scope out that nobody watches any more, and the others see nothing of it', async () => {
    const [a, b] = await connected('a', 'b');
    b?.handle.stop();
    await settle();
    await send(0, { revision: 2 }, { revision: 2 });
    await send(1, { revision: 3 });
    expect(live()).toEqual(['a']);
    expect(a?.observer.statuses()).toEqual(['connected']);
    expect(a?.observer.snapshots).toEqual([{ revision: 1 }, { revision: 2 }, { revision: 3 }]);
    expect(b?.observer.snapshots).toEqual([{ revision: 1 }]);
  });

  it('asks for nothing new where one leaves and comes back in one turn', async () => {
    const [a] = await connected('a', 'b');
    a?.handle.stop();
    watch('a');
    await settle();
    expect(asked()).toEqual(['a,b']);
  });

  it('holds two streams at most, however often it changes meanwhile', async () => {
    await connected('a');
    for (const scope of ['b', 'c', 'd']) {
      watch(scope);
      await settle();
      expect(live()).toHaveLength(2);
    }
    await send(3, ...[1, 2, 3, 4].map((revision) => ({ revision })));
    expect(live()).toEqual(['a,b,c,d']);
  });

  it.each(['no-answer', 'access-denied', 'too-old', 'overloaded', 'service-error'] as const)(
    'tells all of a new stream that fails: %s',
    async (reason) => {
      const [a] = await connected('a');
      const b = notingObserver();
      watch('b', b);
      await settle();
      service.streams[1]?.refuse(reason);
      await settle();
      expect(live()).toEqual([]);
      for (const observer of [a?.observer, b])
        expect(observer?.connections.at(-1)).toMatchObject({ status: 'reconnecting', reason, since: T0 });
      await vi.advanceTimersByTimeAsync(5_000);
      await send(2, { revision: 1 }, { revision: 1 });
      expect([asked()[2], a?.observer.statuses().at(-1), b.statuses().at(-1)]).toEqual([
        'a,b',
        'connected',
        'connected',
      ]);
    },
  );

  it('tells all of a silence, and of the end', async () => {
    const watches = await connected('a', 'b');
    await vi.advanceTimersByTimeAsync(25_000);
    for (const { observer } of watches)
      expect(observer.connections.at(-1)).toMatchObject({ reason: 'silent', since: T0 + 25_000 });
    await vi.advanceTimersByTimeAsync(250);
    await send(1, { revision: 2 }, { revision: 2 });
    service.streams[1]?.end();
    await settle();
    for (const { observer } of watches)
      expect(observer.connections.at(-1)).toMatchObject({ reason: 'no-answer', since: T0 + 25_250 });
  });

  it('tells who joins meanwhile why there is no connection, and asks for it with the next try', async () => {
    await connected('a');
    service.streams[0]?.end();
    await settle();
    const b = notingObserver();
    watch('b', b);
    await settle();
    expect(b.connections).toMatchObject([{ status: 'reconnecting', reason: 'no-answer' }]);
    expect(asked()).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(250);
    expect(asked()).toEqual(['a', 'a,b']);
  });

  it('asks again for all where one joins while the first stream is being opened', async () => {
    const [a, b] = [notingObserver(), notingObserver()];
    watch('a', a);
    await settle();
    watch('b', b);
    await settle();
    expect(live()).toEqual(['a,b']);
    await send(1, { revision: 1 }, { revision: 2 });
    expect([a.statuses(), b.snapshots]).toEqual([['connected'], [{ revision: 2 }]]);
  });

  it('leaves the scope of a paused watch out, and closes at once where all are paused', async () => {
    const [a, b] = await connected('a', 'b');
    b?.handle.pause();
    expect(b?.observer.connections.at(-1)).toEqual({ status: 'paused', since: T0 });
    await settle();
    await send(1, { revision: 2 });
    expect(live()).toEqual(['a']);
    vi.setSystemTime(T0 + 3_000);
    a?.handle.pause();
    expect(live()).toEqual([]);
    expect(a?.observer.connections.at(-1)).toEqual({ status: 'paused', since: T0 + 3_000 });

    b?.handle.resume();
    await settle();
    expect(asked()).toEqual(['a,b', 'a', 'b']);
    await send(2, { revision: 1 });
    expect(b?.observer.statuses()).toEqual(['connected', 'paused', 'connecting', 'connected']);
    expect(b?.observer.snapshots).toEqual([{ revision: 1 }]);
    expect(a?.observer.statuses()).toEqual(['connected', 'paused']);
  });

  it('opens one stream where a page is shown again and its banners hear of it one after the other', async () => {
    const watches = await connected('a', 'b', 'c');
    const inTurn = async (act: (handle: WatchHandle) => void) => {
      for (const { handle } of watches) {
        act(handle);
        await Promise.resolve();
      }
    };
    await inTurn((handle) => handle.pause());
    expect([asked(), live()]).toEqual([['a,b,c'], []]);
    await inTurn((handle) => handle.resume());
    await settle();
    expect(asked()).toEqual(['a,b,c', 'a,b,c']);
  });

  it('tries for all at once when one asks; a paused one asks for nothing', async () => {
    const [a, b] = await connected('a', 'b');
    service.streams[0]?.end();
    await settle();
    b?.handle.pause();
    b?.handle.retryNow();
    await settle();
    expect(asked()).toEqual(['a,b']);
    a?.handle.retryNow();
    await settle();
    expect(asked()).toEqual(['a,b', 'a']);
  });

  it('keeps nothing after the last has stopped, and begins anew with the next', async () => {
    const watches = await connected('a', 'b');
    for (const { handle } of watches) handle.stop();
    expect([live(), vi.getTimerCount()]).toEqual([[], 0]);
    for (const { handle, observer } of watches) {
      handle.pause();
      handle.resume();
      handle.retryNow();
      expect(observer.statuses()).toEqual(['connected']);
    }
    const later = notingObserver();
    watch('a', later);
    await settle();
    expect([asked(), later.connections]).toEqual([['a,b', 'a'], []]);
  });

  it('tells nothing more to a watch that another one stops when it is told', async () => {
    const b = notingObserver();
    const stopB = () => handles[1]?.stop();
    watch('a', { onSnapshot: stopB, onConnection: () => undefined });
    watch('b', b);
    await settle();
    await send(0, { revision: 1 }, { revision: 1 });
    expect([b.connections, b.snapshots]).toEqual([[], []]);
  });

  it('tells nothing more of a connection that another one closes when it is told', async () => {
    const b = notingObserver();
    const both = (act: 'pause' | 'resume') => {
      for (const handle of handles) handle[act]();
    };
    const closeAndOpen = () => {
      both('pause');
      both('resume');
    };
    watch('a', { onSnapshot: closeAndOpen, onConnection: () => undefined });
    watch('b', b);
    await settle();
    await send(0, { revision: 1 }, { revision: 1 });
    expect(b.statuses()).toEqual(['paused', 'connecting']);
    expect([asked(), b.snapshots]).toEqual([['a,b', 'a,b'], []]);
  });

  it.each([['connected'], ['reconnecting']] as const)(
    'tells a watch that another one pauses neither that it is connected nor why not: %s',
    async (status) => {
      const b = notingObserver();
      watch('a', {
        onSnapshot: () => undefined,
        onConnection: (connection) => {
          if (connection.status === status) handles[1]?.pause();
        },
      });
      watch('b', b);
      await settle();
      await send(0, { revision: 1 }, { revision: 1 });
      service.streams[0]?.end();
      await settle();
      expect(b.statuses()).toEqual(status === 'connected' ? ['paused'] : ['connected', 'paused']);
    },
  );

  it('dates what a paused watch shows from when its connection was lost', async () => {
    const [a] = await connected('a');
    await vi.advanceTimersByTimeAsync(6_000);
    service.streams[0]?.end();
    await vi.advanceTimersByTimeAsync(100);
    a?.handle.pause();
    expect(a?.observer.connections.at(-1)).toEqual({ status: 'paused', since: T0 + 6_000 });
    a?.handle.resume();
    await vi.advanceTimersByTimeAsync(100);
    a?.handle.pause();
    expect(a?.observer.connections.at(-1)).toEqual({ status: 'paused', since: T0 + 6_000 });
  });

  it('does not let an error of one observer reach the others', async () => {
    const reported: unknown[] = [];
    const report = (error: unknown) => void reported.push(error);
    vi.stubGlobal('queueMicrotask', (act: () => void) => {
      try {
        act();
      } catch (error) {
        report(error);
      }
    });
    const error = new Error('The banner is broken.');
    const broken = () => {
      throw error;
    };
    const b = notingObserver();
    watch('a', { onSnapshot: broken, onConnection: broken });
    watch('b', b);
    await settle();
    await send(0, { revision: 1 }, { revision: 1 });
    vi.unstubAllGlobals();
    expect(reported).toEqual([error, error]);
    expect([b.statuses(), b.snapshots]).toEqual([['connected'], [{ revision: 1 }]]);
  });
});
