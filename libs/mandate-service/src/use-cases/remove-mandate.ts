import type { Instant } from '@synchro/sync-core/domain';
import type { StoreTransaction } from '../store/store.js';
import { accountingsOf, attachedFilesOf, requireMandate } from './lookups.js';
import { addCounts, pendingCounts } from './pending-counts.js';
import { clearPending, touchAccountings } from './refresh-pending.js';
import { requirePendingSeen } from './require-pending-seen.js';

/**
 * The mandate is no longer kept here. Its files become free for other mandates, what waited is told no more, and what
 * was posted stays for when it is created again from its accounting file. On disk nothing is touched.
 * @returns the paths of its accounting files, whose claims are to be given up
 * @throws {SynchroError} `mandate-not-found`, `revision-outdated` if another number of entries waits than was seen
 */
export function removeMandate(
  tx: StoreTransaction,
  input: { readonly mandateId: string; readonly pendingSeen: number; readonly now: Instant },
): readonly string[] {
  const { mandateId, now } = input;
  const mandate = requireMandate(tx, mandateId);
  const waiting = accountingsOf(tx, mandateId).map(({ id }) => pendingCounts(tx, id).counts);
  requirePendingSeen(addCounts(waiting), input.pendingSeen);
  tx.mandates.put({ ...mandate, removedAt: now });
  const touched = new Set<string>();
  const accountingPaths: string[] = [];
  for (const file of attachedFilesOf(tx, mandateId)) {
    tx.files.put({ ...file, detachedAt: now });
    if (file.role === 'accounting') accountingPaths.push(file.path);
    for (const accountingFileId of clearPending(tx, file.id)) touched.add(accountingFileId);
  }
  touchAccountings(tx, touched, now);
  return accountingPaths;
}
