import type { Instant } from '@synchro/sync-core/domain';
import { present } from './lookups.js';
import { refreshPending, touchAccountings } from './refresh-pending.js';
import type { VersionReader } from './version-reader.js';
import type { StoreTransaction } from '../store/store.js';

/** Takes an un-posting back: what the posting had posted is posted as it was. Nothing has been posted since. */
export function redoPosting(
  tx: StoreTransaction,
  versions: VersionReader,
  postingId: string,
  now: Instant,
): void {
  const posting = present(tx.postings.get(postingId), `posting ${postingId}`);
  if (posting.undoneAt === null) return;
  const items = [...tx.postingItems.all(postingId)];
  tx.posted.delete(items.flatMap(({ before }) => (before === null ? [] : [before.id])));
  tx.posted.insert(items.flatMap(({ after }) => (after === null ? [] : [after])));
  tx.postings.put({ ...posting, undoneAt: null });
  const touched = new Set([posting.accountingFileId]);
  for (const sourceId of new Set(items.map((item) => item.sourceId))) {
    if (present(tx.files.get(sourceId), `file ${sourceId}`).detachedAt !== null) continue; // [C5]
    for (const id of refreshPending(tx, versions, sourceId)) touched.add(id);
  }
  touchAccountings(tx, touched, now);
}
