import type { FileOrigin } from '@synchro/sync-core/domain';
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
   * @param limit `maxBytes` of its kind (`file-size-limits.ts`); of no file more is held in memory
   * @throws {FileTooLargeError} before anything is read; what the system says where a file is there and cannot be read
   * (permission, I/O)
   */
  read(
    path: string,
    limit?: { readonly maxBytes: number },
  ): Promise<{ readonly bytes: Uint8Array; readonly fingerprint: Fingerprint } | null>;
  /**
   * Gives the file piece by piece, for what may be too large to be held; a piece is valid only during the call. Answers as
   * `read` does, and then what was taken before is to be forgotten.
   * @throws as `read`
   */
  readPieces(path: string, take: (piece: Uint8Array) => void): Promise<Fingerprint | null>;
  /** Names of the folder's entries; `null` where the folder is not there. */
  list(folder: string): Promise<readonly string[] | null>;
  /**
   * The folder's entries with what they are, at the cost of `list`: a link, or whatever else, is `other`.
   * @param within the folder, or one above it: `null` is answered where a link below it leads elsewhere, also if the link
   *   takes the place of a folder meanwhile
   */
  listKinds(folder: string, within?: string): Promise<readonly ListedEntry[] | null>;
  /** Whether the path itself is a link, wherever it leads. */
  isLink(path: string): Promise<boolean>;
  /**
   * Makes a small file where there is nothing: of several that try at the same time, one succeeds.
   * @returns false if anything is there, be it a link to nothing; it stays as it is
   * @throws what the system says; nothing of the file is left then
   */
  create(path: string, bytes: Uint8Array): Promise<boolean>;
  /**
   * Gives a file another name in its folder: of several that try at the same time, one succeeds.
   * @returns false if there is none
   */
  move(from: string, to: string): Promise<boolean>;
  /** Writes a small file whole or not at all. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes a file; where none is, that is all right. Of a link it is the link that goes, never what it leads to. */
  removeFile(path: string): Promise<void>;
  readonly isAbsolute: (path: string) => boolean;
  readonly folderOf: (path: string) => string;
  readonly nameOf: (path: string) => string;
  /** Without `.` and `..` steps. */
  readonly join: (folder: string, name: string) => string;
}

export type FoundPath =
  | { readonly kind: 'file'; readonly fingerprint: Fingerprint; readonly origin: FileOrigin }
  /** `changedAtMs`: when something in it last came, went or was renamed. */
  | { readonly kind: 'folder'; readonly changedAtMs: number; readonly volume: string }
  | { readonly kind: 'outside' };

export interface ListedEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}
