import type { PostedKey } from '@synchro/sync-core/domain';
import { comparePlaces, postedDate } from './entry-cursor.js';
import type { EntryPlace } from './entry-cursor.js';
import { MemoryTable } from './memory-table.js';
import type { MemoryTransactions } from './memory-transactions.js';
import { SortedView } from './ordered-rows.js';
import type { Row } from './ordered-rows.js';
import { pageOfRows } from './page-of-rows.js';
import type { PostedRecord } from './records.js';
import type { PostedEntries } from './store.js';

/** The posted entries of the memory store. */
export function createMemoryPosted(transactions: MemoryTransactions): PostedEntries {
  const table = new MemoryTable<PostedRecord, 'source'>(transactions, ({ id }) => id, {
    source: ({ sourceId }) => sourceId,
  });
  const byPlace = new SortedView<PostedRecord>((a, b) => comparePlaces(placeOf(a), placeOf(b)));
  const ofSource = (sourceId: string) => table.group('source', sourceId)?.list() ?? [];
  return {
    keys: (sourceId) => ofSource(sourceId).map(({ record }) => keyOf(record)),
    get: (id) => table.get(id),
    count: (sourceId) => table.group('source', sourceId)?.size ?? 0,
    postings: (sourceId) => [...new Set(ofSource(sourceId).map(({ record }) => record.postingId))].sort(),
    page: ({ sourceId, after, limit }) =>
      pageOfRows({ rows: byPlace.of(table.group('source', sourceId)), placeOf, after, limit }),
    insert(records) {
      for (const record of records) table.insert(record);
    },
    delete(ids) {
      for (const id of ids) table.delete(id);
    },
    renumber(changes) {
      for (const { postedId, numbers } of changes) {
        const record = table.get(postedId);
        if (record !== undefined) table.put({ ...record, numbers });
      }
    },
  };
}

const placeOf = ({ record, sequence }: Row<PostedRecord>): EntryPlace => ({
  date: postedDate(record),
  sourceId: record.sourceId,
  sequence,
});

function keyOf({ id, content, occurrence, numbers, accountingFileId }: PostedRecord): PostedKey {
  return { id, content, occurrence, numbers, accountingFileId };
}
