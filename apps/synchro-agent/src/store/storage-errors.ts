import { SynchroError } from '@synchro/sync-core/contract';
import { sqliteErrorOf } from './database.js';

/** The database cannot be opened; the message is for the person who starts the agent and says what to do. */
export class DatabaseError extends Error {
  override readonly name: string = 'DatabaseError';
  readonly file: string;

  constructor(file: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.file = file;
  }
}

/** The database was written by a newer agent; reading it with less knowledge could lose what that one keeps. */
export class DatabaseTooNewError extends DatabaseError {
  override readonly name = 'DatabaseTooNewError';
  readonly found: number;
  readonly supported: number;

  constructor(file: string, found: number, supported: number) {
    super(
      file,
      `${file} has version ${found}, this Synchro agent knows versions up to ${supported}. ` +
        'Start the newer agent that wrote it, or give this one another folder with --data.',
    );
    this.found = found;
    this.supported = supported;
  }
}

/** The database cannot be read. It is left as it is: what was posted is in it, and only a person may give that up. */
export class DatabaseDamagedError extends DatabaseError {
  override readonly name = 'DatabaseDamagedError';

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(
      file,
      `${file} cannot be read: ${reason}. Nothing was changed. Keep a copy of this file and of those beside it ` +
        '(-wal, -shm), then put the file from your last backup in its place; copies made before an update lie in the ' +
        'same folder (synchro.v….backup.db). To begin anew, move the file away.',
      options,
    );
  }
}

/** The disk, the rights or another program keep the database from being opened; the file itself may be sound. */
export class DatabaseUnavailableError extends DatabaseError {
  override readonly name = 'DatabaseUnavailableError';

  constructor(file: string, options: { readonly cause: Error }) {
    super(
      file,
      `${file} cannot be opened: ${options.cause.message}. Check that the disk is there and not full, that the folder ` +
        'may be written, and that no other program has the file open.',
      options,
    );
  }
}

/**
 * What a failure of the database means to the rest of the program: `storage-failed` where the disk, the rights or
 * another process are in the way and trying again may help, `DatabaseDamagedError` where the file is; any other error
 * (a rule of the tables broken, the caller's own) stays itself.
 */
export function asStorageError(error: unknown, file: string): unknown {
  const sqlite = sqliteErrorOf(error);
  switch (sqlite) {
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR':
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_NOMEM':
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
    case 'SQLITE_PROTOCOL':
      return new SynchroError('storage-failed', { reason: sqlite }, { cause: error });
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new DatabaseDamagedError(file, (error as Error).message, { cause: error });
    case 'SQLITE_CONSTRAINT':
    case 'SQLITE_ERROR':
    case null:
      return error;
  }
}
