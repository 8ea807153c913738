import { lstat, open, readdir, realpath, rename, stat, statfs, unlink } from 'node:fs/promises';
import { listWithin } from './list-within.js';

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

/** The calls as Node makes them. */
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
