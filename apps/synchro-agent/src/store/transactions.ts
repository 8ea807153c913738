import type { Database } from './database.js';
import { asStorageError } from './storage-errors.js';

/** The one transaction that the store may have open, and what its end does to the database. */
export class Transactions {
  readonly #database: Database;
  readonly #file: string;
  #open: 'reading' | 'writing' | null = null;

  constructor(database: Database, file: string) {
    this.#database = database;
    this.#file = file;
  }

  /**
   * Runs `use` as a transaction; a throw rolls back and is passed on.
   * @throws {SynchroError} `storage-failed`: nothing of it was kept
   */
  run<T>(kind: 'reading' | 'writing', use: () => T): T {
    if (this.#open !== null) throw new Error('A transaction is already open: transactions do not nest.');
    this.#open = kind;
    try {
      this.#database.exec(kind === 'writing' ? 'BEGIN IMMEDIATE' : 'BEGIN');
      const result = use();
      if (result instanceof Promise)
        throw new TypeError('A transaction is synchronous: its use must not be async.');
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // Where the disk is full SQLite may have rolled back by itself, and a second ROLLBACK would hide the cause.
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw asStorageError(error, this.#file);
    } finally {
      this.#open = null;
    }
  }

  /** @throws outside of a writing transaction, where each row would be one of its own */
  requireWriting(): void {
    if (this.#open !== 'writing') throw new Error('The store is only written inside of a transaction.');
  }
}
