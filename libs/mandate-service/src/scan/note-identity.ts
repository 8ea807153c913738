import type { FileTraits } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import { accessProblemOf } from '../files/file-access-error.js';
import type { FoundPath } from '../files/file-system.js';
import { othersOfKind } from '../use-cases/identity.js';
import { linkOf } from '../use-cases/links.js';
import { ownerOf } from '../use-cases/owner-of-file.js';
import type { FileRecord } from '../store/records.js';
import { READ_AGAIN_MS } from './link-memory.js';
import type { LinkMemory } from './link-memory.js';
import { LARGEST_SKETCHED, lookIntoFile } from './look-into-file.js';
import { noteLink } from './note-link.js';
import { sameFingerprint } from './sightings.js';

/** A document is looked into once its program has let it be for so long. */
export const QUIET_MS = 1_000;

/**
 * Notes what a document in its place is known by, so that it is known elsewhere later. Only what is new is noted, and
 * its content only once it is quiet [L9]. What another attached file is known by is no news of this one [L8].
 * @returns milliseconds after which to look again, `null` if there is nothing to wait for
 */
export async function noteIdentity(
  env: Environment,
  file: FileRecord,
  found: FoundPath & { readonly kind: 'file' },
  stillForMs: number,
  memory: LinkMemory,
): Promise<number | null> {
  const { fingerprint: look, origin } = found;
  const link = env.store.read((tx) => linkOf(tx, file));
  const isSketched = link.sketch !== null || look.size > LARGEST_SKETCHED;
  const isSame =
    sameFingerprint(link.look, look) &&
    link.origin?.volume === origin.volume &&
    link.origin.bornAtMs === origin.bornAtMs;
  if (isSame && isSketched && link.otherFile === null) return null;
  // Just attached: without any look it would be lost if it moved now.
  if (link.look === null) noteLink(env, file, { look, origin });
  if (stillForMs < QUIET_MS) return QUIET_MS - stillForMs;

  const inner = await memory.traitsOf(file.path, look, () =>
    lookIntoFile(env, file.path, look, false).catch(nullIfInUse),
  );
  if (inner === null && look.size <= LARGEST_SKETCHED) return READ_AGAIN_MS;
  const sketch = inner?.sketch ?? null;
  const owner = ownerAt(env, file, { documentId: null, carriedId: null, look, origin, sketch });
  if (owner === null) {
    const isOver = link.otherFile !== null;
    if (!isSame || !isSketched || isOver) noteLink(env, file, { look, origin, sketch, otherFile: null });
  } else if (link.otherFile?.fileId !== owner) {
    noteLink(env, file, { otherFile: { fileId: owner, since: env.clock.now() } });
  }
  return null;
}

/** While its program has it open, it may let nobody else read it: that is nothing to report, it is tried again. */
function nullIfInUse(cause: unknown): null {
  const reason = accessProblemOf(cause);
  if (reason === 'busy' || reason === 'no-access') return null;
  throw cause;
}

/** The other attached file that lies in this one's place [L8]. */
function ownerAt(env: Environment, file: FileRecord, here: FileTraits): string | null {
  return env.store.read((tx) => {
    const others = othersOfKind(tx, file).filter(
      // Swapped, each is in the other's place; one that was found to be a third one is no longer known by its place.
      ({ link }) => link.otherFile === null || link.otherFile.fileId === file.id,
    );
    return ownerOf(
      linkOf(tx, file),
      others.map(({ link }) => link),
      here,
    );
  });
}
