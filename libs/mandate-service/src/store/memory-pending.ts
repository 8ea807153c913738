import { MemoryTable } from './memory-table.js';
import { SortedView } from './ordered-rows.js';
import type { Row } from './ordered-rows.js';
import { comparePlaces, fromCursor, pendingDate, toCursor } from './pending-cursor.js';
import type { PendingPlace } from './pending-cursor.js';
import type { PendingRecord } from './records.js';
import type { PendingEntries, PendingKey, PendingQuery, PendingTally } from './store.js';
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
    page: (query) => pageOf(inOrder(query.accountingFileId), query),
    put(pending) {
      for (const record of pending) table.put(record);
    },
    delete(ids) {
      for (const id of ids) table.delete(id);
    },
  };
}

function placeOf({ record, sequence }: Row<PendingRecord>): PendingPlace {
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

function pageOf(rows: readonly Row<PendingRecord>[], { after, change, limit }: PendingQuery) {
  const items: PendingRecord[] = [];
  let last: Row<PendingRecord> | undefined;
  for (let i = after === undefined ? 0 : firstBehind(rows, fromCursor(after)); i < rows.length; i++) {
    const row = rows[i];
    if (row === undefined || (change !== undefined && row.record.change !== change)) continue;
    if (items.length === limit)
      return { items, nextCursor: last === undefined ? null : toCursor(placeOf(last)) };
    items.push(row.record);
    last = row;
  }
  return { items, nextCursor: null };
}

/** Index of the first row behind a place, by bisection. */
function firstBehind(rows: readonly Row<PendingRecord>[], place: PendingPlace): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && comparePlaces(placeOf(row), place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
