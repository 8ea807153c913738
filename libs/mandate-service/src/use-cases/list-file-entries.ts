import { SynchroError } from '@synchro/sync-core/contract';
import type { FileEntryItem, FileEntryPage, FileEntryQuery } from '@synchro/sync-core/contract';
import type { EntryProblem } from '@synchro/sync-core/domain';
import { numbersOfPending } from './file-entry-numbers.js';
import { entryFileOf } from './get-mandate.js';
import { blockOf, present, problemsOf, requireFile } from './lookups.js';
import { entryMessage, problemMessage } from './messages.js';
import type { VersionReader } from './version-reader.js';
import type { PendingRecord, PostedRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';

interface SourcePage {
  readonly sourceId: string;
  readonly after: string | undefined;
  readonly limit: number;
}

/**
 * One page of what has become of the entries of an entry file, or of the one that a document's program writes [F1].
 * @throws {SynchroError} `invalid-request` for a cursor that no page gave
 */
export function listFileEntries(
  tx: StoreReader,
  versions: VersionReader,
  input: { readonly mandateId: string; readonly fileId: string; readonly query: FileEntryQuery },
): FileEntryPage {
  const file = requireFile(tx, input.mandateId, input.fileId);
  const sourceId = file.role === 'entries' ? file.id : entryFileOf(tx, file);
  if (sourceId === null) return { items: [], nextCursor: null };
  const { state, cursor: after, limit } = input.query;
  const page = { sourceId, after, limit };
  try {
    switch (state) {
      case 'posted':
        return postedPage(tx, page);
      case 'waiting':
      case 'problems':
        return pendingPage(tx, versions, page, state);
    }
  } catch (error) {
    if (error instanceof RangeError)
      throw new SynchroError('invalid-request', { field: 'cursor', reason: 'no page gave this cursor' });
    throw error;
  }
}

function postedPage(tx: StoreReader, page: SourcePage): FileEntryPage {
  const { items, nextCursor } = tx.posted.page(page);
  return { items: items.map((posted) => postedItem(tx, posted)), nextCursor };
}

function postedItem(tx: StoreReader, { id, numbers, entry, postingId }: PostedRecord): FileEntryItem {
  const { postedAt } = present(tx.postings.get(postingId), `posting ${postingId}`);
  return {
    id,
    change: null,
    numbers: ascending(numbers),
    ...entryMessage(entry),
    problems: [],
    posting: { id: postingId, postedAt },
  };
}

/** All of a source that cannot be trusted now have problems, so none of them merely waits. */
function pendingPage(
  tx: StoreReader,
  versions: VersionReader,
  page: SourcePage,
  state: 'waiting' | 'problems',
): FileEntryPage {
  const block = blockOf(tx.sources.get(page.sourceId));
  if (block !== null && state === 'waiting') return { items: [], nextCursor: null };
  const withProblems = block === null ? state === 'problems' : undefined;
  const { items, nextCursor } = tx.pending.pageOfSource({ ...page, withProblems });
  const numbers = numbersOfPending(tx, versions, page.sourceId, items);
  return {
    items: items.map((pending) => pendingItem(pending, numbers.get(pending.id) ?? [], block)),
    nextCursor,
  };
}

function pendingItem(
  pending: PendingRecord,
  numbers: readonly number[],
  block: EntryProblem | null,
): FileEntryItem {
  const { id, change, after, before } = pending;
  return {
    id,
    change,
    numbers: ascending(numbers),
    ...entryMessage(present(after ?? before ?? undefined, `the entry of ${id}`)),
    problems: problemsOf(pending, block).map(problemMessage),
    posting: null,
  };
}

const ascending = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);
