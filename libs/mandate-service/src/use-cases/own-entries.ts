import { totalPending } from '@synchro/sync-core/domain';
import type { EntriesFacts, EntryProblem, Instant, PendingCounts } from '@synchro/sync-core/domain';
import { entryFileOf } from './get-mandate.js';
import { accountingsOf, blockOf, problemsOf } from './lookups.js';
import type { FileRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';

/** Of more entries with problems than these it is counted how many there are, not what else they have. */
const PROBLEMS_READ = 1000;

/** What has become of the entries that a document's program writes; `null` where no entry file of it is attached. */
export function entriesFacts(tx: StoreReader, document: FileRecord): EntriesFacts | null {
  const fileId = entryFileOf(tx, document);
  if (fileId === null) return null;
  const block = blockOf(tx.sources.get(fileId));
  const { waiting, withProblems, since } = waitingOfSource(tx, document.mandateId, fileId, block);
  return {
    fileId,
    waiting,
    withProblems,
    since,
    problems: withProblems === 0 ? [] : problemsOfSource(tx, fileId, block),
    posted: tx.posted.count(fileId),
    lastPostedAt: lastPostedAt(tx, fileId),
  };
}

interface Waiting {
  readonly waiting: PendingCounts;
  readonly withProblems: number;
  readonly since: Instant | null;
}

/** Counted in every accounting file of the mandate, since an entry belongs to the period that it lies in [C6]. */
function waitingOfSource(
  tx: StoreReader,
  mandateId: string,
  fileId: string,
  block: EntryProblem | null,
): Waiting {
  const waiting = { new: 0, changed: 0, deleted: 0 };
  let withProblems = 0;
  const since: Instant[] = [];
  for (const { id, pendingSince } of accountingsOf(tx, mandateId)) {
    const tallies = tx.pending.tally(id).filter(({ sourceId }) => sourceId === fileId);
    if (tallies.length > 0 && pendingSince !== null) since.push(pendingSince);
    for (const tally of tallies) {
      waiting[tally.change] += tally.count;
      withProblems += tally.withProblems;
    }
  }
  return {
    waiting,
    withProblems: block === null ? withProblems : totalPending(waiting),
    since: since.toSorted()[0] ?? null,
  };
}

/** A source that cannot be trusted now is a problem of all its entries, as it is to posting [T2, T4]. */
function problemsOfSource(
  tx: StoreReader,
  sourceId: string,
  block: EntryProblem | null,
): EntriesFacts['problems'] {
  const withProblems = block === null ? true : undefined;
  const { items } = tx.pending.pageOfSource({ sourceId, withProblems, limit: PROBLEMS_READ });
  return items.map((pending) => problemsOf(pending, block));
}

/** When the latest posting was made that what is posted came by. */
function lastPostedAt(tx: StoreReader, sourceId: string): Instant | null {
  const moments = tx.posted.postings(sourceId).map((id) => tx.postings.get(id)?.postedAt ?? '');
  return moments.toSorted().at(-1) ?? null;
}
