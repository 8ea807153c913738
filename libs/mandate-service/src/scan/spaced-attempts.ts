import type { Clock } from '../environment.js';

/**
 * Attempts that are made ever more rarely while they fail, whatever asks for them: an attempt to write into a watched
 * folder raises hints itself, and would otherwise be repeated at once, without end [O7].
 */
export interface SpacedAttempts {
  /** @throws what the attempt throws; between two attempts, what the last one threw */
  attempt<T>(key: string, run: () => Promise<T>): Promise<T>;
}

const FIRST_WAIT_MS = 250;
const LAST_WAIT_MS = 30_000;

export function createSpacedAttempts(clock: Pick<Clock, 'elapsedMs'>): SpacedAttempts {
  const failed = new Map<
    string,
    { readonly waitMs: number; readonly nextAtMs: number; readonly cause: unknown }
  >();
  return {
    async attempt(key, run) {
      const before = failed.get(key);
      if (before !== undefined && clock.elapsedMs() < before.nextAtMs) throw before.cause;
      try {
        const result = await run();
        failed.delete(key);
        return result;
      } catch (cause) {
        const waitMs = before === undefined ? FIRST_WAIT_MS : Math.min(2 * before.waitMs, LAST_WAIT_MS);
        failed.set(key, { waitMs, nextAtMs: clock.elapsedMs() + waitMs, cause });
        throw cause;
      }
    },
  };
}
