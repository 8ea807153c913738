import type { ContentSketch } from '@synchro/sync-core/domain';
import type { Fingerprint } from '../store/records.js';

/** What a look into a file told of it. */
export interface InnerTraits {
  readonly carriedId: string | null;
  readonly sketch: ContentSketch | null;
}

/**
 * What was looked at and need not be again while it has not changed. Kept in memory only: after a restart everything
 * is looked at once.
 */
export interface LinkMemory {
  /** What is in a file of this look; `read` is asked where that is not known. A failure is remembered for a while too. */
  traitsOf(
    path: string,
    look: Fingerprint,
    read: () => Promise<InnerTraits | null>,
  ): Promise<InnerTraits | null>;
  /** Whether a file is to be sought again: the folders have changed, or were looked through some time ago. */
  isSearchDue(fileId: string, folders: string): boolean;
  searched(fileId: string, folders: string): void;
}

/** Sketches of some megabytes in all. */
const REMEMBERED_FILES = 1_000;
const SEARCH_AGAIN_MS = 30_000;
/** A file that its program keeps to itself is tried again this often. */
export const READ_AGAIN_MS = 10_000;

export function createLinkMemory(elapsedMs: () => number): LinkMemory {
  const files = new Map<string, { readonly traits: InnerTraits | null; readonly atMs: number }>();
  const searches = new Map<string, { readonly folders: string; readonly atMs: number }>();
  return {
    async traitsOf(path, { size, modifiedAtMs, inode, changedAtMs = 0 }, read) {
      const key = `${size} ${modifiedAtMs} ${inode} ${changedAtMs} ${path}`;
      const known = files.get(key);
      if (known !== undefined && (known.traits !== null || elapsedMs() - known.atMs < READ_AGAIN_MS))
        return known.traits;
      const traits = await read();
      files.delete(key);
      files.set(key, { traits, atMs: elapsedMs() });
      for (const oldest of files.keys()) {
        if (files.size <= REMEMBERED_FILES) break;
        files.delete(oldest);
      }
      return traits;
    },
    isSearchDue(fileId, folders) {
      const last = searches.get(fileId);
      return last?.folders !== folders || elapsedMs() - last.atMs >= SEARCH_AGAIN_MS;
    },
    searched(fileId, folders) {
      searches.set(fileId, { folders, atMs: elapsedMs() });
    },
  };
}
