import type { Instant } from '@synchro/sync-core/domain';
import type { StoreTransaction } from '../store/store.js';
import { attachedFilesOf } from './lookups.js';
import { refreshPending, touchAccountings } from './refresh-pending.js';
import type { VersionReader } from './version-reader.js';

/** Compares all entry files of a mandate anew, after one of its fiscal periods came or went [C6]. */
export function refreshSources(
  tx: StoreTransaction,
  versions: VersionReader,
  mandateId: string,
  now: Instant,
): void {
  const touched = new Set<string>();
  for (const { id, role } of attachedFilesOf(tx, mandateId))
    if (role === 'entries')
      for (const accountingFileId of refreshPending(tx, versions, id)) touched.add(accountingFileId);
  touchAccountings(tx, touched, now);
}
