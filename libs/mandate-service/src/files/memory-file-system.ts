import type { FileSystem } from './file-system.js';
import { FileSystemError, MemoryTree, folderOf, isWithin, joinPath, nameOf } from './memory-tree.js';
import type { MemoryFile, MemoryFolder, MemoryNode } from './memory-tree.js';
import type { Fingerprint } from '../store/records.js';
import { utf8 } from './utf8.js';

/** What a test does to the files behind the service's back. Folders that a path names are made where missing. */
export interface MemoryFileSystem extends FileSystem {
  /** Writes in place, as most programs do: the file keeps its inode. Text is UTF-8. */
  write(path: string, content: string | Uint8Array): void;
  createFolder(path: string): void;
  /** A symbolic link to a file. */
  link(path: string, target: string): void;
  /** Removes a file, or a folder with all that is in it. */
  remove(path: string): void;
  /** Renames or moves a file or folder; a file that lay at `to` is replaced. */
  rename(from: string, to: string): void;
  /** From now on reading this file is refused, as without permission; `false` ends it. */
  deny(path: string, denied?: boolean): void;
  /** Takes a volume away: the folder and all that is in it are not there until `mount`. */
  unmount(folder: string): void;
  mount(folder: string): void;
  /** Tells each folder in which something came, changed or went, as a watcher would. Returns how to stop it. */
  onChange(listener: (folder: string) => void): () => void;
}

/** A file system in memory with POSIX paths; the caller's clock gives its files their times. */
export function createMemoryFileSystem(
  options: { now(): number } = { now: () => Date.now() },
): MemoryFileSystem {
  const tree = new MemoryTree();
  const unmounted = new Set<string>();
  const listeners = new Set<(folder: string) => void>();
  let lastInode = 0;

  const tell = (folders: Iterable<string>) => {
    for (const folder of new Set(folders)) for (const listener of [...listeners]) listener(folder);
  };
  const isThere = (path: string) => ![...unmounted].some((folder) => isWithin(path, folder));
  const find = (path: string) => (isThere(path) ? tree.find(path) : null);
  const folderAt = (path: string): MemoryFolder => {
    if (!isThere(path)) throw new FileSystemError('ENOENT', path);
    return tree.makeFolder(path);
  };
  const place = (path: string, node: MemoryNode) =>
    void folderAt(folderOf(path)).entries.set(nameOf(path), node);
  const take = (path: string): MemoryNode => {
    const node = find(path);
    if (node === null) throw new FileSystemError('ENOENT', path);
    folderAt(folderOf(path)).entries.delete(nameOf(path));
    return node;
  };
  const newFile = (bytes: Uint8Array): MemoryFile => {
    return { kind: 'file', bytes, modifiedAtMs: options.now(), inode: ++lastInode, denied: false };
  };

  /** What the service sees at a path: what is behind a link only if that lies within the link's folder. */
  const look = (path: string): MemoryFile | MemoryFolder | 'outside' | null => {
    const node = find(path);
    if (node?.kind !== 'link') return node;
    const target = find(node.target);
    if (target === null || target.kind === 'link') return null;
    return isWithin(node.target, folderOf(path)) ? target : 'outside';
  };

  return {
    isAbsolute: (path) => path.startsWith('/'),
    folderOf,
    nameOf,
    join: joinPath,

    stat: (path) =>
      settle(() => {
        const found = look(path);
        if (found === null) return null;
        if (found === 'outside') return { kind: 'outside' };
        return found.kind === 'folder'
          ? { kind: 'folder' }
          : { kind: 'file', fingerprint: fingerprintOf(found) };
      }),
    read: (path) =>
      settle(() => {
        const found = look(path);
        if (found === null || found === 'outside' || found.kind === 'folder') return null;
        if (found.denied) throw new FileSystemError('EACCES', path);
        return { bytes: found.bytes.slice(), fingerprint: fingerprintOf(found) };
      }),
    list: (folder) =>
      settle(() => {
        const found = find(folder);
        return found?.kind === 'folder' ? [...found.entries.keys()] : null;
      }),
    replace: (path, bytes) =>
      settle(() => {
        const folder = find(folderOf(path));
        if (folder?.kind !== 'folder') throw new FileSystemError('ENOENT', path);
        if (folder.entries.get(nameOf(path))?.kind === 'folder') throw new FileSystemError('EISDIR', path);
        folder.entries.set(nameOf(path), newFile(bytes.slice()));
        tell([folderOf(path)]);
      }),

    write(path, content) {
      const bytes = typeof content === 'string' ? utf8(content) : content.slice();
      const known = find(path);
      if (known?.kind === 'folder') throw new FileSystemError('EISDIR', path);
      if (known?.kind === 'file') {
        known.bytes = bytes;
        known.modifiedAtMs = nextTime(known.modifiedAtMs, options.now());
      } else place(path, newFile(bytes));
      tell([folderOf(path)]);
    },
    createFolder(path) {
      folderAt(path);
      tell([folderOf(path)]);
    },
    link(path, target) {
      place(path, { kind: 'link', target });
      tell([folderOf(path)]);
    },
    remove(path) {
      const concerned = [folderOf(path), ...tree.foldersFrom(path)];
      take(path);
      tell(concerned);
    },
    rename(from, to) {
      const concerned = [folderOf(from), folderOf(to), ...tree.foldersFrom(from)];
      place(to, take(from));
      tell([...concerned, ...tree.foldersFrom(to)]);
    },
    deny(path, denied = true) {
      const node = find(path);
      if (node?.kind !== 'file') throw new FileSystemError('ENOENT', path);
      node.denied = denied;
      tell([folderOf(path)]);
    },
    unmount(folder) {
      unmounted.add(folder);
      tell([folderOf(folder), ...tree.foldersFrom(folder)]);
    },
    mount(folder) {
      unmounted.delete(folder);
      tell([folderOf(folder), ...tree.foldersFrom(folder)]);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Runs it now and answers as a promise, a throw as a rejection. */
const settle = <T>(use: () => T): Promise<T> => new Promise((resolve) => resolve(use()));

const fingerprintOf = ({ bytes, modifiedAtMs, inode }: MemoryFile): Fingerprint => ({
  size: bytes.length,
  modifiedAtMs,
  inode,
});

/** A test's clock may stand still between two writes; a disk's does not, and a fingerprint relies on that. */
const nextTime = (last: number, now: number): number => (Math.floor(last) === now ? last + 0.001 : now);
