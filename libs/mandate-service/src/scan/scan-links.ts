import { MISSING_AFTER_MS, recogniseFile } from '@synchro/sync-core/domain';
import type { LinkCandidate } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import { linkOf, lookOf, placeOf } from '../use-cases/links.js';
import { attachedAt, present } from '../use-cases/lookups.js';
import type { FileRecord, LinkRecord } from '../store/records.js';
import { sameFingerprint } from './sightings.js';
import type { Sightings } from './sightings.js';

/** Beyond these a search is left to a person: a folder above may be somebody's whole disk. */
const MAX_FOLDERS = 200;
const MAX_FILES = 2_000;
const MAX_CANDIDATES = 20;

/**
 * Looks whether the mandate's files are where it says. One that is not is sought beside its old place, in the folders
 * of the mandate's other files, and in those beside its old folder: that is where files and folders go that somebody
 * renames in the file manager.
 * @returns milliseconds after which to look again, `null` if there is nothing to wait for
 */
export async function scanLinks(
  env: Environment,
  mandateId: string,
  sightings: Sightings,
): Promise<number | null> {
  if (!env.followsFiles) return null;
  let wait: number | null = null;
  for (const file of attachedFiles(env, mandateId)) {
    const due = await scanLink(env, file, sightings);
    if (due !== null) wait = wait === null ? due : Math.min(wait, due);
  }
  return wait;
}

async function scanLink(env: Environment, file: FileRecord, sightings: Sightings): Promise<number | null> {
  const found = await env.files.stat(file.path);
  const look = found?.kind === 'file' ? found.fingerprint : null;
  const stillForMs = sightings.stillForMs(file.path, look);
  const link = env.store.read((tx) => linkOf(tx, file));
  if (look !== null) {
    // Entry files change often, and their source keeps how they looked.
    const isNews = file.role !== 'entries' && !sameFingerprint(link.look, look);
    if (isNews || link.status === 'missing')
      note(env, file, { status: 'there', missingSince: null, candidates: [], look });
    return null;
  }
  if (stillForMs < MISSING_AFTER_MS) return MISSING_AFTER_MS - stillForMs;
  const candidates = await search(env, file);
  const missingSince = link.missingSince ?? env.clock.now();
  if (link.status === 'there' || JSON.stringify(link.candidates) !== JSON.stringify(candidates))
    note(env, file, { status: 'missing', missingSince, candidates });
  return null;
}

function note(env: Environment, file: FileRecord, changes: Partial<LinkRecord>): void {
  env.store.transaction((tx) => {
    // Restored or detached while it was looked at: then this says nothing any more.
    const current = tx.files.get(file.id);
    if (current?.path !== file.path || current.detachedAt !== null) return;
    tx.links.put({ ...linkOf(tx, current), ...changes });
  });
}

async function search(env: Environment, file: FileRecord): Promise<readonly LinkCandidate[]> {
  const place = placeOf(env.files);
  const { sought, known } = env.store.read((tx) => {
    const link = linkOf(tx, file);
    return {
      sought: { name: place(file.path).name, documentId: link.documentId, look: lookOf(tx, file) },
      known: link.candidates.filter(({ reasons }) => reasons.includes('internal-id')),
    };
  });
  const candidates: LinkCandidate[] = [];
  for (const candidate of known)
    if ((await env.files.stat(candidate.path))?.kind === 'file') candidates.push(candidate);
  for (const path of await possiblePaths(env, file)) {
    if (candidates.some((candidate) => candidate.path === path)) continue;
    const found = await env.files.stat(path);
    if (found?.kind !== 'file') continue;
    const candidate = recogniseFile(sought, {
      place: place(path),
      documentId: null,
      look: found.fingerprint,
    });
    if (candidate !== null) candidates.push(candidate);
  }
  const certain = candidates.filter(({ certainty }) => certainty === 'certain');
  return (certain.length > 0 ? certain : candidates)
    .toSorted((a, b) => b.reasons.length - a.reasons.length || (a.path < b.path ? -1 : 1))
    .slice(0, MAX_CANDIDATES);
}

/** Files of the same kind in the folders where it may have gone, without those that a mandate has already. */
async function possiblePaths(env: Environment, file: FileRecord): Promise<readonly string[]> {
  const { files, store } = env;
  const extension = extensionOf(files.nameOf(file.path));
  const old = files.folderOf(file.path);
  const above = files.folderOf(old);
  const others = attachedFiles(env, file.mandateId).map(({ path }) => files.folderOf(path));
  const beside = ((await files.list(above)) ?? []).map((name) => files.join(above, name));
  const paths: string[] = [];
  for (const folder of [...new Set([old, ...others, above, ...beside])].slice(0, MAX_FOLDERS)) {
    if ((await files.stat(folder))?.kind !== 'folder') continue;
    for (const name of (await files.list(folder)) ?? [])
      if (extensionOf(name) === extension) paths.push(files.join(folder, name));
  }
  return store.read((tx) => paths.filter((path) => attachedAt(tx, path) === undefined)).slice(0, MAX_FILES);
}

const extensionOf = (name: string): string => /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? '';

const attachedFiles = (env: Environment, mandateId: string): readonly FileRecord[] =>
  env.store.read((tx) => {
    present(tx.mandates.get(mandateId), `mandate ${mandateId}`);
    return tx.files.by('mandateId', mandateId).filter(({ detachedAt }) => detachedAt === null);
  });
