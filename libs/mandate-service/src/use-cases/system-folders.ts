import type { FileSystem } from '../files/file-system.js';

/** What systems keep to themselves, wherever it lies. */
const ANYWHERE: ReadonlySet<string> = new Set([
  'system volume information',
  'lost+found',
  'appdata',
  '__macosx',
]);

/** At the top of a Windows volume. */
const ON_A_LETTER: ReadonlySet<string> = new Set([
  'config.msi',
  'documents and settings',
  'msocache',
  'perflogs',
  'program files',
  'program files (x86)',
  'programdata',
  'recovery',
  'windows',
]);

/** At the top of everything on Linux and macOS. */
const AT_THE_TOP: ReadonlySet<string> = new Set([
  ...['bin', 'boot', 'dev', 'etc', 'lib', 'lib32', 'lib64', 'libx32', 'proc', 'run', 'sbin', 'snap', 'sys'],
  ...['usr', 'var', 'applications', 'cores', 'library', 'private', 'system'],
]);

/** Where the kernel shows its own state as files. */
const OF_THE_KERNEL: ReadonlySet<string> = new Set(['/dev', '/proc', '/sys']);

/**
 * Whether no file at this path can belong to a mandate [D4a]: it is hidden, in a hidden folder or in the bin, or in a
 * folder of the kernel.
 */
export function isOffLimits(files: Pick<FileSystem, 'folderOf' | 'nameOf'>, path: string): boolean {
  if (/^[\\/]{2}\.[\\/]/.test(path)) return true; // A device of Windows: `\\.\COM1`.
  for (let at = path; files.folderOf(at) !== at; at = files.folderOf(at)) {
    if (at === '/dev/shm') return false; // Memory that holds ordinary files.
    const name = files.nameOf(at);
    if (name.startsWith('.') || name.toLowerCase() === '$recycle.bin' || OF_THE_KERNEL.has(at)) return true;
  }
  return false;
}

/**
 * Whether what lies in a folder is not shown to somebody who looks for a file, and not searched [D3]: what is hidden,
 * and what belongs to the system.
 */
export function isLeftOut({ folderOf }: Pick<FileSystem, 'folderOf'>, folder: string, name: string): boolean {
  // Windows keeps its bin, and what it recovers from, under names that begin so.
  if (name.startsWith('.') || name.startsWith('$')) return true;
  const known = name.toLowerCase();
  if (ANYWHERE.has(known)) return true;
  if (folderOf(folder) !== folder) return false;
  if (folder === '/') return AT_THE_TOP.has(known);
  return /^[a-z]:[\\/]?$/i.test(folder) && ON_A_LETTER.has(known);
}
