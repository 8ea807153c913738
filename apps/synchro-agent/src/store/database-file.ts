import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SynchroError } from '@synchro/sync-core/contract';
import { Database } from './database.js';
import type { Migration } from './migrations.js';
import { createRecordTables } from './sqlite-records.js';
import {
  DatabaseDamagedError,
  DatabaseTooNewError,
  DatabaseUnavailableError,
  asStorageError,
} from './storage-errors.js';

/** `Sync` in ASCII: tells our file from any other database. */
const APPLICATION_ID = 0x53796e63;

/** Up to this size a look at every page costs a tenth of a second; beyond it damage shows where it is read. */
const CHECKED_WHOLE = 64 * 1024 * 1024;

/**
 * Opens the database, makes it where there is none, and brings an older one up to date after a copy was kept.
 *
 *   no file          → made under another name, then renamed: a killed first start leaves no half database
 *   version < ours   → copy kept as synchro.v1.backup.db, migrated in one transaction
 *   version > ours   → DatabaseTooNewError
 *   not readable     → DatabaseDamagedError; never made anew, that is for a person to decide
 *
 * @throws {DatabaseError} one of its kinds
 */
export function openDatabaseFile(file: string, migrations: readonly Migration[]): Database {
  try {
    if (!existsSync(file)) createDatabaseFile(file, migrations);
    const database = new Database(file);
    try {
      prepareDatabase(database, file, migrations);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw asOpeningError(error, file);
  }
}

function asOpeningError(error: unknown, file: string): unknown {
  const failure = asStorageError(error, file);
  // What the disk refuses comes from SQLite or, while the file is made or copied, from the system itself.
  const refused = failure instanceof SynchroError || (failure instanceof Error && 'syscall' in failure);
  return refused ? new DatabaseUnavailableError(file, { cause: error as Error }) : failure;
}

function createDatabaseFile(file: string, migrations: readonly Migration[]): void {
  if (existsSync(`${file}-wal`))
    throw new DatabaseDamagedError(file, 'the file is missing, but its journal is there');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  // Bookings and salaries are in it, so nobody else may read it; SQLite gives its journals the same rights.
  closeSync(openSync(unfinished, 'wx', 0o600));
  const database = new Database(unfinished);
  try {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL');
    inTransaction(database, () => {
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
      migrate(database, 0, migrations);
    });
  } finally {
    database.close();
  }
  renameSync(unfinished, file);
  syncFolder(dirname(file));
}

function prepareDatabase(database: Database, file: string, migrations: readonly Migration[]): void {
  if (database.value('PRAGMA application_id') !== APPLICATION_ID)
    throw new DatabaseDamagedError(file, 'it is empty or not a database of Synchro');
  const version = Number(database.value('PRAGMA user_version'));
  if (version > migrations.length) throw new DatabaseTooNewError(file, version, migrations.length);

  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536');
  // After a large version was taken in, the journal gives its room back.
  database.exec('PRAGMA journal_size_limit = 16777216');
  if (statSync(file).size <= CHECKED_WHOLE) {
    const state = database.value('PRAGMA quick_check(1)');
    if (state !== 'ok') throw new DatabaseDamagedError(file, String(state));
  }

  if (version < migrations.length) {
    keepCopy(database, file, version);
    inTransaction(database, () => migrate(database, version, migrations));
  }
  inTransaction(database, () => createRecordTables(database));
}

function migrate(database: Database, from: number, migrations: readonly Migration[]): void {
  for (const migration of migrations.slice(from)) migration(database);
  database.exec(`PRAGMA user_version = ${migrations.length}`);
}

/** Where the copy of an older version is kept: beside the database, by its version. */
export const backupPath = (file: string, version: number): string =>
  join(dirname(file), `synchro.v${version}.backup.db`);

function keepCopy(database: Database, file: string, version: number): void {
  const copy = backupPath(file, version);
  const unfinished = `${copy}.new`;
  rmSync(unfinished, { force: true });
  database.prepare('VACUUM INTO ?').run(unfinished);
  chmodSync(unfinished, 0o600);
  // VACUUM INTO leaves the writing to the system, and the migration must not be on disk before the copy is.
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, copy);
  syncFolder(dirname(copy));
}

function inTransaction(database: Database, use: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    use();
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Makes a rename durable; Windows does that by itself and cannot open folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
