import type { PostedEntries, PostedRecord } from '@synchro/mandate-service';
import { asciiJson } from './ascii-json.js';
import { CHUNK } from './chunks.js';
import type { Database } from './database.js';
import { fromCursor, START, toCursor } from './entry-cursor.js';
import type { Transactions } from './transactions.js';

/**
 * The tables of posted entries. What a comparison needs of every entry (`key_json`, and `numbers`) lies apart
 * from the bookings themselves, so that reading 150,000 keys does not read 60 MB of bookings.
 */
export const postedTables = `
  CREATE TABLE posted (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source_id TEXT NOT NULL, key_json TEXT NOT NULL, numbers TEXT NOT NULL
  );
  CREATE INDEX posted_by_source ON posted (source_id);
  CREATE TABLE posted_entries (seq INTEGER PRIMARY KEY REFERENCES posted ON DELETE CASCADE, body TEXT NOT NULL);
`;

/**
 * The order in which posted entries are listed, and the postings that they came by. `posted_sequence` gives each row a
 * number of its own for ever, so that a cursor cannot mistake a new entry for one that was deleted.
 */
export const postedOrder = `
  ALTER TABLE posted ADD COLUMN date TEXT NOT NULL DEFAULT '';
  ALTER TABLE posted ADD COLUMN posting_id TEXT NOT NULL DEFAULT '';
  UPDATE posted SET (date, posting_id) = (
    SELECT coalesce(json_extract(body, '$.entry.lines[0].date'), ''), json_extract(body, '$.postingId')
    FROM posted_entries WHERE posted_entries.seq = posted.seq
  );
  CREATE INDEX posted_in_order ON posted (source_id, date, seq);
  CREATE INDEX posted_by_posting ON posted (source_id, posting_id);
  CREATE TABLE posted_sequence (last INTEGER NOT NULL);
  INSERT INTO posted_sequence SELECT coalesce(max(seq), 0) FROM posted;
`;

type KeyColumns = readonly [id: string, accountingFileId: string, content: string, occurrence: number];
type Body = Pick<PostedRecord, 'sourceId' | 'postingId' | 'entry'>;
type WholeRow = readonly [key: string, numbers: string, body: string];
type PlacedRow = readonly [...WholeRow, date: string, seq: number];

export function openPostedEntries(database: Database, transactions: Transactions): PostedEntries {
  // One JSON text per chunk instead of several values per row: half the time.
  const keys = database.prepare<[rows: string | null, last: number | null]>(
    `SELECT '[' || group_concat('[' || key_json || ',' || numbers || ']') || ']', max(seq)
     FROM (SELECT seq, key_json, numbers FROM posted WHERE source_id = ? AND seq > ? ORDER BY seq LIMIT ${CHUNK})`,
  );
  const get = database.prepare<[...WholeRow]>(
    'SELECT key_json, numbers, body FROM posted JOIN posted_entries USING (seq) WHERE id = ?',
  );
  const count = database.prepare<[number]>('SELECT count(*) FROM posted WHERE source_id = ?');
  // From one posting to the next by the index: their number counts, not that of their entries.
  const postings = database.prepare<[string]>(
    `WITH RECURSIVE each (id) AS (
       SELECT min(posting_id) FROM posted WHERE source_id = ?1
       UNION ALL
       SELECT (SELECT min(posting_id) FROM posted WHERE source_id = ?1 AND posting_id > each.id) FROM each
       WHERE each.id IS NOT NULL
     )
     SELECT id FROM each WHERE id IS NOT NULL`,
  );
  const page = database.prepare<[...PlacedRow]>(
    `SELECT key_json, numbers, body, date, posted.seq
     FROM posted INDEXED BY posted_in_order CROSS JOIN posted_entries ON posted_entries.seq = posted.seq
     WHERE source_id = ? AND (date, posted.seq) > (?, ?) ORDER BY date, posted.seq LIMIT ?`,
  );
  const lastSequence = database.prepare<[number]>('SELECT last FROM posted_sequence');
  const keepSequence = database.prepare('UPDATE posted_sequence SET last = ?');
  const insert = database.prepare(
    'INSERT INTO posted (seq, id, source_id, date, posting_id, key_json, numbers) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertBody = database.prepare('INSERT INTO posted_entries (seq, body) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM posted WHERE id = ?');
  const renumber = database.prepare('UPDATE posted SET numbers = ? WHERE id = ?');

  return {
    keys(sourceId) {
      const found: ReturnType<PostedEntries['keys']> = [];
      for (let last = 0; ;) {
        const [rows, next] = keys.get(sourceId, last) ?? [null, null];
        if (rows === null || next === null) return found;
        for (const [[id, accountingFileId, content, occurrence], numbers] of JSON.parse(rows) as [
          KeyColumns,
          number[],
        ][])
          found.push({ id, content, occurrence, numbers, accountingFileId });
        last = next;
      }
    },
    get(id) {
      const row = get.get(id);
      return row && parse(row);
    },
    count: (sourceId) => count.get(sourceId)?.[0] ?? 0,
    postings: (sourceId) => postings.all(sourceId).map(([id]) => id),
    page({ sourceId, after, limit }) {
      const [afterDate, , afterSeq] = after === undefined ? START : fromCursor(after);
      // One more than asked tells whether there is more.
      const rows = page.all(sourceId, afterDate, afterSeq, limit + 1);
      const shown = rows.slice(0, limit);
      const [, , , date, seq] = shown.at(-1) ?? [];
      const hasMore = rows.length > limit && date !== undefined && seq !== undefined;
      return {
        items: shown.map(([key, numbers, body]) => parse([key, numbers, body])),
        nextCursor: hasMore ? toCursor([date, sourceId, seq]) : null,
      };
    },
    insert(records) {
      transactions.requireWriting();
      let seq = lastSequence.get()?.[0] ?? 0;
      for (const record of records) {
        const { id, sourceId, accountingFileId, postingId, content, occurrence, numbers, entry } = record;
        const key: KeyColumns = [id, accountingFileId, content, occurrence];
        const body: Body = { sourceId, postingId, entry };
        const date = entry.lines[0]?.date ?? '';
        seq += 1;
        insert.run(seq, id, sourceId, date, postingId, asciiJson(key), JSON.stringify(numbers));
        insertBody.run(seq, JSON.stringify(body));
      }
      keepSequence.run(seq);
    },
    delete(ids) {
      transactions.requireWriting();
      for (const id of ids) remove.run(id);
    },
    renumber(changes) {
      transactions.requireWriting();
      for (const { postedId, numbers } of changes) renumber.run(JSON.stringify(numbers), postedId);
    },
  };
}

function parse([key, numbers, body]: WholeRow): PostedRecord {
  const [id, accountingFileId, content, occurrence] = JSON.parse(key) as KeyColumns;
  return {
    id,
    accountingFileId,
    content,
    occurrence,
    numbers: JSON.parse(numbers) as number[],
    ...(JSON.parse(body) as Body),
  };
}
