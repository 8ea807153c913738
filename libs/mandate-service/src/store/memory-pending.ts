import { MemoryTable } from './memory-table.js';
import { SortedView } from './ordered-rows.js';
import type { Row } from './ordered-rows.js';
import { comparePlaces, pendingDate } from './entry-cursor.js';
import type { EntryPlace } from './entry-cursor.js';
import { pageOfRows } from './page-of-rows.js';
import type { PendingRecord } from './records.js';
import type { PendingEntries, PendingKey, PendingTally } from './store.js';
import type { MemoryTransactions } from './memory-transactions.js';

/** The pending entries of the memory store. */
export function createMemoryPending(transactions: MemoryTransactions): PendingEntries {
  const table = new MemoryTable<PendingRecord, 'source' | 'accounting'>(transactions, ({ id }) => id, {
    source: ({ sourceId }) => sourceId,
    accounting: ({ accountingFileId }) => accountingFileId,
  });
  const byPlace = new SortedView<PendingRecord>((a, b) => comparePlaces(placeOf(a), placeOf(b)));
  const inOrder = (accountingFileId: string) => byPlace.of(table.group('accounting', accountingFileId));
  const ofSource = (sourceId: string) => table.group('source', sourceId)?.list() ?? [];

  return {
    keys: (sourceId) => ofSource(sourceId).map(({ record }) => keyOf(record)),
    get: (id) => table.get(id),
    ofSource: (sourceId) => records(ofSource(sourceId)),
    ofAccounting: (accountingFileId) => records(inOrder(accountingFileId)),
    tally: (accountingFileId) => tallyOf(table.group('accounting', accountingFileId)?.list() ?? []),
    page: ({ accountingFileId, change, after, limit }) =>
      pageOfRows({
        rows: inOrder(accountingFileId),
        placeOf,
        after,
        limit,
        matches: (record) => change === undefined || record.change === change,
      }),
    pageOfSource: ({ sourceId, withProblems, after, limit }) =>
      pageOfRows({
        rows: byPlace.of(table.group('source', sourceId)),
        placeOf,
        after,
        limit,
        matches: ({ problems }) => withProblems === undefined || problems.length > 0 === withProblems,
      }),
    put(pending) {
      for (const record of pending) table.put(record);
    },
    delete(ids) {
      for (const id of ids) table.delete(id);
    },
  };
}

function placeOf({ record, sequence }: Row<PendingRecord>): EntryPlace {
  return { date: pendingDate(record), sourceId: record.sourceId, sequence };
}

function keyOf({ id, accountingFileId, change, postedId, content, occurrence }: PendingRecord): PendingKey {
  return { id, accountingFileId, change, postedId, content, occurrence };
}

function* records<R>(rows: readonly Row<R>[]): IterableIterator<R> {
  for (const { record } of rows) yield record;
}

function tallyOf(rows: readonly Row<PendingRecord>[]): PendingTally[] {
  const tally = new Map<string, { -readonly [K in keyof PendingTally]: PendingTally[K] }>();
  for (const { record } of rows) {
    const { sourceId, change, problems } = record;
    const slot = `${change} ${sourceId}`;
    let counted = tally.get(slot);
    if (counted === undefined) tally.set(slot, (counted = { sourceId, change, count: 0, withProblems: 0 }));
    counted.count++;
    if (problems.length > 0) counted.withProblems++;
  }
  return [...tally.values()];
}
