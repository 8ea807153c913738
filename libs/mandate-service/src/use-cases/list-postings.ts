import { SynchroError } from '@synchro/sync-core/contract';
import type { PostingDetail, PostingList, PostingSummary } from '@synchro/sync-core/contract';
import type { Instant } from '@synchro/sync-core/domain';
import { isAttached, present, requireAccounting, requireMandate, requirePosting } from './lookups.js';
import { entryMessage, lineMessage } from './messages.js';
import type { PostingRecord } from '../store/records.js';
import type { StoreReader, StoreTransaction } from '../store/store.js';
import { builtUponBy, exportsOf, offersReversal } from './undo-posting.js';

/** The history, newest first; of one accounting file, or of the whole mandate. */
export function listPostings(tx: StoreReader, mandateId: string, accountingFileId?: string): PostingList {
  requireMandate(tx, mandateId);
  const postings =
    accountingFileId === undefined
      ? tx.postings.by('mandateId', mandateId)
      : tx.postings.by('accountingFileId', requireAccounting(tx, mandateId, accountingFileId).id);
  const newestFirst = [...postings].sort((a, b) => b.sequence - a.sequence);
  return { items: newestFirst.map((posting) => postingSummary(tx, posting)) };
}

export function postingSummary(tx: StoreReader, posting: PostingRecord): PostingSummary {
  const blockedBy = posting.undoneAt === null ? builtUponBy(tx, posting) : null;
  return {
    id: posting.id,
    kind: posting.kind,
    accountingFile: posting.accountingFileId,
    postedAt: posting.postedAt,
    counts: posting.counts,
    arrivedAt: posting.arrivedAt,
    undoneAt: posting.undoneAt,
    exports: [...exportsOf(posting)],
    undo: {
      possible: posting.undoneAt === null && blockedBy === null && isAttached(tx, posting.accountingFileId),
      blockedBy,
      offersReversal: offersReversal(posting),
    },
  };
}

/** One posting with what it took in, a page at a time. */
export function getPosting(
  tx: StoreReader,
  input: {
    readonly mandateId: string;
    readonly postingId: string;
    readonly cursor: string | undefined;
    readonly limit: number;
  },
): PostingDetail {
  const posting = requirePosting(tx, input.mandateId, input.postingId);
  const from = input.cursor === undefined ? 0 : Number(input.cursor);
  if (!Number.isSafeInteger(from) || from < 0)
    throw new SynchroError('invalid-request', { field: 'cursor', reason: 'no page gave this cursor' });
  const items = tx.postingItems
    .page(posting.id, from, input.limit)
    .map(({ change, sourceId, before, after }) => {
      const shown = present(after ?? before ?? undefined, 'the entry of a posting item');
      const name = present(tx.files.get(sourceId), `file ${sourceId}`).path;
      return {
        change,
        source: {
          fileId: sourceId,
          name: name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1),
        },
        ...entryMessage(shown.entry),
        ...(change === 'changed' && before !== null
          ? { before: { lines: before.entry.lines.map(lineMessage) } }
          : {}),
      };
    });
  const nextCursor = items.length === input.limit ? String(from + items.length) : null;
  return { posting: postingSummary(tx, posting), items, nextCursor };
}

/**
 * The accounting has the entries: the host took them, or somebody imported the text. Saying it twice is saying it once.
 * @throws {SynchroError} `posting-already-undone`, `nothing-to-export`
 */
export function confirmArrival(
  tx: StoreTransaction,
  input: { readonly mandateId: string; readonly postingId: string; readonly now: Instant },
): PostingSummary {
  const posting = requirePosting(tx, input.mandateId, input.postingId);
  if (posting.undoneAt !== null) throw new SynchroError('posting-already-undone', { posting: posting.id });
  if (posting.kind === 'already-posted') throw new SynchroError('nothing-to-export', { posting: posting.id });
  const arrived = { ...posting, arrivedAt: posting.arrivedAt ?? input.now };
  tx.postings.put(arrived);
  return postingSummary(tx, arrived);
}
