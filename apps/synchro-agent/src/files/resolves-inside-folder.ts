import { dirname, sep } from 'node:path';
import type { Disk } from './disk.js';

/** Whether a path leads to a file within its own folder, whatever links are on the way to that folder. */
export async function resolvesInsideFolder(
  disk: Pick<Disk, 'realpath' | 'realpathOfFolder'>,
  path: string,
): Promise<boolean> {
  const [file, folder] = await Promise.all([disk.realpath(path), disk.realpathOfFolder(dirname(path))]);
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
