import type { Fingerprint } from '../store/records.js';

/**
 * The few things the service asks of a file system; real on the agent, in memory in the world.
 * `file-system.contract.ts` is what both must pass. A path is absolute, in the system's own notation.
 */
export interface FileSystem {
  /**
   * What lies at the path: `null` if nothing (or its volume is not there). A link that leads out of its folder is
   * `outside` and is never opened.
   */
  stat(path: string): Promise<FoundPath | null>;
  /**
   * The whole file together with the fingerprint it had; `null` where there is none, it leads outside, or it changed while it was
   * read (then it will be hinted again).
   * @throws what the system says where a file is there and cannot be read (permission, I/O)
   */
  read(path: string): Promise<{ readonly bytes: Uint8Array; readonly fingerprint: Fingerprint } | null>;
  /** Names of the folder's entries; `null` where the folder is not there. */
  list(folder: string): Promise<readonly string[] | null>;
  /** Writes a small file whole or not at all. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  readonly isAbsolute: (path: string) => boolean;
  readonly folderOf: (path: string) => string;
  readonly nameOf: (path: string) => string;
  /** Without `.` and `..` steps. */
  readonly join: (folder: string, name: string) => string;
}

export type FoundPath =
  | { readonly kind: 'file'; readonly fingerprint: Fingerprint }
  | { readonly kind: 'folder' }
  | { readonly kind: 'outside' };
