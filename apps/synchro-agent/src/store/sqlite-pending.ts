import type { PendingEntries, PendingKey, PendingRecord } from '@synchro/mandate-service';
import type { Change } from '@synchro/sync-core/domain';
import { asciiJson } from './ascii-json.js';
import { CHUNK, inChunks } from './chunks.js';
import type { Database, SqlValue } from './database.js';
import { fromCursor, START, toCursor } from './entry-cursor.js';
import type { Place } from './entry-cursor.js';
import type { Transactions } from './transactions.js';

/**
 * The table of pending entries. AUTOINCREMENT, so that a place in the order is never given to another entry and a
 * cursor cannot mistake one for the other; `key_json` is what `keys` tells; `change` lies in the index of the order, so that a page of the few
 * deleted ones does not read the many new ones.
 */
export const pendingTables = `
  CREATE TABLE pending (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, source_id TEXT NOT NULL,
    accounting_file_id TEXT NOT NULL, change TEXT NOT NULL, date TEXT NOT NULL, has_problems INTEGER NOT NULL,
    key_json TEXT NOT NULL, body TEXT NOT NULL
  );
  CREATE INDEX pending_by_source ON pending (source_id);
  CREATE INDEX pending_in_order ON pending (accounting_file_id, date, source_id, seq, change);
  CREATE INDEX pending_tally ON pending (accounting_file_id, source_id, change, has_problems);
`;

/** The order of one source's pending entries; that they have problems lies in it as `change` does in the other. */
export const pendingOfSourceIndex = `
  CREATE INDEX pending_of_source ON pending (source_id, date, seq, has_problems);
`;

type KeyColumns = readonly [
  id: string,
  accountingFileId: string,
  change: Change,
  postedId: string | null,
  content: string | null,
  occurrence: number,
];
type PlacedRow = [body: string, date: string, sourceId: string, seq: number];

export function openPendingEntries(database: Database, transactions: Transactions): PendingEntries {
  const keys = database.prepare<[rows: string | null, last: number | null]>(
    `SELECT '[' || group_concat(key_json) || ']', max(seq)
     FROM (SELECT seq, key_json FROM pending WHERE source_id = ? AND seq > ? ORDER BY seq LIMIT ${CHUNK})`,
  );
  const get = database.prepare<[body: string]>('SELECT body FROM pending WHERE id = ?');
  const ofSource = database.prepare<[body: string, seq: number]>(
    'SELECT body, seq FROM pending WHERE source_id = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const inOrder = (condition: string) =>
    database.prepare<PlacedRow>(
      `SELECT body, date, source_id, seq FROM pending
       WHERE accounting_file_id = ? AND (date, source_id, seq) > (?, ?, ?) ${condition}
       ORDER BY date, source_id, seq LIMIT ?`,
    );
  const pageOfAll = inOrder('');
  const pageOfChange = inOrder('AND change = ?');
  const ofSourceInOrder = (condition: string) =>
    database.prepare<PlacedRow>(
      `SELECT body, date, source_id, seq FROM pending INDEXED BY pending_of_source
       WHERE source_id = ? AND (date, seq) > (?, ?) ${condition} ORDER BY date, seq LIMIT ?`,
    );
  const pageOfSource = ofSourceInOrder('');
  const pageOfSourceByProblems = ofSourceInOrder('AND has_problems = ?');
  const tally = database.prepare<[sourceId: string, change: Change, count: number, withProblems: number]>(
    `SELECT source_id, change, count(*), sum(has_problems) FROM pending
     WHERE accounting_file_id = ? GROUP BY source_id, change`,
  );
  const put = database.prepare(
    `INSERT INTO pending (id, source_id, accounting_file_id, change, date, has_problems, key_json, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id, accounting_file_id = excluded.accounting_file_id,
       change = excluded.change, date = excluded.date, has_problems = excluded.has_problems, key_json = excluded.key_json, body = excluded.body`,
  );
  const remove = database.prepare('DELETE FROM pending WHERE id = ?');

  const rowsOfSource = (sourceId: string) =>
    inChunks<[string, number]>((last, limit) => ofSource.all(sourceId, last?.[1] ?? 0, limit));

  return {
    keys(sourceId) {
      const found: PendingKey[] = [];
      for (let last = 0; ;) {
        const [rows, next] = keys.get(sourceId, last) ?? [null, null];
        if (rows === null || next === null) return found;
        for (const [id, accountingFileId, change, postedId, content, occurrence] of JSON.parse(
          rows,
        ) as KeyColumns[])
          found.push({ id, accountingFileId, change, postedId, content, occurrence });
        last = next;
      }
    },
    get(id) {
      const row = get.get(id);
      return row && parse(row[0]);
    },
    *ofSource(sourceId) {
      for (const [body] of rowsOfSource(sourceId)) yield parse(body);
    },
    *ofAccounting(accountingFileId) {
      const rows = inChunks<PlacedRow>((last, limit) =>
        pageOfAll.all(accountingFileId, ...(last === null ? START : placeOf(last)), limit),
      );
      for (const [body] of rows) yield parse(body);
    },
    tally: (accountingFileId) =>
      tally.all(accountingFileId).map(([sourceId, change, count, withProblems]) => {
        return { sourceId, change: change, count, withProblems };
      }),
    page({ accountingFileId, change, after, limit }) {
      const place = after === undefined ? START : fromCursor(after);
      // One more than asked tells whether there is more.
      return pageOf(
        change === undefined
          ? pageOfAll.all(accountingFileId, ...place, limit + 1)
          : pageOfChange.all(accountingFileId, ...place, change, limit + 1),
        limit,
      );
    },
    pageOfSource({ sourceId, withProblems, after, limit }) {
      const [date, , seq] = after === undefined ? START : fromCursor(after);
      return pageOf(
        withProblems === undefined
          ? pageOfSource.all(sourceId, date, seq, limit + 1)
          : pageOfSourceByProblems.all(sourceId, date, seq, withProblems ? 1 : 0, limit + 1),
        limit,
      );
    },
    put(records) {
      transactions.requireWriting();
      for (const record of records) put.run(...columnsOf(record));
    },
    delete(ids) {
      transactions.requireWriting();
      for (const id of ids) remove.run(id);
    },
  };
}

function pageOf(rows: readonly PlacedRow[], limit: number) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(([body]) => parse(body)),
    nextCursor: rows.length > limit && last !== undefined ? toCursor(placeOf(last)) : null,
  };
}

const parse = (body: string) => JSON.parse(body) as PendingRecord;

const placeOf = ([, date, sourceId, seq]: PlacedRow): Place => [date, sourceId, seq];

function columnsOf(record: PendingRecord): SqlValue[] {
  const { id, sourceId, accountingFileId, change, postedId, content, occurrence, problems, after, before } =
    record;
  const key: KeyColumns = [id, accountingFileId, change, postedId, content, occurrence];
  const date = (after ?? before)?.lines[0]?.date ?? '';
  return [
    id,
    sourceId,
    accountingFileId,
    change,
    date,
    problems.length > 0 ? 1 : 0,
    asciiJson(key),
    JSON.stringify(record),
  ];
}
