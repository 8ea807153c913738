import { SynchroError } from '@synchro/sync-core/contract';
import type { FileSearch, SearchQuery } from '@synchro/sync-core/contract';
import type { LinkCandidate } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import { lookPastRefusals } from '../files/look-past-refusals.js';
import type { SearchedFiles } from '../files/look-past-refusals.js';
import type { FileRecord } from '../store/records.js';
import { compareCandidates } from '../scan/compare-candidates.js';
import { lookIntoFile } from '../scan/look-into-file.js';
import { noteLink } from '../scan/note-link.js';
import { searchFiles } from '../scan/search-files.js';
import type { SearchProgress } from '../scan/search-files.js';
import { requireFolder } from './allowed-folders.js';
import { commonMarks, extensionOf, identityOf, othersOfKind } from './identity.js';
import { isLost, linkOf } from './links.js';
import { attachedAt, requireFile } from './lookups.js';

/** A person waits and can give it up: these only end what would never end. */
const LIMITS = { folders: 200_000, files: 1_000_000, opened: 500, openedBytes: 64 * 1024 * 1024 * 1024 };
const MAX_CANDIDATES = 20;
const TELL_EVERY_MS = 100;

/** Who asked for a search, and waits for it. */
export interface SearchFollower {
  /** It is given up as soon as this says so, as an `AbortSignal` does. */
  readonly signal: { readonly aborted: boolean };
  /** How far it is: at once, when nothing can be refused any more, and then at most ten times a second. */
  readonly onProgress: (progress: FileSearch) => void;
}

/**
 * Looks for a lost file in a folder that a person names, in everything below it that is shown to people, and notes
 * where it may be [L7c]; also what was found until the search was given up.
 * @returns the last word: how much was looked at, and how many places are told of the link now
 * @throws {SynchroError} `not-supported`, `mandate-not-found`, `file-not-found`, `path-not-absolute`,
 *   `folder-not-allowed` [D2], `path-not-found`; what the file system says where nothing was found and not all could be
 *   looked at
 */
export async function searchFile(
  env: Environment,
  { mandateId, fileId }: { readonly mandateId: string; readonly fileId: string },
  query: SearchQuery,
  { signal, onProgress }: SearchFollower,
): Promise<FileSearch> {
  if (!env.followsFiles) throw new SynchroError('not-supported');
  env.store.read((tx) => requireFile(tx, mandateId, fileId));
  const { path: folder, within } = await requireFolder(env, 'folder', query.folder);
  const { file, sought, common } = env.store.read((tx) => {
    const asked = requireFile(tx, mandateId, fileId);
    const identity = identityOf(tx, asked, env.files.nameOf(asked.path));
    const others = identity.sketch === null ? [] : othersOfKind(tx, asked).map(({ link }) => link);
    return { file: asked, sought: identity, common: commonMarks(identity.sketch, others) };
  });

  let progress: SearchProgress = { folders: 0, files: 0, found: 0 };
  let toldAtMs = env.clock.elapsedMs();
  onProgress({ isOver: false, ...progress });
  const isAborted = () => signal.aborted;
  const searched = whatPeopleSee(env, within, isAborted);
  const inside = { ...env, files: searched.files };
  const candidates = await searchFiles(inside.files, {
    sought,
    common,
    folders: [{ path: folder, opens: 'all', opensBelow: 'all' }],
    extension: extensionOf(file.path),
    isTaken: (path) => {
      const holder = env.store.read((tx) => attachedAt(tx, path));
      return path === file.path || (holder !== undefined && holder.id !== file.id);
    },
    lookInto: (path, { fingerprint }) => lookIntoFile(inside, path, fingerprint, file.role === 'entries'),
    limits: LIMITS,
    isAborted,
    onProgress(next) {
      progress = next;
      const nowMs = env.clock.elapsedMs();
      if (nowMs - toldAtMs < TELL_EVERY_MS) return;
      toldAtMs = nowMs;
      onProgress({ isOver: false, ...next });
    },
  });
  const found = note(env, file, candidates);
  // "Not found" would be no true answer.
  if (found === 0 && !signal.aborted) searched.requireAll();
  return { isOver: true, ...progress, found };
}

/** The files as somebody sees them who looks through folders; what the system refuses to the service is not there. */
function whatPeopleSee({ files }: Environment, within: string, isAborted: () => boolean): SearchedFiles {
  return lookPastRefusals(
    {
      ...files,
      listKinds: (folder) => files.listKinds(folder, within),
      // A document may have hundreds of megabytes, on a drive that is slow.
      readPieces: (path, take) =>
        files.readPieces(path, (piece) => {
          if (isAborted()) throw new Error('The search was given up.');
          take(piece);
        }),
    },
    () => false,
  );
}

/** @returns how many of the places are told; none where the file was back, restored or detached meanwhile */
function note(env: Environment, file: FileRecord, candidates: readonly LinkCandidate[]): number {
  const link = env.store.read((tx) => linkOf(tx, file));
  const paths = new Set(candidates.map(({ path }) => path));
  const others = link.foundByPerson.filter(({ path }) => !paths.has(path));
  const foundByPerson = [...candidates, ...others].toSorted(compareCandidates).slice(0, MAX_CANDIDATES);
  if (!isLost(link) || candidates.length === 0) return 0;
  noteLink(env, file, { foundByPerson });
  return foundByPerson.filter(({ path }) => paths.has(path)).length;
}
