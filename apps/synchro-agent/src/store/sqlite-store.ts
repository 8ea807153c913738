import { join } from 'node:path';
import type { MandateStore, StoreTransaction } from '@synchro/mandate-service';
import { openDatabaseFile } from './database-file.js';
import { migrations as ourMigrations } from './migrations.js';
import type { Migration } from './migrations.js';
import { openPendingEntries } from './sqlite-pending.js';
import { openPostedEntries } from './sqlite-posted.js';
import { openPostingItems } from './sqlite-posting-items.js';
import { openRecordTables } from './sqlite-records.js';
import { Transactions } from './transactions.js';

export { DatabaseError } from './storage-errors.js';

export interface SqliteStore {
  readonly store: MandateStore;
  /** Writes the journal back, so that the one file `synchro.db` holds everything, and lets go of it. */
  readonly close: () => void;
}

export interface SqliteStoreOptions {
  /** Ours, unless a test needs a newer or an older agent. */
  readonly migrations?: readonly Migration[];
}

/**
 * The store on disk: `synchro.db` in the folder, which is made where it is missing. What a transaction returned is on
 * the disk (WAL, `synchronous = FULL`), also when the process is killed or the power fails right after.
 * One process at a time: take `lockFolder` first.
 *
 * @throws {DatabaseError} it cannot be opened: `DatabaseTooNewError`, `DatabaseDamagedError` (it is left as it is),
 *   `DatabaseUnavailableError`
 */
export function openSqliteStore(
  folder: string,
  { migrations = ourMigrations }: SqliteStoreOptions = {},
): SqliteStore {
  const file = join(folder, 'synchro.db');
  const database = openDatabaseFile(file, migrations);
  const transactions = new Transactions(database, file);
  const tx: StoreTransaction = {
    ...openRecordTables(database, transactions),
    posted: openPostedEntries(database, transactions),
    pending: openPendingEntries(database, transactions),
    postingItems: openPostingItems(database, transactions),
  };
  return {
    store: {
      transaction: (use) => transactions.run('writing', () => use(tx)),
      read: (use) => transactions.run('reading', () => use(tx)),
    },
    close() {
      try {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } finally {
        database.close();
      }
    },
  };
}
