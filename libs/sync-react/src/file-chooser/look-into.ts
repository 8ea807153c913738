import { CallError } from '@synchro/sync-core/client';
import type { FolderListing } from '../contract-types.js';
import { soughtEntry } from './chooser-entries.js';
import type { Pick } from './chooser-entries.js';
import { parentPath, pathSteps } from './path-steps.js';

/** Lists a folder; `null`: where one can begin. */
export type ListFolder = (path: string | null) => Promise<FolderListing>;

/** A folder that was looked into, and what of it was meant. */
export interface LookedInto {
  readonly listing: FolderListing;
  /** The path of the entry that is meant. */
  readonly meant: string | null;
}

/**
 * The folder, or the nearest one above it that still exists; where none does or may be looked into, the places where one
 * can begin. A folder that was moved away is the very reason why somebody looks for a file.
 */
export async function lookNear(list: ListFolder, start: string | null): Promise<LookedInto> {
  for (let path = start; path !== null; path = parentPath(path)) {
    try {
      return { listing: await list(path), meant: null };
    } catch (error) {
      if (isRefusal(error, 'folder-not-allowed') || isRefusal(error, 'path-not-absolute')) break;
      if (!isRefusal(error, 'path-not-found')) throw error;
    }
  }
  return { listing: await list(null), meant: null };
}

/**
 * What a person typed: a folder, or a file, of which the folder is shown with the file meant.
 *
 * @throws CallError `path-not-found` where there is neither, and what else listing throws
 */
export async function lookAtTyped(list: ListFolder, path: string, pick: Pick): Promise<LookedInto> {
  try {
    return { listing: await list(path), meant: null };
  } catch (error) {
    const folder = parentPath(path);
    if (pick === 'folder' || folder === null || !isRefusal(error, 'path-not-found')) throw error;
    const listing = await list(folder);
    const file = soughtEntry(listing.entries, pathSteps(path).at(-1)?.name ?? null);
    if (file === undefined) throw error;
    return { listing, meant: file.path };
  }
}

const isRefusal = (error: unknown, code: CallError['code']): boolean =>
  error instanceof CallError && error.code === code;
