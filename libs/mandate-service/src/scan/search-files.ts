import { recogniseFile } from '@synchro/sync-core/domain';
import type { FileIdentity, FoundFile, LinkCandidate } from '@synchro/sync-core/domain';
import type { FileSystem, FoundPath } from '../files/file-system.js';
import { placeOf } from '../use-cases/links.js';
import { extensionOf } from '../use-cases/identity.js';
import { isLeftOut } from '../use-cases/system-folders.js';
import { compareCandidates } from './compare-candidates.js';
import type { InnerTraits } from './link-memory.js';

/**
 * Which files may be opened: all of the sought kind, those of exactly the size that the sought file had, or none, which
 * are then looked at from outside only.
 */
export type Opening = 'all' | 'same-size' | 'none';

/** A folder to look through, in the order of the search. */
export interface SearchFolder {
  readonly path: string;
  /** Of the files in it: all where it belongs to the mandate, or a person chose it. */
  readonly opens: Opening;
  /** Of the files in the folders below it, at any depth, after all folders that are named; `null`: these are not searched. */
  readonly opensBelow: Opening | null;
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
  readonly limits: SearchLimits;
  /** Asked at each step, so that a search can be given up. */
  readonly isAborted?: () => boolean;
  readonly onProgress?: (progress: SearchProgress) => void;
}

/** Of one search. */
export interface SearchLimits {
  readonly folders: number;
  readonly files: number;
  /** Files that are looked into, and their sizes in all. */
  readonly opened: number;
  readonly openedBytes: number;
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
 * may be and says too little, into them. What is hidden or the system's is passed over [L7e]. It waits for the system at each step, so nothing else has to wait for it.
 * @returns the possible places, the most likely first; those that were found until then, where it was aborted
 */
export async function searchFiles(files: FileSystem, search: Search): Promise<readonly LinkCandidate[]> {
  const queue = [...search.folders];
  const seen = new Set(queue.map(({ path }) => path));
  const candidates: LinkCandidate[] = [];
  const count = { folders: 0, files: 0, opened: 0, openedBytes: 0 };
  const { limits } = search;
  const isAborted = () => search.isAborted?.() === true;

  const tell = () =>
    search.onProgress?.({ folders: count.folders, files: count.files, found: candidates.length });

  // It grows while it is gone through.
  for (const { path: parent, opens, opensBelow } of queue) {
    if (isAborted() || count.folders >= limits.folders || count.files >= limits.files) break;
    const entries = await files.listKinds(parent);
    if (entries === null) continue;
    count.folders += 1;
    const paths: string[] = [];
    for (const { name, kind } of entries) {
      if (isLeftOut(files, parent, name)) continue;
      const path = files.join(parent, name);
      if (kind !== 'folder') {
        if (extensionOf(name) === search.extension && !search.isTaken(path)) paths.push(path);
      } else if (opensBelow !== null && !seen.has(path)) {
        seen.add(path);
        queue.push({ path, opens: opensBelow, opensBelow });
      }
    }
    const wanted = paths.slice(0, limits.files - count.files);
    for (let at = 0; at < wanted.length && !isAborted(); at += AT_A_TIME) {
      const looked = wanted.slice(at, at + AT_A_TIME).map((path) => recogniseAt(path, opens));
      candidates.push(...(await Promise.all(looked)).filter((candidate) => candidate !== null));
      count.files += looked.length;
      tell();
    }
    if (wanted.length === 0) tell();
  }
  return candidates.toSorted(compareCandidates);

  async function recogniseAt(path: string, opens: Opening): Promise<LinkCandidate | null> {
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
    const { size } = found.fingerprint;
    if (candidate?.certainty === 'certain' || !isOpened(opens, sought, size)) return candidate;
    if (count.opened >= limits.opened || count.openedBytes + size > limits.openedBytes) return candidate;
    count.opened += 1;
    count.openedBytes += size;
    const traits = await search.lookInto(path, found);
    return traits === null ? candidate : recogniseFile(sought, { ...outside, ...traits }, common);
  }
}

function isOpened(opens: Opening, sought: FileIdentity, size: number): boolean {
  switch (opens) {
    case 'all':
      return mayBeAlike(sought, size);
    case 'same-size':
      return sought.look?.size === size && mayBeAlike(sought, size);
    case 'none':
      return false;
  }
}

/** Of which a look inside can tell something: documents of less than a third or more than three times the size share too little. */
function mayBeAlike({ carriedId, sketch }: FileIdentity, size: number): boolean {
  if (carriedId !== null) return true;
  return sketch !== null && size >= sketch.size / 3 && size <= sketch.size * 3;
}
