import { recogniseFile } from '@synchro/sync-core/domain';
import type { FileIdentity, FoundFile, LinkCandidate } from '@synchro/sync-core/domain';
import type { FileSystem, FoundPath } from '../files/file-system.js';
import { placeOf } from '../use-cases/links.js';
import { extensionOf } from '../use-cases/identity.js';
import { compareCandidates } from './compare-candidates.js';
import type { InnerTraits } from './link-memory.js';

/** A folder to look through, in the order of the search. */
export interface SearchFolder {
  readonly path: string;
  /** Its files may be opened: it belongs to the mandate, or a person chose it. Otherwise they are looked at from outside. */
  readonly mayOpen: boolean;
  /** Also what is below it, after all folders that are named. */
  readonly deep: boolean;
  /** Files below it may be opened too: a person chose it with all that is in it. Otherwise they are looked at from outside. */
  readonly opensBelow?: boolean;
}

export interface Search {
  readonly sought: FileIdentity;
  readonly extension: string;
  readonly folders: readonly SearchFolder[];
  /** What other documents of its kind consist of. */
  readonly common: ReadonlySet<string>;
  /** Files that are known to be something else. */
  readonly isTaken: (path: string) => boolean;
  readonly lookInto: (path: string, found: FoundPath & { kind: 'file' }) => Promise<InnerTraits | null>;
  readonly limits: { readonly folders: number; readonly files: number; readonly opened: number };
  /** Asked at each step, so that a search can be given up. */
  readonly isAborted?: () => boolean;
  readonly onProgress?: (progress: SearchProgress) => void;
}

export interface SearchProgress {
  readonly folders: number;
  /** Files of the sought kind. */
  readonly files: number;
  readonly found: number;
}

/** Asked of the system at a time: it has four threads for that, which others need too. */
const AT_A_TIME = 8;

/**
 * Looks for a file, folder by folder: lists each, looks at the files of the sought kind from outside and, where that
 * may be and says too little, into them. It waits for the system at each step, so nothing else has to wait for it.
 * @returns the possible places, the most likely first; those that were found until then, where it was aborted
 */
export async function searchFiles(files: FileSystem, search: Search): Promise<readonly LinkCandidate[]> {
  const queue = [...search.folders];
  const seen = new Set(queue.map(({ path }) => path));
  const candidates: LinkCandidate[] = [];
  const count = { folders: 0, files: 0, opened: 0 };
  const { limits } = search;
  const isAborted = () => search.isAborted?.() === true;

  const tell = () =>
    search.onProgress?.({ folders: count.folders, files: count.files, found: candidates.length });

  // It grows while it is gone through.
  for (const { path: parent, mayOpen, deep, opensBelow = false } of queue) {
    if (isAborted() || count.folders >= limits.folders || count.files >= limits.files) break;
    const entries = await files.listKinds(parent);
    if (entries === null) continue;
    count.folders += 1;
    const paths: string[] = [];
    for (const { name, kind } of entries) {
      const path = files.join(parent, name);
      if (kind !== 'folder') {
        if (extensionOf(name) === search.extension && !search.isTaken(path)) paths.push(path);
      } else if (deep && !seen.has(path)) {
        seen.add(path);
        queue.push({ path, mayOpen: opensBelow, deep, opensBelow });
      }
    }
    const wanted = paths.slice(0, limits.files - count.files);
    for (let at = 0; at < wanted.length && !isAborted(); at += AT_A_TIME) {
      const looked = wanted.slice(at, at + AT_A_TIME).map((path) => recogniseAt(path, mayOpen));
      candidates.push(...(await Promise.all(looked)).filter((candidate) => candidate !== null));
      count.files += looked.length;
      tell();
    }
    if (wanted.length === 0) tell();
  }
  return candidates.toSorted(compareCandidates);

  async function recogniseAt(path: string, mayOpen: boolean): Promise<LinkCandidate | null> {
    const { sought, common } = search;
    const found = await files.stat(path);
    if (found?.kind !== 'file') return null;
    const outside: FoundFile = {
      place: placeOf(files)(path),
      documentId: null,
      carriedId: null,
      look: found.fingerprint,
      origin: found.origin,
      sketch: null,
    };
    const candidate = recogniseFile(sought, outside, common);
    if (!mayOpen || candidate?.certainty === 'certain' || count.opened >= limits.opened) return candidate;
    if (!mayBeAlike(sought, found.fingerprint.size)) return candidate;
    count.opened += 1;
    const traits = await search.lookInto(path, found);
    return traits === null ? candidate : recogniseFile(sought, { ...outside, ...traits }, common);
  }
}

/** Of which a look inside can tell something: documents of less than a third or more than three times the size share too little. */
function mayBeAlike({ carriedId, sketch }: FileIdentity, size: number): boolean {
  if (carriedId !== null) return true;
  return sketch !== null && size >= sketch.size / 3 && size <= sketch.size * 3;
}
