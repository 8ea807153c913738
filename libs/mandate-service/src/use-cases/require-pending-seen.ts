import { SynchroError } from '@synchro/sync-core/contract';
import { totalPending } from '@synchro/sync-core/domain';
import type { PendingCounts } from '@synchro/sync-core/domain';

/**
 * What waits is about to be told no more: the user must have been told how much that is.
 * @throws {SynchroError} `revision-outdated` with the counts now
 */
export function requirePendingSeen(counts: PendingCounts, seen: number): void {
  if (totalPending(counts) !== seen) throw new SynchroError('revision-outdated', { pending: counts });
}
