import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import type { Stats } from 'node:fs';

/** A file or folder of the agent's own is not what the agent made; the message says what, and what to do. */
export class NotPrivateError extends Error {
  override readonly name = 'NotPrivateError';
}

/** On Windows a profile's folders are the user's by their access control list, and modes say nothing. */
const HAS_MODES = process.platform !== 'win32';
/** What the group or others may do. */
const OTHERS = 0o077;

/** Makes the folder if it is missing. @throws NotPrivateError where it is another user's, or a link's target */
export function openPrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const stats = lstatSync(path);
  if (!stats.isDirectory())
    throw new NotPrivateError(`${path} is no folder. Remove it, or name another one.`);
  requireOwn(path, stats);
  if (HAS_MODES && (stats.mode & OTHERS) !== 0) chmodSync(path, stats.mode & 0o700);
}

/** Takes a file, if it is there, back from the group and others. @throws NotPrivateError for links and the like */
export function makePrivate(path: string): void {
  const stats = statsOf(path);
  if (stats !== null && HAS_MODES && (stats.mode & OTHERS) !== 0) chmodSync(path, stats.mode & 0o600);
}

/** Makes an empty file unless it is there. @throws NotPrivateError for links and the like */
export function makePrivateFile(path: string): void {
  if (statsOf(path) === null) closeSync(openSync(path, 'wx', 0o600));
  else makePrivate(path);
}

/**
 * Reads a secret.
 * @returns `null` where there is none, or one that others could read: somebody may know it
 * @throws NotPrivateError for links and the like
 */
export function readPrivate(path: string): string | null {
  if (statsOf(path) === null) return null;
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = requireOrdinary(path, fstatSync(file));
    return HAS_MODES && (stats.mode & OTHERS) !== 0 ? null : readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/** Writes a file whole or not at all, made anew and readable by its user alone; nothing that is there is followed. */
export function writePrivate(path: string, text: string): void {
  const temporary = `${path}.new`;
  rmSync(temporary, { force: true }); // Left by a kill, or put there by somebody: not written into.
  const file = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** @returns `null` where nothing is there */
function statsOf(path: string): Stats | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : requireOrdinary(path, stats);
}

function requireOrdinary(path: string, stats: Stats): Stats {
  const what = stats.isSymbolicLink() ? 'a link' : stats.isFile() ? null : 'no ordinary file';
  if (what !== null) throw new NotPrivateError(`${path} is ${what}. Remove it; the agent makes its own.`);
  requireOwn(path, stats);
  return stats;
}

function requireOwn(path: string, { uid }: Stats): void {
  const own = process.getuid?.();
  // Root reads and writes for everybody, as in a container that is given a folder.
  if (own !== undefined && own !== 0 && uid !== own)
    throw new NotPrivateError(`${path} belongs to another user. Remove it, or name another place.`);
}
