import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FileSystem } from '@synchro/mandate-service';
import { fingerprintOf, sameState } from './fingerprint.js';

/** Windows lacks the flag, and has no pipe in a folder that could block a reader. */
const OPEN_FOR_READING = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);

/**
 * How long two writes may bear the same time stamp: a tick of the kernel's clock, up to 10 ms on Linux. A disk with
 * coarser stamps (FAT: 2 s) is not covered; the next change of the file is.
 */
const CLOCK_TICK_MS = 12;

/** What a test puts in to change a file while it is read, and to drive the clock. */
export interface RealFileSystemOptions {
  readonly openFile?: typeof open;
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** The file system of the machine. */
export function createRealFileSystem(options: RealFileSystemOptions = {}): FileSystem {
  const { openFile = open, now = Date.now, wait = setTimeout } = options;

  /**
   * Lets the tick pass in which the file was last written: a second write in it would give other bytes under the same
   * fingerprint, and they would never be noticed.
   */
  const untilStampsDiffer = async (path: string): Promise<void> => {
    const age = now() - (await stat(path)).mtimeMs;
    if (age >= 0 && age < CLOCK_TICK_MS) await wait(CLOCK_TICK_MS - age);
  };

  return {
    isAbsolute,
    folderOf: dirname,
    nameOf: basename,
    join: (folder, name) => join(folder, name),

    stat: (path) =>
      orNull(async () => {
        const found = await stat(path, { bigint: true });
        if (found.isDirectory()) return { kind: 'folder' };
        // A pipe, a socket, a device: nothing that a program keeps its entries in.
        if (!found.isFile()) return null;
        if (!(await liesInItsFolder(path))) return { kind: 'outside' };
        return { kind: 'file', fingerprint: fingerprintOf(found) };
      }),

    read: (path) =>
      orNull(async () => {
        if (!(await liesInItsFolder(path))) return null;
        await untilStampsDiffer(path);
        // Not blocking, since opening a pipe would otherwise wait for its writer for ever.
        const handle = await openFile(path, OPEN_FOR_READING);
        try {
          return await readWhole(handle, path);
        } finally {
          await handle.close();
        }
      }),

    list: (folder) => orNull(() => readdir(folder)),

    async replace(path, bytes) {
      const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
      try {
        await writeDurably(temporary, bytes);
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
    },
  };
}

/**
 * Reads a file that stays as it is meanwhile. Afterwards the *path* is looked at as well as the open file: a program
 * that saves by renaming leaves our open one unchanged, but what we read is then no longer what lies there.
 */
async function readWhole(handle: FileHandle, path: string): ReturnType<FileSystem['read']> {
  const before = await handle.stat({ bigint: true });
  if (!before.isFile()) return null;
  const bytes = await handle.readFile();
  const [after, atPath] = await Promise.all([handle.stat({ bigint: true }), stat(path, { bigint: true })]);
  const unchanged =
    sameState(before, after) && sameState(before, atPath) && BigInt(bytes.length) === before.size;
  // The link too may have been turned after it was checked.
  if (!unchanged || !(await liesInItsFolder(path))) return null;
  return {
    bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    fingerprint: fingerprintOf(before),
  };
}

/** Whether a path leads to a file within its own folder, whatever links are on the way to that folder. */
async function liesInItsFolder(path: string): Promise<boolean> {
  const [file, folder] = await Promise.all([realpath(path), realpath(dirname(path))]);
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a rename durable; Windows does that by itself and cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
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
    if (error instanceof Error && 'code' in error && NOT_THERE.has(String(error.code))) return null;
    throw error;
  }
}
