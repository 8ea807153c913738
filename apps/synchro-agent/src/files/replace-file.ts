import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FileAccessError } from '@synchro/mandate-service';
import type { Disk } from './disk.js';
import { temporaryName } from './leftovers.js';
import { resolvesInsideFolder } from './resolves-inside-folder.js';

/**
 * Writes a small file whole or not at all. The file keeps its rights and, as far as the system allows it, its owner and
 * group. Of a link, the file it leads to is written, and the link stays.
 *
 * @throws {FileAccessError} `no-access`: a link that leads out of its folder; what the system says
 */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const entry = await disk.lstat(path).catch(undefinedWhereNothingIs);
  const target = entry?.isSymbolicLink() === true ? await linkTarget(disk, path) : path;
  const before = target === path ? entry : await disk.lstat(target);
  const temporary = join(dirname(target), temporaryName(basename(target)));
  try {
    await writeDurably(disk, temporary, bytes, before?.isFile() === true ? before : undefined);
    await disk.rename(temporary, target);
  } catch (error) {
    await disk.unlink(temporary).catch(() => undefined); // Removed as a leftover then.
    throw error;
  }
  await syncFolder(disk, dirname(target));
}

/**
 * Makes a small file where there is none.
 * @returns whether it was made; false: something has that name
 */
export async function createFile(disk: Disk, path: string, bytes: Uint8Array): Promise<boolean> {
  let handle: FileHandle;
  try {
    handle = await disk.open(path, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    await fill(handle, bytes);
  } catch (error) {
    await disk.unlink(path).catch(() => undefined); // Ours, and half of it: nothing could be read there.
    throw error;
  }
  await syncFolder(disk, dirname(path));
  return true;
}

async function fill(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function linkTarget(disk: Disk, path: string): Promise<string> {
  if (!(await resolvesInsideFolder(disk, path)))
    throw new FileAccessError(path, 'no-access', { cause: new Error('a link that leads out of its folder') });
  return disk.realpath(path);
}

/** For itself alone until it has the rights of the file that it replaces. */
const PRIVATE = 0o600;

async function writeDurably(disk: Disk, path: string, bytes: Uint8Array, before?: Stats): Promise<void> {
  const handle = await disk.open(path, 'wx', before === undefined ? undefined : PRIVATE);
  try {
    await handle.writeFile(bytes);
    if (before !== undefined && process.platform !== 'win32') await takeOverRights(handle, before);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Only an administrator gives a file to another user; where that is refused, the group is kept if it can be. */
async function takeOverRights(handle: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const mine = await handle.stat();
  const keepGroup = () => handle.chown(mine.uid, gid).catch(unlessRefused);
  if (mine.uid !== uid)
    await handle
      .chown(uid, gid)
      .catch((error: unknown) => (isRefusal(error) ? keepGroup() : Promise.reject(error as Error)));
  else if (mine.gid !== gid) await keepGroup();
  await handle.chmod(mode & 0o777).catch(unlessRefused);
}

/** What a system answers that has no rights, or does not let this user set them. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP'].includes(String(error.code));

function unlessRefused(error: unknown): void {
  if (!isRefusal(error)) throw error;
}

function undefinedWhereNothingIs(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

/** Makes a rename durable; Windows does that by itself and cannot open folders. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await disk.openFolder(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
