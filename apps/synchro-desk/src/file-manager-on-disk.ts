import { access, cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileManager } from './file-manager.js';

/**
 * The disk. A real drive cannot be unplugged from here: its folder goes where the service has no reason to look.
 * @param unplugged where to; on the same volume, so that it goes and comes in one step
 */
export function fileManagerOnDisk({ unplugged }: { readonly unplugged: string }): FileManager {
  const exists = (path: string) =>
    access(path).then(
      () => true,
      () => false,
    );
  const move = async (from: string, to: string) => {
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  };
  return {
    exists,
    rename: move,
    copy: (from, to) => cp(from, to, { preserveTimestamps: true, errorOnExist: true, force: false }),
    remove: (path) => rm(path, { force: true }),
    unplug: (drive) => move(drive, unplugged),
    plugIn: async (drive) => {
      if (await exists(unplugged)) await move(unplugged, drive);
    },
    join,
  };
}
