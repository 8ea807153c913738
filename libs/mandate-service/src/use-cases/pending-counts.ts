import type { PendingCounts } from '@synchro/sync-core/domain';
import { blockOf } from './lookups.js';
import type { StoreReader } from '../store/store.js';

/** What waits in an accounting file, and how much of it would stay behind if all were posted now. */
export function pendingCounts(
  tx: StoreReader,
  accountingFileId: string,
): { readonly counts: PendingCounts; readonly withProblems: number } {
  const counts = { new: 0, changed: 0, deleted: 0 };
  let withProblems = 0;
  for (const tally of tx.pending.tally(accountingFileId)) {
    counts[tally.change] += tally.count;
    withProblems += blockOf(tx.sources.get(tally.sourceId)) === null ? tally.withProblems : tally.count;
  }
  return { counts, withProblems };
}

/** Of several counts, what they come to. */
export function addCounts(all: readonly PendingCounts[]): PendingCounts {
  const sum = { new: 0, changed: 0, deleted: 0 };
  for (const counts of all)
    for (const change of ['new', 'changed', 'deleted'] as const) sum[change] += counts[change];
  return sum;
}
