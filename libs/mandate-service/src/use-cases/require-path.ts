import { SynchroError } from '@synchro/sync-core/contract';
import type { Environment } from '../environment.js';
import type { FoundPath } from '../files/file-system.js';
import { nullIfRefused } from './refused-by-system.js';
import { isOffLimits } from './system-folders.js';

/**
 * The path without `.` and `..` steps, as all comparisons need it.
 * @throws {SynchroError} `path-not-absolute`
 */
export function requireAbsolute({ files }: Pick<Environment, 'files'>, field: string, path: string): string {
  if (!files.isAbsolute(path)) throw new SynchroError('path-not-absolute', { field, path });
  return files.join(files.folderOf(path), files.nameOf(path));
}

/**
 * What the file looks like now.
 * @throws {SynchroError} `path-not-found` also for a folder, a link that leads outside, a path where no file can belong
 *   to a mandate, and one that the system refuses to the service: the answer does not reveal what exists [D4a]
 */
export async function requireFileAt(
  { files }: Pick<Environment, 'files'>,
  field: string,
  path: string,
): Promise<FoundPath & { readonly kind: 'file' }> {
  const found = isOffLimits(files, path) ? null : await files.stat(path).catch(nullIfRefused);
  if (found?.kind !== 'file') throw new SynchroError('path-not-found', { field, path });
  return found;
}
