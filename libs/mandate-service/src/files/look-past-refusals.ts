import { accessProblemOf } from './file-access-error.js';
import type { FileSystem } from './file-system.js';

/** The files as a search sees them, which goes on past what it cannot look at. */
export interface SearchedFiles {
  readonly files: FileSystem;
  /** Remembers that a path was refused. */
  readonly past: (path: string) => (cause: unknown) => null;
  /** Throws the first refusal, so that the search is made again. */
  requireAll(): void;
}

/**
 * Where the file system refuses a folder or a file, nothing is there for the search; the refusal is remembered.
 * @param isOwn whether the path belongs to the mandate: what other people keep to themselves is no refusal to remember
 */
export function lookPastRefusals(files: FileSystem, isOwn: (path: string) => boolean): SearchedFiles {
  const refusals: unknown[] = [];
  const past =
    (path: string) =>
    (cause: unknown): null => {
      if (accessProblemOf(cause) !== 'no-access' || isOwn(path)) refusals.push(cause);
      return null;
    };
  return {
    files: {
      ...files,
      stat: (path) => files.stat(path).catch(past(path)),
      listKinds: (folder, within) => files.listKinds(folder, within).catch(past(folder)),
      read: (path, limit) => files.read(path, limit).catch(past(path)),
      readPieces: (path, take) => files.readPieces(path, take).catch(past(path)),
    },
    past,
    requireAll() {
      if (refusals.length > 0) throw refusals[0];
    },
  };
}
