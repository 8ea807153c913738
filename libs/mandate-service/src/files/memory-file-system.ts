import { FileTooLargeError, MAX_BYTES } from './file-size-limits.js';
import type { FileSystem } from './file-system.js';
import { FileSystemError, MemoryTree, folderOf, isWithin, joinPath, nameOf } from './memory-tree.js';
import type { MemoryFile, MemoryFolder, MemoryNode } from './memory-tree.js';
import type { Fingerprint } from '../store/records.js';
import { utf8 } from './utf8.js';

/** What a test does to the files behind the service's back. Folders that a path names are made where missing. */
export interface MemoryFileSystem extends FileSystem {
  /**
   * Writes in place, as most programs do: the file keeps its inode. Text is UTF-8. `keepsTime`: the file keeps its time
   * stamp too, as where a program sets it.
   */
  write(path: string, content: string | Uint8Array, options?: { readonly keepsTime: boolean }): void;
  createFolder(path: string): void;
  /** A symbolic link to a file. */
  link(path: string, target: string): void;
  /** Removes a file, or a folder with all that is in it. */
  remove(path: string): void;
  /** Renames or moves a file or folder; a file that lay at `to` is replaced. */
  rename(from: string, to: string): void;
  /** From now on reading this file, or listing this folder, is refused, as without permission; `false` ends it. */
  deny(path: string, denied?: boolean): void;
  /** From now on the folder is a volume of its own: what moves there, or away, is copied and removed, as `mv` does. */
  makeVolume(folder: string): void;
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
  const volumes = new Set<string>(['/']);
  const listeners = new Set<(folder: string) => void>();
  let lastInode = 0;
  let lastBirth = 0;
  let changes = 0;
  /** Of removed files; given again at once, as ext4 does. */
  const freeInodes: number[] = [];

  const tell = (folders: Iterable<string>) => {
    for (const folder of new Set(folders)) for (const listener of [...listeners]) listener(folder);
  };
  const isThere = (path: string) => ![...unmounted].some((folder) => isWithin(path, folder));
  const find = (path: string) => (isThere(path) ? tree.find(path) : null);
  const folderAt = (path: string): MemoryFolder => {
    if (!isThere(path)) throw new FileSystemError('ENOENT', path);
    return tree.makeFolder(path);
  };
  const volumeOf = (path: string): string =>
    [...volumes].filter((folder) => isWithin(path, folder)).toSorted((a, b) => b.length - a.length)[0] ?? '/';
  const touch = (folder: MemoryFolder) => (folder.changedAtMs = nextTime(folder.changedAtMs, options.now()));
  /** Never twice the same, and finer than a second, as on most disks. */
  const changeTime = (): number => Math.floor(options.now()) + ((changes += 1) % 999) / 1000 + 0.001;
  const place = (path: string, node: MemoryNode) => {
    const folder = folderAt(folderOf(path));
    folder.entries.set(nameOf(path), node);
    if (node.kind === 'file') node.changedAtMs = changeTime();
    touch(folder);
  };
  /** As if it were copied: another number and birth, the time of change stays. */
  const copied = (node: MemoryNode): void => {
    if (node.kind === 'folder') node.entries.forEach(copied);
    if (node.kind !== 'file') return;
    node.inode = ++lastInode;
    node.bornAtMs = lastBirth = nextTime(lastBirth, options.now());
  };
  const take = (path: string): MemoryNode => {
    const node = find(path);
    if (node === null) throw new FileSystemError('ENOENT', path);
    const folder = folderAt(folderOf(path));
    folder.entries.delete(nameOf(path));
    touch(folder);
    return node;
  };
  const newFile = (bytes: Uint8Array): MemoryFile => {
    lastBirth = nextTime(lastBirth, options.now());
    const inode = freeInodes.pop() ?? ++lastInode;
    return {
      kind: 'file',
      bytes,
      modifiedAtMs: lastBirth,
      changedAtMs: changeTime(),
      bornAtMs: lastBirth,
      inode,
      denied: false,
    };
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
        const volume = volumeOf(path);
        if (found.kind === 'folder') return { kind: 'folder', changedAtMs: found.changedAtMs, volume };
        const { bornAtMs } = found;
        return { kind: 'file', fingerprint: fingerprintOf(found), origin: { volume, bornAtMs } };
      }),
    read: (path, { maxBytes } = { maxBytes: MAX_BYTES.entries }) =>
      settle(() => {
        const found = look(path);
        if (found === null || found === 'outside' || found.kind === 'folder') return null;
        if (found.denied) throw new FileSystemError('EACCES', path);
        if (found.bytes.length > maxBytes) throw new FileTooLargeError(path, found.bytes.length, maxBytes);
        return { bytes: found.bytes.slice(), fingerprint: fingerprintOf(found) };
      }),
    readPieces: (path, take) =>
      settle(() => {
        const found = look(path);
        if (found === null || found === 'outside' || found.kind === 'folder') return null;
        if (found.denied) throw new FileSystemError('EACCES', path);
        for (let at = 0; at < found.bytes.length; at += PIECE) take(found.bytes.slice(at, at + PIECE));
        return fingerprintOf(found);
      }),
    list: (folder) =>
      settle(() => {
        const found = find(folder);
        return found?.kind === 'folder' ? [...found.entries.keys()] : null;
      }),
    // No link on the way to a folder is followed here, so `within` changes nothing.
    listKinds: (folder) =>
      settle(() => {
        const found = find(folder);
        if (found?.kind !== 'folder') return null;
        if (found.denied === true) throw new FileSystemError('EACCES', folder);
        return [...found.entries].map(([name, { kind }]) => ({
          name,
          kind: kind === 'link' ? 'other' : kind,
        }));
      }),
    isLink: (path) => settle(() => find(path)?.kind === 'link'),
    create: (path, bytes) =>
      settle(() => {
        const folder = find(folderOf(path));
        if (folder?.kind !== 'folder') throw new FileSystemError('ENOENT', path);
        if (folder.entries.has(nameOf(path))) return false;
        folder.entries.set(nameOf(path), newFile(bytes.slice()));
        touch(folder);
        tell([folderOf(path)]);
        return true;
      }),
    move: (from, to) =>
      settle(() => {
        if (find(from) === null) return false;
        place(to, take(from));
        tell([folderOf(from)]);
        return true;
      }),
    replace: (path, bytes) =>
      settle(() => {
        const folder = find(folderOf(path));
        if (folder?.kind !== 'folder') throw new FileSystemError('ENOENT', path);
        if (folder.entries.get(nameOf(path))?.kind === 'folder') throw new FileSystemError('EISDIR', path);
        folder.entries.set(nameOf(path), newFile(bytes.slice()));
        touch(folder);
        tell([folderOf(path)]);
      }),
    removeFile: (path) =>
      settle(() => {
        const found = find(path);
        if (found === null) return;
        if (found.kind === 'folder') throw new FileSystemError('EISDIR', path);
        take(path);
        if (found.kind === 'file') freeInodes.push(found.inode);
        tell([folderOf(path)]);
      }),

    write(path, content, { keepsTime } = { keepsTime: false }) {
      const bytes = typeof content === 'string' ? utf8(content) : content.slice();
      const known = find(path);
      if (known?.kind === 'folder') throw new FileSystemError('EISDIR', path);
      if (known?.kind === 'file') {
        known.bytes = bytes;
        if (!keepsTime) known.modifiedAtMs = nextTime(known.modifiedAtMs, options.now());
        known.changedAtMs = changeTime();
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
      const node = take(path);
      if (node.kind === 'file') freeInodes.push(node.inode);
      tell(concerned);
    },
    rename(from, to) {
      const concerned = [folderOf(from), folderOf(to), ...tree.foldersFrom(from)];
      const node = take(from);
      if (volumeOf(from) !== volumeOf(to)) copied(node);
      place(to, node);
      tell([...concerned, ...tree.foldersFrom(to)]);
    },
    deny(path, denied = true) {
      const node = find(path);
      if (node === null || node.kind === 'link') throw new FileSystemError('ENOENT', path);
      node.denied = denied;
      if (node.kind === 'file') node.changedAtMs = changeTime();
      tell([folderOf(path)]);
    },
    makeVolume(folder) {
      folderAt(folder);
      volumes.add(folder);
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

/** In which a file is given; small, so that tests see several. */
const PIECE = 4_096;

/** Runs it now and answers as a promise, a throw as a rejection. */
const settle = <T>(use: () => T): Promise<T> => new Promise((resolve) => resolve(use()));

const fingerprintOf = ({ bytes, modifiedAtMs, inode, changedAtMs }: MemoryFile): Fingerprint => ({
  size: bytes.length,
  modifiedAtMs,
  inode,
  changedAtMs,
});

/** A test's clock may stand still between two writes; a disk's does not, and a fingerprint relies on that. */
const nextTime = (last: number, now: number): number => (Math.floor(last) === now ? last + 0.001 : now);
