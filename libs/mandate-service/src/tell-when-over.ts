import type { Environment } from './environment.js';
import { isTold, TOLD_FOR_MS } from './use-cases/restored-facts.js';

/**
 * Tells when a restored link is no longer to be told: then nothing changes but the time [L10a]. One timer, for the next
 * that is over.
 */
export function tellWhenOver(
  { store, clock }: Pick<Environment, 'store' | 'clock'>,
  tell: () => void,
): {
  /** A correction is made or taken back. */
  outdate(): void;
  /** To be called after a transaction. */
  renew(): void;
  close(): void;
} {
  let isOutdated = true;
  let cancel: (() => void) | null = null;
  const renew = (): void => {
    if (!isOutdated) return;
    isOutdated = false;
    cancel?.();
    const now = clock.now();
    const told = store.read((tx) => tx.linkChanges.all().filter((change) => isTold(change, now)));
    const leftMs = told.map(({ at }) => Date.parse(at) + TOLD_FOR_MS - Date.parse(now));
    // One that fires a moment early finds it told still, and is set again. Where the wall clock was set back since, more
    // than all of it is left: looking again then is right, however the clock is set next.
    cancel = leftMs.length === 0 ? null : clock.after(Math.max(1, Math.min(TOLD_FOR_MS, ...leftMs)), over);
  };
  const over = (): void => {
    tell();
    isOutdated = true;
    renew();
  };
  renew();
  return { outdate: () => void (isOutdated = true), renew, close: () => cancel?.() };
}
