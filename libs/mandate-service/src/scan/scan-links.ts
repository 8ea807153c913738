import { MISSING_AFTER_MS } from '@synchro/sync-core/domain';
import type { LinkCandidate } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import { commonMarks, extensionOf, identityOf, othersOfKind } from '../use-cases/identity.js';
import { isDisplaced, linkOf, lookOf, otherSince, placesOf } from '../use-cases/links.js';
import { attachedAt, attachedFilesOf } from '../use-cases/lookups.js';
import type { FileRecord, LinkRecord } from '../store/records.js';
import { lookPastRefusals } from '../files/look-past-refusals.js';
import type { SearchedFiles } from '../files/look-past-refusals.js';
import { earliest } from './earliest.js';
import type { CheckRound } from './failed-checks.js';
import type { LinkMemory } from './link-memory.js';
import { lookIntoFile } from './look-into-file.js';
import { noteIdentity } from './note-identity.js';
import { noteLink } from './note-link.js';
import { compareCandidates } from './compare-candidates.js';
import { recheckFound } from './recheck-found.js';
import { searchFiles } from './search-files.js';
import { planSearch } from './search-folders.js';
import type { SearchPlan } from './search-folders.js';
import type { Sightings } from './sightings.js';

const LIMITS = { folders: 200, files: 2_000, opened: 50, openedBytes: 1024 * 1024 * 1024 };
const MAX_CANDIDATES = 20;

/**
 * Looks whether the mandate's files are where it says: what is there is noted for later [L9], what is not is sought
 * where files and folders go that somebody renames in the file manager [L7].
 * @returns milliseconds after which to look again, `null` if there is nothing to wait for
 */
export async function scanLinks(
  env: Environment,
  mandateId: string,
  sightings: Sightings,
  memory: LinkMemory,
  round: CheckRound,
): Promise<number | null> {
  if (!env.followsFiles) return null;
  const due: (number | null)[] = [];
  for (const file of attachedFiles(env, mandateId)) {
    const waitMs = await round.attempt({ accountingFileId: null, path: file.path }, () =>
      scanLink(env, file, { sightings, memory, round }),
    );
    due.push(waitMs);
  }
  return earliest(due);
}

/** What the checks of one scan share. */
interface LinkScan {
  readonly sightings: Sightings;
  readonly memory: LinkMemory;
  readonly round: CheckRound;
}

async function scanLink(
  env: Environment,
  file: FileRecord,
  { sightings, memory, round }: LinkScan,
): Promise<number | null> {
  const found = await env.files.stat(file.path);
  const stillForMs = sightings.stillForMs(file.path, found?.kind === 'file' ? found.fingerprint : null);
  const link = env.store.read((tx) => linkOf(tx, file));
  const foundDue = await recheckFound(env, file, link, found?.kind === 'file', round);
  if (found?.kind === 'file') {
    if (link.status === 'missing')
      noteLink(env, file, { status: 'there', missingSince: null, candidates: [] });
    // Entry files change often, their source keeps how they looked, and they carry their id. What its program found to be
    // another document [L3] is no news of this one either.
    const isLookedAt = file.role !== 'entries' && link.otherDocumentSince === null;
    const due = isLookedAt
      ? await round.attempt({ accountingFileId: null, path: file.path }, () =>
          noteIdentity(env, file, found, stillForMs, memory),
        )
      : null;
    await seekDisplaced(env, file, memory);
    return earliest([foundDue, due]);
  }
  if (stillForMs < MISSING_AFTER_MS) return MISSING_AFTER_MS - stillForMs;
  const searched = lookPast(env, file);
  const plan = await planSearch(searched, file, mandateFolders(env, file), link.origin?.volume ?? null);
  const isTold = link.status === 'missing';
  if (isTold && !memory.isSearchDue(file.id, plan.state)) {
    searched.requireAll();
    return foundDue;
  }
  const candidates = await search(env, file, plan, memory, searched);
  const missingSince = link.missingSince ?? env.clock.now();
  if (!isTold || !sameCandidates(link.candidates, candidates)) {
    // An entry file's source forgets now how it looked, and a later search needs it.
    const look = env.store.read((tx) => lookOf(tx, file));
    noteLink(env, file, { status: 'missing', missingSince, ...NOBODY, look, candidates });
  }
  // What was found counts; what could not be looked at is searched again.
  searched.requireAll();
  memory.searched(file.id, plan.state);
  return foundDue;
}

/** The files as the search for a lost one sees them: its own mandate's folders are expected to be readable. */
function lookPast(env: Environment, file: FileRecord): SearchedFiles {
  const own = new Set([env.files.folderOf(file.path), ...mandateFolders(env, file)]);
  return lookPastRefusals(env.files, (path) => own.has(path) || own.has(env.files.folderOf(path)));
}

/** In whose place another file lies is sought as one that is missing, and is not missing [N14a]. */
async function seekDisplaced(env: Environment, file: FileRecord, memory: LinkMemory): Promise<void> {
  const link = env.store.read((tx) => linkOf(tx, file));
  if (link.status === 'missing') return;
  if (!isDisplaced(link)) {
    if (link.candidates.length > 0) noteLink(env, file, { candidates: [] });
    return;
  }
  const searched = lookPast(env, file);
  const plan = await planSearch(searched, file, mandateFolders(env, file), link.origin?.volume ?? null);
  const state = `${otherSince(link)}\n${plan.state}`;
  if (!memory.isSearchDue(file.id, state)) {
    searched.requireAll();
    return;
  }
  const candidates = await search(env, file, plan, memory, searched);
  if (!sameCandidates(link.candidates, candidates)) noteLink(env, file, { candidates });
  searched.requireAll();
  memory.searched(file.id, state);
}

/** What lies in its place, once something does again, is not known to be another. */
const NOBODY = { otherFile: null, otherDocumentSince: null } as const;

const sameCandidates = (a: readonly LinkCandidate[], b: readonly LinkCandidate[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

async function search(
  env: Environment,
  file: FileRecord,
  { folders, isVolumeMissing }: SearchPlan,
  memory: LinkMemory,
  { files, past }: SearchedFiles,
): Promise<readonly LinkCandidate[]> {
  const { sought, common, known } = env.store.read((tx) => {
    const identity = identityOf(tx, file, env.files.nameOf(file.path));
    return {
      sought: identity,
      common: commonMarks(
        identity.sketch,
        identity.sketch === null ? [] : othersOfKind(tx, file).map(({ link }) => link),
      ),
      known: linkOf(tx, file).candidates.filter(({ reasons }) => reasons.includes('internal-id')),
    };
  });
  const byId: LinkCandidate[] = [];
  for (const candidate of known) {
    // One that cannot be looked at may still be there, and no search would find it again.
    const isThere = await env.files.stat(candidate.path).then(
      (look) => look?.kind === 'file',
      (cause: unknown) => {
        past(candidate.path)(cause);
        return true;
      },
    );
    if (isThere) byId.push(candidate);
  }
  const found = await searchFiles(files, {
    sought,
    common,
    folders,
    extension: extensionOf(file.path),
    // It may lie where it was, in another spelling of é; what lies in its very place is not it.
    isTaken: (path) => {
      if (path === file.path) return true;
      const holder = env.store.read((tx) => attachedAt(tx, path));
      return holder !== undefined && holder.id !== file.id;
    },
    lookInto: (path, { fingerprint }) =>
      memory
        .traitsOf(path, fingerprint, () => lookIntoFile(env, path, fingerprint, file.role === 'entries'))
        .catch(past(path)),
    limits: LIMITS,
  });
  const candidates = [...byId, ...found.filter(({ path }) => !byId.some((one) => one.path === path))];
  const certain = candidates.filter(({ certainty }) => certainty === 'certain');
  // What has the same name elsewhere is no sign of a file whose drive is not there [L5a].
  return (certain.length > 0 || isVolumeMissing ? certain : candidates)
    .toSorted(compareCandidates)
    .slice(0, MAX_CANDIDATES);
}

/** The folders of the mandate's other files, and those where files of it certainly are now. */
function mandateFolders(env: Environment, { id, mandateId }: FileRecord): readonly string[] {
  const certainPlace = (link: LinkRecord): readonly string[] => {
    const [first, second] = placesOf(link);
    return first?.certainty === 'certain' && second?.certainty !== 'certain' ? [first.path] : [];
  };
  return env.store.read((tx) =>
    tx.files
      .by('mandateId', mandateId)
      .filter((file) => file.id !== id && file.detachedAt === null)
      .flatMap((file) => [file.path, ...certainPlace(linkOf(tx, file))])
      .map((path) => env.files.folderOf(path)),
  );
}

const attachedFiles = (env: Environment, mandateId: string): readonly FileRecord[] =>
  env.store.read((tx) => attachedFilesOf(tx, mandateId));
