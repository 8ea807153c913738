import { expect, it, vi } from 'vitest';
import { createMemoryStore } from './store/memory-store.js';
import type { LinkChangeRecord } from './store/records.js';
import { tellWhenOver } from './tell-when-over.js';

const restored: LinkChangeRecord = {
  id: 'change',
  mandateId: 'mandate',
  sequence: 1,
  kind: 'restored',
  at: '2026-08-04T09:00:00.000Z',
  undoneAt: null,
  moves: [],
};

it('L10b: a wall clock set back by two months makes no wait longer than ten minutes', () => {
  const store = createMemoryStore();
  store.transaction((tx) => tx.linkChanges.put(restored));
  const waits: number[] = [];
  let fire: (() => void) | null = null;
  const onOver = vi.fn();
  tellWhenOver(
    {
      store,
      clock: {
        now: () => '2026-06-05T09:00:00.000Z',
        elapsedMs: () => 0,
        after: (ms, run) => {
          waits.push(ms);
          fire = run;
          return () => undefined;
        },
      },
    },
    onOver,
  );
  expect(waits).toEqual([600_000]);
  (fire as (() => void) | null)?.();
  expect(onOver).toHaveBeenCalledOnce();
  expect(waits).toEqual([600_000, 600_000]);
});
