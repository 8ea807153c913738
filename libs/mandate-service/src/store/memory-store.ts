import { createMemoryPending } from './memory-pending.js';
import { createMemoryPosted } from './memory-posted.js';
import { MemoryTable } from './memory-table.js';
import type { Grouping } from './memory-table.js';
import { MemoryTransactions } from './memory-transactions.js';
import { SortedView } from './ordered-rows.js';
import type { PostingItemRecord, VersionRecord } from './records.js';
import { recordIndexes } from './store.js';
import type { MandateStore, PostingItems, Records, StoreTransaction } from './store.js';

/**
 * A store that lives as long as the process: for the world of the tests and the mocked development mode.
 *
 * Records are frozen when they come in and handed out as they are, which costs a tenth of a copy; only bytes, which
 * cannot be frozen, are copied at the border.
 */
export function createMemoryStore(): MandateStore {
  const transactions = new MemoryTransactions();
  const tx: StoreTransaction = {
    agents: recordsOf(transactions, recordIndexes.agents),
    mandates: recordsOf(transactions, recordIndexes.mandates),
    files: recordsOf(transactions, recordIndexes.files),
    links: recordsOf(transactions, recordIndexes.links),
    linkChanges: recordsOf(transactions, recordIndexes.linkChanges),
    accountings: recordsOf(transactions, recordIndexes.accountings),
    charts: recordsOf(transactions, recordIndexes.charts),
    sources: recordsOf(transactions, recordIndexes.sources),
    versions: copiedBytes(recordsOf(transactions, recordIndexes.versions)),
    twins: recordsOf(transactions, recordIndexes.twins),
    postings: recordsOf(transactions, recordIndexes.postings),
    answers: recordsOf(transactions, recordIndexes.answers),
    posted: createMemoryPosted(transactions),
    pending: createMemoryPending(transactions),
    postingItems: postingItems(transactions),
  };
  return {
    transaction: (use) => transactions.run('writing', () => use(tx)),
    read: (use) => transactions.run('reading', () => use(tx)),
  };
}

function recordsOf<R extends { readonly id: string }, I extends Extract<keyof R, string>>(
  transactions: MemoryTransactions,
  indexes: readonly I[],
): Records<R, I> {
  const groupings = Object.fromEntries(
    indexes.map((index): [string, Grouping<R>] => [index, (record) => String(record[index])]),
  ) as Record<I, Grouping<R>>;
  const table = new MemoryTable<R, I>(transactions, ({ id }) => id, groupings);
  return {
    get: (id) => table.get(id),
    all: () => table.all(),
    by: (index, value) => (table.group(index, value)?.list() ?? []).map(({ record }) => record),
    put: (record) => table.put(record),
    delete: (id) => table.delete(id),
  };
}

function copiedBytes(versions: Records<VersionRecord>): Records<VersionRecord> {
  const copy = (record: VersionRecord): VersionRecord => ({ ...record, bytes: record.bytes.slice() });
  return {
    get(id) {
      const record = versions.get(id);
      return record && copy(record);
    },
    all: () => versions.all().map(copy),
    by: (index, value) => versions.by(index, value).map(copy),
    put: (record) => versions.put(copy(record)),
    delete: (id) => versions.delete(id),
  };
}

function postingItems(transactions: MemoryTransactions): PostingItems {
  const table = new MemoryTable<PostingItemRecord, 'posting' | 'takenFrom'>(
    transactions,
    ({ postingId, position }) => `${postingId}\n${position}`,
    { posting: ({ postingId }) => postingId, takenFrom: ({ before }) => before?.postingId ?? null },
  );
  const byPosition = new SortedView<PostingItemRecord>((a, b) => a.record.position - b.record.position);
  const inOrder = (postingId: string) => byPosition.of(table.group('posting', postingId));
  return {
    insert(items) {
      for (const item of items) table.insert(item);
    },
    page: (postingId, fromPosition, limit) =>
      inOrder(postingId)
        .filter(({ record }) => record.position >= fromPosition)
        .slice(0, limit)
        .map(({ record }) => record),
    *all(postingId) {
      for (const { record } of inOrder(postingId)) yield record;
    },
    builtUponBy(postingId) {
      const rows = table.group('takenFrom', postingId)?.list() ?? [];
      return [...new Set(rows.map(({ record }) => record.postingId))].sort();
    },
  };
}
