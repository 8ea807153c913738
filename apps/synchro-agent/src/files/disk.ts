import { lstat, open, readdir, realpath, rename, stat, statfs, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { listWithin } from './list-within.js';
import type { Destination, Lanes } from './lanes.js';
import type { VolumeTable } from './volume-of.js';

/**
 * The calls of the file system that the agent makes, by what they concern: the entry of a folder, what is behind it, or
 * the folder itself. Each is one call of the system, which can hang, or a few on one folder (`listWithin`).
 */
export interface Disk {
  readonly lstat: typeof lstat;
  readonly rename: typeof rename;
  readonly unlink: typeof unlink;
  /** Follows a link, as `open` and `realpath` do. */
  readonly stat: typeof stat;
  readonly open: typeof open;
  readonly realpath: typeof realpath;
  readonly statFolder: typeof stat;
  readonly openFolder: typeof open;
  readonly realpathOfFolder: typeof realpath;
  readonly readdir: typeof readdir;
  readonly listWithin: (folder: string, within: string) => ReturnType<typeof listWithin>;
  readonly statfs: typeof statfs;
}

/** The calls as Node makes them: without a time limit. */
export const plainDisk: Disk = {
  lstat,
  rename,
  unlink,
  stat,
  open,
  realpath,
  statFolder: stat,
  openFolder: open,
  realpathOfFolder: realpath,
  readdir,
  listWithin: (path, within) => listWithin(path, within),
  statfs,
};

export interface BoundDiskOptions {
  readonly disk?: Disk;
  readonly wait?: (ms: number) => Promise<unknown>;
}

/**
 * The same calls, each through the lane of its folder and with a time limit. A large file takes many calls, so its
 * reading is limited by progress. Where the process has no file handles left, opening is tried again for a moment.
 *
 * @throws {FileAccessError} `not-responding`, besides what the system says
 */
export function createBoundDisk(
  lanes: Lanes,
  table: VolumeTable,
  { disk = plainDisk, wait = setTimeout }: BoundDiskOptions = {},
): Disk {
  const holder = (path: string) => (table.isMountPoint(path) ? path : dirname(path));
  const entry = (path: string): Destination => ({ folder: holder(path), file: null });
  const behind = (path: string): Destination => ({ folder: holder(path), file: path });
  const folder = (path: string): Destination => ({ folder: path, file: null });

  const bound = <F>(call: F, to: (path: string) => Destination): F => {
    const run = (path: string, ...rest: unknown[]) =>
      lanes.run(to(path), () => (call as AnyCall)(path, ...rest));
    return run as F;
  };
  const opening = (call: typeof open, to: (path: string) => Destination): typeof open => {
    const run = async (path: string, ...rest: unknown[]) => {
      const handle = await withHandles(wait, () =>
        lanes.run(
          to(path),
          () => (call as AnyCall)(path, ...rest) as Promise<FileHandle>,
          (late) => void late.close(),
        ),
      );
      return boundHandle(handle, to(path), lanes);
    };
    return run as typeof open;
  };
  const learning = <F>(call: F, folderOf: (path: string, found: FoundEntry) => string | null): F => {
    const run = async (path: string, ...rest: unknown[]) => {
      const found = (await (call as AnyCall)(path, ...rest)) as FoundEntry;
      const known = folderOf(path, found);
      if (known !== null) lanes.learnVolume(known, found.dev);
      return found;
    };
    return run as F;
  };
  const boundListWithin = bound(disk.listWithin, folder);
  const boundReaddir = bound(disk.readdir as AnyCall, folder);

  return {
    lstat: learning(bound(disk.lstat, entry), (path, found) => (found.isFile() ? dirname(path) : null)),
    rename: bound(disk.rename, entry),
    unlink: bound(disk.unlink, entry),
    stat: bound(disk.stat, behind),
    open: opening(disk.open, behind),
    realpath: bound(disk.realpath, behind),
    statFolder: learning(bound(disk.statFolder, folder), (path, found) =>
      found.isDirectory() ? path : null,
    ),
    openFolder: opening(disk.openFolder, folder),
    realpathOfFolder: bound(disk.realpathOfFolder, folder),
    readdir: ((path: string, ...rest: unknown[]) =>
      withHandles(wait, () => boundReaddir(path, ...rest))) as typeof readdir,
    listWithin: (path, within) => withHandles(wait, () => boundListWithin(path, within)),
    statfs: bound(disk.statfs, folder),
  };
}

type AnyCall = (path: string, ...rest: unknown[]) => Promise<unknown>;

interface FoundEntry {
  readonly dev: bigint | number;
  isFile(): boolean;
  isDirectory(): boolean;
}

const HANDLE_CALLS: ReadonlySet<string | symbol> = new Set([
  'chmod',
  'chown',
  'read',
  'readFile',
  'stat',
  'sync',
  'writeFile',
]);

function boundHandle(handle: FileHandle, to: Destination, lanes: Lanes): FileHandle {
  /** A handle is closed in any case; where its drive hangs, nobody waits for that. */
  const close = async () => {
    const closing = { isBegun: false };
    try {
      await lanes.run(to, () => {
        closing.isBegun = true;
        return handle.close();
      });
    } catch (error) {
      if (!closing.isBegun) void handle.close().catch(() => undefined);
      throw error;
    }
  };
  return new Proxy(handle, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as (...given: unknown[]) => Promise<unknown>;
      if (name === 'close') return close;
      return HANDLE_CALLS.has(name) ? (...given: unknown[]) => lanes.run(to, () => call(...given)) : call;
    },
  });
}

/** Waits between the tries to open something while the process, or the computer, has no file handles left. */
const HANDLE_WAITS_MS = [50, 100, 200, 400];

async function withHandles<T>(wait: (ms: number) => Promise<unknown>, call: () => Promise<T>): Promise<T> {
  for (const ms of HANDLE_WAITS_MS) {
    try {
      return await call();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code !== 'EMFILE' && code !== 'ENFILE') throw error;
    }
    await wait(ms);
  }
  return call();
}
