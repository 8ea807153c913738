import type { Environment } from '../environment.js';
import { createLinkMemory } from './link-memory.js';
import { createPeriodMemory } from './period-memory.js';
import { scanMandate } from './scan-mandate.js';
import { createSightings } from './sightings.js';

/**
 * Runs scans when something hints at a change, one at a time per mandate, and again when a scan said that something
 * has to be waited for.
 */
export interface ScanScheduler {
  /** Something may have changed in the mandate's files. */
  hint(mandateId: string): void;
  /** Scans now; resolves when the mandate is up to what its files were at the call. */
  scan(mandateId: string): Promise<void>;
  /** Resolves when no scan runs and none is to follow at once (waiting ones for quiet or wholeness do not count). */
  idle(): Promise<void>;
  close(): Promise<void>;
}

interface Lane {
  running: Promise<void> | null;
  again: boolean;
  cancelTimer: (() => void) | null;
}

/** A scan that failed as a whole (its checks fail one by one, see `failed-checks.ts`) is repeated after this time. */
const RETRY_MS = 5_000;

export function createScanScheduler(env: Environment): ScanScheduler {
  const sightings = createSightings(env.clock.elapsedMs);
  const memory = { links: createLinkMemory(env.clock.elapsedMs), periods: createPeriodMemory() };
  const lanes = new Map<string, Lane>();
  let isClosed = false;

  const laneOf = (mandateId: string): Lane => {
    let lane = lanes.get(mandateId);
    if (lane === undefined) lanes.set(mandateId, (lane = { running: null, again: false, cancelTimer: null }));
    return lane;
  };

  // Functions, since both may change while a scan waits.
  const isOver = () => isClosed;
  const isHinted = ({ again }: Lane) => again;

  const run = async (mandateId: string, lane: Lane): Promise<void> => {
    do {
      lane.again = false;
      lane.cancelTimer?.();
      lane.cancelTimer = null;
      try {
        const waitMs = await scanMandate(env, mandateId, sightings, memory);
        // A millisecond more, so that a timer that fires early does not find the wait one short of over.
        if (waitMs !== null && !isOver())
          lane.cancelTimer = env.clock.after(waitMs + 1, () => hint(mandateId));
      } catch (cause) {
        env.onTrouble(`scanning mandate ${mandateId}`, cause);
        if (!isOver()) lane.cancelTimer = env.clock.after(RETRY_MS, () => hint(mandateId));
      }
    } while (isHinted(lane) && !isOver());
    lane.running = null; // In the same turn as the check above, so that no hint falls between the two.
  };

  const hint = (mandateId: string): void => {
    if (isClosed) return;
    const lane = laneOf(mandateId);
    lane.again = true;
    lane.running ??= run(mandateId, lane);
  };

  return {
    hint,
    async scan(mandateId) {
      hint(mandateId);
      await laneOf(mandateId).running;
    },
    async idle() {
      await Promise.all([...lanes.values()].flatMap(({ running }) => (running === null ? [] : [running])));
    },
    async close() {
      isClosed = true;
      for (const lane of lanes.values()) lane.cancelTimer?.();
      await this.idle();
    },
  };
}
