import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFile, openPrivateFolder, writePrivate } from '../private-file.js';
import { Database, sqliteErrorOf } from './database.js';
import { DatabaseUnavailableError } from './storage-errors.js';

/** Another agent works on this folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  readonly folder: string;
  /** Of the other agent, as far as it could be read. */
  readonly pid: number | null;

  constructor(folder: string, pid: number | null) {
    const who = pid === null ? 'Another Synchro agent' : `Another Synchro agent (process ${pid})`;
    super(`${who} uses ${folder}. Use that one, stop it, or give this one another folder with --data.`);
    this.folder = folder;
    this.pid = pid;
  }
}

export interface FolderLock extends Disposable {
  /** Lets go of the folder; the end of the process, however it comes, does so too. */
  readonly release: () => void;
}

/**
 * Takes a folder for this process alone, or refuses at once. The lock is SQLite's on an empty database of its own: the
 * system holds it for the process and drops it with it, so a killed agent leaves nothing that blocks the next one.
 * The process number beside it is only for the message.
 *
 * @throws {FolderInUseError}
 * @throws {DatabaseUnavailableError} the lock cannot be opened
 * @throws {NotPrivateError} the folder, or a file of ours in it, is a link or another user's
 */
export function lockFolder(folder: string): FolderLock {
  openPrivateFolder(folder);
  const pidFile = join(folder, 'agent.pid');
  const lockFile = join(folder, 'agent.lock');
  makePrivateFile(lockFile);
  const database = openedLock(lockFile);
  try {
    // No page is ever written, so there is no journal to be left behind by a kill.
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const kind = sqliteErrorOf(error);
    if (kind === 'SQLITE_BUSY' || kind === 'SQLITE_LOCKED')
      throw new FolderInUseError(folder, readPid(pidFile));
    throw unusable(lockFile, error);
  }
  try {
    writePrivate(pidFile, `${process.pid}\n`);
  } catch (error) {
    database.close();
    throw error;
  }

  let held = true;
  const release = () => {
    if (!held) return;
    held = false;
    rmSync(pidFile, { force: true });
    database.close();
  };
  return { release, [Symbol.dispose]: release };
}

function openedLock(file: string): Database {
  try {
    return new Database(file);
  } catch (error) {
    throw unusable(file, error);
  }
}

const unusable = (file: string, error: unknown): unknown =>
  error instanceof Error && sqliteErrorOf(error) !== null
    ? new DatabaseUnavailableError(file, { cause: error })
    : error;

/** `null` where there is none or it is being written just now. */
function readPid(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
