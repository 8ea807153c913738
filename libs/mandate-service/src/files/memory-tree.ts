/** What lies at a path of the memory file system. */
export type MemoryNode = MemoryFile | MemoryFolder | { readonly kind: 'link'; readonly target: string };

export interface MemoryFile {
  readonly kind: 'file';
  inode: number;
  bornAtMs: number;
  bytes: Uint8Array;
  modifiedAtMs: number;
  /** When its content, name or rights last changed. */
  changedAtMs: number;
  /** Reading it is refused, as without permission. */
  denied: boolean;
}

export interface MemoryFolder {
  readonly kind: 'folder';
  readonly entries: Map<string, MemoryNode>;
  /** When something in it last came, went or was renamed. */
  changedAtMs: number;
  /** Listing it is refused, as without permission. */
  denied?: boolean;
}

/** An error with the code of the system call, as Node throws it. */
export class FileSystemError extends Error {
  override readonly name = 'FileSystemError';
  readonly code: string;

  constructor(code: 'ENOENT' | 'ENOTDIR' | 'EISDIR' | 'EACCES', path: string) {
    super(`${code}: ${path}`);
    this.code = code;
  }
}

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export function joinPath(folder: string, name: string): string {
  const segments: string[] = [];
  for (const segment of segmentsOf(`${folder}/${name}`)) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** Whether a path is the folder or lies in it, at any depth. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Folders and what is in them, by absolute POSIX path; links are nodes like others here. */
export class MemoryTree {
  readonly #root: MemoryFolder = { kind: 'folder', entries: new Map(), changedAtMs: 0 };

  find(path: string): MemoryNode | null {
    let node: MemoryNode = this.#root;
    for (const name of segmentsOf(path)) {
      const next: MemoryNode | undefined = node.kind === 'folder' ? node.entries.get(name) : undefined;
      if (next === undefined) return null;
      node = next;
    }
    return node;
  }

  /**
   * The folder at the path, made with those above it where it is missing.
   * @throws {FileSystemError} `ENOTDIR`
   */
  makeFolder(path: string): MemoryFolder {
    let folder = this.#root;
    for (const name of segmentsOf(path)) {
      const next: MemoryNode = folder.entries.get(name) ?? {
        kind: 'folder',
        entries: new Map(),
        changedAtMs: 0,
      };
      if (next.kind !== 'folder') throw new FileSystemError('ENOTDIR', path);
      folder.entries.set(name, next);
      folder = next;
    }
    return folder;
  }

  /** The folder at the path, if it is one, and all folders in it, at any depth. */
  *foldersFrom(path: string): IterableIterator<string> {
    const node = this.find(path);
    if (node?.kind !== 'folder') return;
    yield path;
    for (const name of node.entries.keys()) yield* this.foldersFrom(joinPath(path, name));
  }
}

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');
