import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** What a column may hold. */
export type SqlValue = string | number | null | Uint8Array;

/** A prepared statement; a row is the list of its columns, in the order of the query. */
export interface Statement<Row extends readonly (SqlValue | undefined)[]> {
  /**
   * Gives the number of the row it inserted.
   * @throws {RangeError} a text with U+0000 in it
   */
  run(...values: SqlValue[]): number;
  get(...values: SqlValue[]): Row | undefined;
  all(...values: SqlValue[]): Row[];
}

/**
 * The one door to the driver, whose interface is that of `node:sqlite`: on a later Node only this import changes.
 *
 * The driver cuts a text at U+0000. JSON never has that character, so text of unknown origin is stored as JSON; any
 * other text with it is refused where it would be stored and found nowhere.
 */
export class Database {
  readonly #database: DatabaseSyncInstance;

  /** The file is made where it is missing. @throws what `sqliteErrorOf` names */
  constructor(path: string) {
    this.#database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 0 });
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  prepare<Row extends readonly (SqlValue | undefined)[] = never>(sql: string): Statement<Row> {
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    return {
      run(...values) {
        if (values.some(isCut)) throw new RangeError('A text with U+0000 in it cannot be stored.');
        return Number(statement.run(...values).lastInsertRowid);
      },
      get: (...values) => (values.some(isCut) ? undefined : (statement.get(...values) as Row | undefined)),
      all: (...values) => (values.some(isCut) ? [] : (statement.all(...values) as Row[])),
    };
  }

  /** The first column of the first row: for pragmas and counts. */
  value(sql: string): SqlValue {
    return this.prepare<[SqlValue]>(sql).get()?.[0] ?? null;
  }

  /** The driver keeps the file open until its statements are collected, so SQLite does not tidy up its journal here. */
  close(): void {
    this.#database.close();
  }
}

const isCut = (value: SqlValue): boolean => typeof value === 'string' && value.includes('\0');

/** What SQLite says went wrong, by its name (`SQLITE_FULL`); `null` for any other error. */
export function sqliteErrorOf(error: unknown): SqliteErrorName | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return null;
  // The low byte is the kind, what is above tells the case more closely (SQLITE_IOERR_FSYNC).
  const kind = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
  return errorNames.get(kind) ?? 'SQLITE_ERROR';
}

export type SqliteErrorName = 'SQLITE_ERROR' | (typeof namedErrors)[number][1];

const namedErrors = [
  [3, 'SQLITE_PERM'],
  [5, 'SQLITE_BUSY'],
  [6, 'SQLITE_LOCKED'],
  [7, 'SQLITE_NOMEM'],
  [8, 'SQLITE_READONLY'],
  [10, 'SQLITE_IOERR'],
  [11, 'SQLITE_CORRUPT'],
  [13, 'SQLITE_FULL'],
  [14, 'SQLITE_CANTOPEN'],
  [15, 'SQLITE_PROTOCOL'],
  [19, 'SQLITE_CONSTRAINT'],
  [26, 'SQLITE_NOTADB'],
] as const;

const errorNames: ReadonlyMap<number, SqliteErrorName> = new Map(namedErrors);
