import type { Clock } from '../environment.js';

/** A clock that stands still until it is told to go on; timers run in their order, at their time. */
export interface ManualClock extends Clock {
  readonly nowMs: () => number;
  /** Goes on by so many milliseconds; after each timer `settle` is awaited, so that what it started is over. */
  advance(ms: number, settle: () => Promise<void>): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export function createManualClock(start: string): ManualClock {
  let nowMs = Date.parse(start);
  const timers = new Set<Timer>();
  return {
    nowMs: () => nowMs,
    now: () => new Date(nowMs).toISOString(),
    elapsedMs: () => nowMs,
    after(ms, run) {
      const timer = { at: nowMs + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms, settle) {
      const end = nowMs + ms;
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        nowMs = Math.max(nowMs, next.at);
        timers.delete(next);
        next.run();
        await settle();
      }
      nowMs = end;
    },
  };
}
