import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DisconnectReason } from './connection.js';
import { scopeStreams } from './scope-streams.js';
import { notingObserver, scriptedScopes } from './scripted-scopes.js';
import type { WatchHandle } from './watch-stream.js';

const SCOPES = ['a', 'b', 'c'] as const;
type ScopeName = (typeof SCOPES)[number];

type Action =
  | { readonly type: 'watch'; readonly scope: ScopeName }
  | { readonly type: 'stop' | 'pause' | 'resume' | 'retryNow'; readonly which: number }
  | { readonly type: 'change'; readonly scope: ScopeName }
  | { readonly type: 'answer' | 'end' | 'turn' }
  | { readonly type: 'refuse'; readonly reason: DisconnectReason }
  | { readonly type: 'pass'; readonly ms: number };

const scope = fc.constantFrom(...SCOPES);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('watch' as const), scope }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('stop' as const, 'pause' as const, 'resume' as const, 'retryNow' as const),
      which: fc.nat(9),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('change' as const), scope }) },
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constantFrom('answer' as const, 'end' as const, 'turn' as const) }),
  },
  fc.record({
    type: fc.constant('refuse' as const),
    reason: fc.constantFrom<DisconnectReason>('overloaded', 'too-old', 'no-answer'),
  }),
  fc.record({ type: fc.constant('pass' as const), ms: fc.nat(40_000) }),
);

/** The page and the service in one: what is watched, what is true, and who has been told what. */
function aPage() {
  const service = scriptedScopes();
  const streams = scopeStreams({ open: service.open, now: Date.now, random: () => 0.5 });
  const revisions = { a: 1, b: 1, c: 1 };
  const watches: {
    readonly scope: ScopeName;
    readonly observer: ReturnType<typeof notingObserver>;
    readonly handle: WatchHandle;
    status: 'listening' | 'paused' | 'stopped';
    /** How much it had been told when it was stopped. */
    toldAtStop: number;
  }[] = [];
  const truth = (name: string) => ({ scope: name, revision: revisions[name as ScopeName] });
  const told = ({ observer }: (typeof watches)[number]) =>
    observer.snapshots.length + observer.connections.length;
  const sendTo = (wanted: (isAnswered: boolean) => boolean) => {
    for (const stream of service.live())
      if (wanted(stream.isAnswered)) stream.send(...stream.scopes.map(truth));
  };

  return {
    service,
    watches,
    told,
    truth,
    sendToAll: () => sendTo(() => true),
    async act(given: Action): Promise<void> {
      switch (given.type) {
        case 'watch': {
          const observer = notingObserver();
          const handle = streams.watch(JSON.stringify(given.scope), observer);
          watches.push({ scope: given.scope, observer, handle, status: 'listening', toldAtStop: 0 });
          return;
        }
        case 'stop':
        case 'pause':
        case 'resume':
        case 'retryNow': {
          const watch = watches[given.which];
          if (watch === undefined) return;
          watch.handle[given.type]();
          if (watch.status === 'stopped' || given.type === 'retryNow') return;
          watch.status = ({ stop: 'stopped', pause: 'paused', resume: 'listening' } as const)[given.type];
          watch.toldAtStop = told(watch);
          return;
        }
        case 'change':
          revisions[given.scope] += 1;
          sendTo((isAnswered) => isAnswered);
          return;
        case 'answer':
          sendTo((isAnswered) => !isAnswered);
          return;
        case 'refuse':
          service.live().forEach((stream) => !stream.isAnswered && stream.refuse(given.reason));
          return;
        case 'end':
          service.live().forEach((stream) => stream.isAnswered && stream.end());
          return;
        case 'turn':
          await vi.advanceTimersByTimeAsync(0);
          return;
        case 'pass':
          await vi.advanceTimersByTimeAsync(given.ms);
          return;
      }
    },
  };
}

describe('scopeStreams', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('whatever happens: ends up telling every watch the newest of its scope, over one stream', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40, size: 'max' }), async (actions) => {
        const page = aPage();
        for (const given of actions) {
          await page.act(given);
          expect(page.service.live().length).toBeLessThanOrEqual(2);
        }

        // From here on the service is there; no wait is longer than 30 s.
        for (let second = 0; second < 40; second += 5) {
          await vi.advanceTimersByTimeAsync(5_000);
          page.sendToAll();
        }
        await vi.advanceTimersByTimeAsync(0);

        const listening = page.watches.filter(({ status }) => status === 'listening');
        const wanted = [...new Set(listening.map(({ scope }) => scope))].sort();
        expect(page.service.live().map(({ scopes }) => scopes)).toEqual(wanted.length > 0 ? [wanted] : []);
        for (const { scope, observer } of listening) {
          expect(observer.statuses().at(-1)).toBe('connected');
          expect(observer.snapshots.at(-1)).toEqual(page.truth(scope));
        }
        for (const watch of page.watches) {
          const { observer, scope, status, toldAtStop } = watch;
          const revisions = observer.snapshots.map((snapshot) => (snapshot as { revision: number }).revision);
          expect(
            observer.snapshots.every((snapshot) => 'scope' in snapshot && snapshot.scope === scope),
          ).toBe(true);
          expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
          if (status !== 'listening') expect(page.told(watch)).toBe(toldAtStop);
        }

        for (const { handle } of page.watches) handle.stop();
        expect([page.service.live(), vi.getTimerCount()]).toEqual([[], 0]);
      }),
      { numRuns: 300 },
    );
  });
});
