import { SynchroError } from '@synchro/sync-core/contract';
import type { Instant } from '@synchro/sync-core/domain';
import type { FileRecord } from '../store/records.js';
import type { StoreTransaction } from '../store/store.js';
import { detachEntryFile } from './attach-listed-files.js';
import { waitingCounts } from './get-mandate.js';
import { accountingsOf, isAttached, present, requireFile } from './lookups.js';
import { refreshSources } from './refresh-sources.js';
import { requirePendingSeen } from './require-pending-seen.js';
import type { VersionReader } from './version-reader.js';

/**
 * The file no longer belongs to its mandate, and does not come back by itself; what was posted from it, or in it,
 * stays in the history and never counts as deleted [C5].
 * @returns the file as it was
 * @throws {SynchroError} `mandate-not-found`, `file-not-found`, `last-accounting-file`, `revision-outdated` if another
 *   number of its entries waits than was seen
 */
export function detachFile(
  tx: StoreTransaction,
  versions: VersionReader,
  input: {
    readonly mandateId: string;
    readonly fileId: string;
    readonly pendingSeen: number;
    readonly now: Instant;
  },
): FileRecord {
  const { mandateId, now } = input;
  const file = requireFile(tx, mandateId, input.fileId);
  if (file.role === 'accounting' && accountingsOf(tx, mandateId).length === 1)
    throw new SynchroError('last-accounting-file', { mandate: mandateId, file: file.id });
  requirePendingSeen(waitingCounts(tx, file), input.pendingSeen);
  const dismissed = { ...file, isDismissed: true };
  switch (file.role) {
    case 'document':
      tx.files.put({ ...dismissed, detachedAt: now });
      break;
    case 'entries':
      detachEntryFile(tx, dismissed, now);
      break;
    case 'accounting':
      tx.files.put({ ...dismissed, detachedAt: now });
      unlist(tx, file, now);
      refreshSources(tx, versions, mandateId, now);
      break;
  }
  return file;
}

/** The entry files that no other fiscal period lists go with the one that did. */
function unlist(tx: StoreTransaction, accountingFile: FileRecord, now: Instant): void {
  for (const source of tx.sources.by('mandateId', accountingFile.mandateId)) {
    const listedBy = source.listedBy.filter((by) => by.accountingFileId !== accountingFile.id);
    if (listedBy.length === source.listedBy.length) continue;
    tx.sources.put({ ...source, listedBy });
    if (listedBy.length === 0 && isAttached(tx, source.id))
      detachEntryFile(tx, present(tx.files.get(source.id), `file ${source.id}`), now);
  }
}
