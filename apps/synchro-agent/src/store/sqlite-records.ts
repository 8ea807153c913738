import { recordIndexes } from '@synchro/mandate-service';
import type { Records, RecordTables } from '@synchro/mandate-service';
import type { Database, SqlValue } from './database.js';
import type { Transactions } from './transactions.js';

/*
 * The small records: a table each, the record as JSON in `body`, indexes over what the JSON holds.
 *
 *   files │ seq (order of first insertion) │ id │ body {"id":…,"path":…} │   index: mandateId of body, path of body
 *
 * The tables follow `recordIndexes`, so a new record or index needs no migration; only a change of what is in
 * a record does. Bytes are no JSON: a record's field of bytes has a column of its own.
 */

/** The field of bytes of a record; one that is missing here fails to compile. */
const bytesFields: {
  readonly [T in keyof RecordTables as BytesOf<T> extends never ? never : T]: BytesOf<T>;
} = {
  versions: 'bytes',
};

type RecordOf<T extends keyof RecordTables> = NonNullable<ReturnType<RecordTables[T]['get']>>;
type BytesOf<T extends keyof RecordTables> = {
  [K in keyof RecordOf<T>]-?: RecordOf<T>[K] extends Uint8Array ? K : never;
}[keyof RecordOf<T>];

type Stored = { readonly id: string } & Readonly<Record<string, unknown>>;

const tableNames = Object.keys(recordIndexes) as (keyof RecordTables)[];

const bytesFieldOf = (table: keyof RecordTables): string | null =>
  (bytesFields as Record<string, string>)[table] ?? null;

const indexed = (field: string): string => `json_extract(body, '$.${field}')`;

/** Makes the tables and indexes that are not there yet. */
export function createRecordTables(database: Database): void {
  for (const table of tableNames) {
    const bytes = bytesFieldOf(table) === null ? '' : ', bytes BLOB NOT NULL';
    database.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL${bytes})`,
    );
    for (const field of recordIndexes[table])
      database.exec(`CREATE INDEX IF NOT EXISTS ${table}_by_${field} ON ${table} (${indexed(field)}, seq)`);
  }
}

/** The record tables of an opened database. */
export function openRecordTables(database: Database, transactions: Transactions): RecordTables {
  const tables = tableNames.map((table) => [table, openRecords(database, transactions, table)] as const);
  // Each table is typed by its name alone, which `fromEntries` forgets.
  return Object.fromEntries(tables) as unknown as RecordTables;
}

function openRecords(
  database: Database,
  transactions: Transactions,
  table: keyof RecordTables,
): Records<Stored, string> {
  const bytesField = bytesFieldOf(table);
  const columns = bytesField === null ? 'body' : 'body, bytes';
  const select = (rest: string) =>
    database.prepare<[string, Uint8Array?]>(`SELECT ${columns} FROM ${table} ${rest}`);
  const byId = select('WHERE id = ?');
  const all = select('ORDER BY seq');
  const byIndex = new Map<string, ReturnType<typeof select>>(
    recordIndexes[table].map((field) => [field, select(`WHERE ${indexed(field)} = ? ORDER BY seq`)]),
  );
  const put = database.prepare(
    bytesField === null
      ? `INSERT INTO ${table} (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`
      : `INSERT INTO ${table} (id, body, bytes) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, bytes = excluded.bytes`,
  );
  const remove = database.prepare(`DELETE FROM ${table} WHERE id = ?`);

  const encode = (record: Stored): SqlValue[] => {
    if (bytesField === null) return [record.id, JSON.stringify(record)];
    const { [bytesField]: bytes, ...rest } = record;
    return [record.id, JSON.stringify(rest), bytes as Uint8Array];
  };
  const decode = ([body, bytes]: readonly [string, Uint8Array?]): Stored => {
    const record = JSON.parse(body) as Stored;
    return bytesField === null ? record : { ...record, [bytesField]: bytes };
  };

  return {
    get(id) {
      const row = byId.get(id);
      return row && decode(row);
    },
    all: () => all.all().map(decode),
    by: (index, value) => (byIndex.get(index)?.all(value) ?? []).map(decode),
    put(record) {
      transactions.requireWriting();
      put.run(...encode(record));
    },
    delete(id) {
      transactions.requireWriting();
      remove.run(id);
    },
  };
}
