import type { PostingItemRecord, PostingItems } from '@synchro/mandate-service';
import { inChunks } from './chunks.js';
import type { Database } from './database.js';
import type { Transactions } from './transactions.js';

/** What each posting did; `taken_id` is the posted entry that the item took away. */
export const postingItemTables = `
  CREATE TABLE posting_items (
    seq INTEGER PRIMARY KEY, posting_id TEXT NOT NULL, position INTEGER NOT NULL, taken_id TEXT, body TEXT NOT NULL,
    UNIQUE (posting_id, position)
  );
  CREATE INDEX posting_items_by_taken ON posting_items (taken_id) WHERE taken_id IS NOT NULL;
`;

export function openPostingItems(database: Database, transactions: Transactions): PostingItems {
  const page = database.prepare<[body: string, position: number]>(
    'SELECT body, position FROM posting_items WHERE posting_id = ? AND position >= ? ORDER BY position LIMIT ?',
  );
  const takenAwayBy = database.prepare<[postingId: string]>(
    'SELECT posting_id FROM posting_items WHERE taken_id = ? GROUP BY posting_id ORDER BY min(seq)',
  );
  const insert = database.prepare(
    'INSERT INTO posting_items (posting_id, position, taken_id, body) VALUES (?, ?, ?, ?)',
  );

  return {
    insert(items) {
      transactions.requireWriting();
      for (const item of items)
        insert.run(item.postingId, item.position, item.before?.id ?? null, JSON.stringify(item));
    },
    page: (postingId, fromPosition, limit) =>
      page.all(postingId, fromPosition, limit).map(([body]) => parse(body)),
    *all(postingId) {
      const rows = inChunks<[string, number]>((last, limit) =>
        page.all(postingId, last === null ? 0 : last[1] + 1, limit),
      );
      for (const [body] of rows) yield parse(body);
    },
    takenAwayBy: (postedId) => takenAwayBy.all(postedId).map(([postingId]) => postingId),
  };
}

const parse = (body: string) => JSON.parse(body) as PostingItemRecord;
