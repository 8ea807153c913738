import { constants } from 'node:fs';
import type { FileHandle, open } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { FileTooLargeError, MAX_BYTES } from '@synchro/mandate-service';
import type { FileSystem, Fingerprint } from '@synchro/mandate-service';
import { plainDisk } from './disk.js';
import type { Disk } from './disk.js';
import { fingerprintOf, folderChangedAtMs, originOf, sameState } from './fingerprint.js';
import { removeLeftovers } from './leftovers.js';
import { createFile, replaceFile, syncFolder } from './replace-file.js';
import { resolvesInsideFolder } from './resolves-inside-folder.js';

/** Windows lacks the flag, and has no pipe in a folder that could block a reader. */
const OPEN_FOR_READING = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);

/**
 * How long two writes may bear the same time stamp: a tick of the kernel's clock, up to 10 ms on Linux. A disk with
 * coarser stamps (FAT: 2 s) is not covered; the next change of the file is.
 */
const CLOCK_TICK_MS = 12;

/** What a test puts in to change a file while it is read, and to drive the clock. */
export interface RealFileSystemOptions {
  /** The calls of the system; the agent gives those with time limits. */
  readonly disk?: Disk;
  readonly openFile?: typeof open;
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** The file system of the machine. */
export function createRealFileSystem(options: RealFileSystemOptions = {}): FileSystem {
  const { disk = plainDisk, openFile = disk.open, now = Date.now, wait = setTimeout } = options;

  /**
   * Lets the tick pass in which the file was last written: a second write in it would give other bytes under the same
   * fingerprint, and they would never be noticed.
   */
  const untilStampsDiffer = async (path: string): Promise<void> => {
    const { mtimeMs, ctimeMs } = await disk.stat(path);
    const age = now() - Math.max(mtimeMs, ctimeMs);
    if (age >= 0 && age < CLOCK_TICK_MS) await wait(CLOCK_TICK_MS - age);
  };

  /** Not blocking, since opening a pipe would otherwise wait for its writer for ever. */
  const openFor = <T>(path: string, use: (handle: FileHandle) => Promise<T | null>): Promise<T | null> =>
    orNull(async () => {
      if (!(await resolvesInsideFolder(disk, path))) return null;
      await untilStampsDiffer(path);
      const handle = await openFile(path, OPEN_FOR_READING);
      try {
        return await use(handle);
      } finally {
        await handle.close();
      }
    });

  return {
    isAbsolute,
    folderOf: dirname,
    nameOf: basename,
    join: (folder, name) => join(folder, name),

    stat: (path) =>
      orNull(async () => {
        const itself = await disk.lstat(path, { bigint: true });
        const found = itself.isSymbolicLink() ? await disk.stat(path, { bigint: true }) : itself;
        if (found.isDirectory())
          return { kind: 'folder', changedAtMs: folderChangedAtMs(found), volume: originOf(found).volume };
        // A pipe, a socket, a device: nothing that a program keeps its entries in.
        if (!found.isFile()) return null;
        if (itself.isSymbolicLink() && !(await resolvesInsideFolder(disk, path))) return { kind: 'outside' };
        return { kind: 'file', fingerprint: fingerprintOf(found), origin: originOf(found) };
      }),

    read: (path, { maxBytes } = { maxBytes: MAX_BYTES.entries }) =>
      openFor(path, async (handle) => {
        let bytes: Uint8Array = new Uint8Array();
        const fingerprint = await readUnchanged(disk, handle, path, async (size) => {
          if (size > maxBytes) throw new FileTooLargeError(path, size, maxBytes);
          bytes = new Uint8Array(size);
          return fill(handle, bytes);
        });
        return fingerprint && { bytes, fingerprint };
      }),

    readPieces: (path, take) =>
      openFor(path, (handle) => readUnchanged(disk, handle, path, () => takePieces(handle, take))),

    list: (folder) =>
      orNull(async () => {
        const names = await disk.readdir(folder);
        await removeLeftovers(disk, folder, names, now());
        return names;
      }),

    listKinds: (folder, within) =>
      orNull(async () => {
        const entries =
          within === undefined
            ? await disk.readdir(folder, { withFileTypes: true })
            : await disk.listWithin(folder, within);
        if (entries === null) return null;
        return entries.map((entry) => ({
          name: entry.name,
          kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
        }));
      }),

    isLink: async (path) => (await orNull(() => disk.lstat(path)))?.isSymbolicLink() === true,

    create: (path, bytes) => createFile(disk, path, bytes),

    async move(from, to) {
      const isMoved = await orNull(() => disk.rename(from, to).then(() => true));
      if (isMoved === null) return false;
      await syncFolder(disk, dirname(to));
      return true;
    },

    replace: (path, bytes) => replaceFile(disk, path, bytes),

    async removeFile(path) {
      await orNull(() => disk.unlink(path));
    },
  };
}

/**
 * Reads a file that stays as it is meanwhile; `read` gets its size, and answers how many bytes it found. Afterwards the *path* is looked at as well as the open file: a program
 * that saves by renaming leaves our open one unchanged, but what we read is then no longer what lies there.
 */
async function readUnchanged(
  disk: Disk,
  handle: FileHandle,
  path: string,
  read: (size: number) => Promise<number>,
): Promise<Fingerprint | null> {
  const before = await handle.stat({ bigint: true });
  if (!before.isFile()) return null;
  const length = await read(Number(before.size));
  const [after, atPath] = await Promise.all([
    handle.stat({ bigint: true }),
    disk.stat(path, { bigint: true }),
  ]);
  const unchanged = sameState(before, after) && sameState(before, atPath) && BigInt(length) === before.size;
  // The link too may have been turned after it was checked.
  if (!unchanged || !(await resolvesInsideFolder(disk, path))) return null;
  return fingerprintOf(before);
}

const READ_BYTES = 4 * 1024 * 1024;

/**
 * Fills an array with the beginning of a file, and nothing more: a file that grows meanwhile is not held.
 * @returns how many bytes there were; one more than fit if the file goes on
 */
async function fill(handle: FileHandle, bytes: Uint8Array): Promise<number> {
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, Math.min(READ_BYTES, bytes.length - length), null);
    if (bytesRead === 0) return length;
    length += bytesRead;
  }
  return length + (await handle.read(new Uint8Array(1), 0, 1, null)).bytesRead;
}

const PIECE_BYTES = 64 * 1024;

/** @returns how many bytes there were */
async function takePieces(handle: FileHandle, take: (piece: Uint8Array) => void): Promise<number> {
  const buffer = new Uint8Array(PIECE_BYTES);
  for (let length = 0; ;) {
    const { bytesRead } = await handle.read(buffer, 0, PIECE_BYTES, null);
    if (bytesRead === 0) return length;
    take(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
}

const NOT_THERE = new Set([
  'ENOENT',
  'ENOTDIR',
  // A path that no file can have: a link that leads to itself, a name too long, U+0000 in it.
  'ELOOP',
  'ENAMETOOLONG',
  'ERR_INVALID_ARG_VALUE',
  // The volume is not there: a network drive whose server is gone.
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENODEV',
  'ENOTCONN',
  'ENXIO',
  'ESTALE',
  'ETIMEDOUT',
]);

/** `null` where there is nothing at the path; any other refusal of the system is passed on. */
async function orNull<T>(use: () => Promise<T>): Promise<T | null> {
  try {
    return await use();
  } catch (error) {
    if (NOT_THERE.has(codeOf(error))) return null;
    throw error;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
