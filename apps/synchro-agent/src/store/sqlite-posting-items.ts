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

/** The posting that brought the entry that an item took away, so that what builds on a posting is found by an index. */
export const postingItemOrigins = `
  ALTER TABLE posting_items ADD COLUMN taken_from TEXT;
  UPDATE posting_items SET taken_from = json_extract(body, '$.before.postingId') WHERE taken_id IS NOT NULL;
  CREATE INDEX posting_items_by_taken_from ON posting_items (taken_from, posting_id) WHERE taken_from IS NOT NULL;
  DROP INDEX posting_items_by_taken;
`;

export function openPostingItems(database: Database, transactions: Transactions): PostingItems {
  const page = database.prepare<[body: string, position: number]>(
    'SELECT body, position FROM posting_items WHERE posting_id = ? AND position >= ? ORDER BY position LIMIT ?',
  );
  // From one posting to the next by the index: their number counts, not that of their items.
  const builtUponBy = database.prepare<[postingId: string]>(
    `WITH RECURSIVE each (id) AS (
       SELECT min(posting_id) FROM posting_items WHERE taken_from = ?1
       UNION ALL
       SELECT (SELECT min(posting_id) FROM posting_items WHERE taken_from = ?1 AND posting_id > each.id) FROM each
       WHERE each.id IS NOT NULL
     )
     SELECT id FROM each WHERE id IS NOT NULL`,
  );
  const insert = database.prepare(
    'INSERT INTO posting_items (posting_id, position, taken_id, taken_from, body) VALUES (?, ?, ?, ?, ?)',
  );

  return {
    insert(items) {
      transactions.requireWriting();
      for (const item of items) {
        const { postingId, position, before } = item;
        insert.run(postingId, position, before?.id ?? null, before?.postingId ?? null, JSON.stringify(item));
      }
    },
    page: (postingId, fromPosition, limit) =>
      page.all(postingId, fromPosition, limit).map(([body]) => parse(body)),
    *all(postingId) {
      const rows = inChunks<[string, number]>((last, limit) =>
        page.all(postingId, last === null ? 0 : last[1] + 1, limit),
      );
      for (const [body] of rows) yield parse(body);
    },
    builtUponBy: (postingId) => builtUponBy.all(postingId).map(([id]) => id),
  };
}

const parse = (body: string) => JSON.parse(body) as PostingItemRecord;
