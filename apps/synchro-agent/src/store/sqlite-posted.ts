import type { PostedEntries, PostedRecord } from '@synchro/mandate-service';
import { asciiJson } from './ascii-json.js';
import { CHUNK } from './chunks.js';
import type { Database } from './database.js';
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

type KeyColumns = readonly [id: string, accountingFileId: string, content: string, occurrence: number];
type Body = Pick<PostedRecord, 'sourceId' | 'postingId' | 'entry'>;

export function openPostedEntries(database: Database, transactions: Transactions): PostedEntries {
  // One JSON text per chunk instead of several values per row: half the time.
  const keys = database.prepare<[rows: string | null, last: number | null]>(
    `SELECT '[' || group_concat('[' || key_json || ',' || numbers || ']') || ']', max(seq)
     FROM (SELECT seq, key_json, numbers FROM posted WHERE source_id = ? AND seq > ? ORDER BY seq LIMIT ${CHUNK})`,
  );
  const get = database.prepare<[key: string, numbers: string, body: string]>(
    'SELECT key_json, numbers, body FROM posted JOIN posted_entries USING (seq) WHERE id = ?',
  );
  const count = database.prepare<[number]>('SELECT count(*) FROM posted WHERE source_id = ?');
  const insert = database.prepare(
    'INSERT INTO posted (id, source_id, key_json, numbers) VALUES (?, ?, ?, ?)',
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
      if (row === undefined) return undefined;
      const [, accountingFileId, content, occurrence] = JSON.parse(row[0]) as KeyColumns;
      const numbers = JSON.parse(row[1]) as number[];
      return { id, accountingFileId, content, occurrence, numbers, ...(JSON.parse(row[2]) as Body) };
    },
    count: (sourceId) => count.get(sourceId)?.[0] ?? 0,
    insert(records) {
      transactions.requireWriting();
      for (const {
        id,
        sourceId,
        accountingFileId,
        postingId,
        content,
        occurrence,
        numbers,
        entry,
      } of records) {
        const key: KeyColumns = [id, accountingFileId, content, occurrence];
        const body: Body = { sourceId, postingId, entry };
        const seq = insert.run(id, sourceId, asciiJson(key), JSON.stringify(numbers));
        insertBody.run(seq, JSON.stringify(body));
      }
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
