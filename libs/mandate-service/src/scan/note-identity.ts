import { compareContents, compareNumbers } from '@synchro/sync-core/domain';
import type { FileTraits } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import type { FoundPath } from '../files/file-system.js';
import { commonMarks, othersOfKind } from '../use-cases/identity.js';
import { linkOf } from '../use-cases/links.js';
import type { FileRecord, LinkRecord } from '../store/records.js';
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

  const inner = await memory.traitsOf(file.path, look, () => lookIntoFile(env, file.path, look, false));
  if (inner === null && look.size <= LARGEST_SKETCHED) return READ_AGAIN_MS;
  const sketch = inner?.sketch ?? null;
  const owner = ownerOf(env, file, { documentId: null, carriedId: null, look, origin, sketch });
  if (owner === null) {
    const isOver = link.otherFile !== null;
    if (!isSame || !isSketched || isOver) noteLink(env, file, { look, origin, sketch, otherFile: null });
  } else if (link.otherFile?.fileId !== owner) {
    noteLink(env, file, { otherFile: { fileId: owner, since: env.clock.now() } });
  }
  return null;
}

/**
 * The other attached file that lies in this one's place [L8]. A document that is merely quite another than before may
 * have been saved so; only what is known of the other one tells.
 */
function ownerOf(env: Environment, file: FileRecord, here: FileTraits): string | null {
  const { link, others } = env.store.read((tx) => ({
    link: linkOf(tx, file),
    others: othersOfKind(tx, file),
  }));
  const common = commonMarks(here.sketch, [{ file, link }, ...others]);
  const isItself = compareNumbers(link, here) === 'same';
  const isAnother = compareContents(link.sketch, here.sketch, new Set()) === 'another';
  const isHere = (other: LinkRecord, marks: ReadonlySet<string>): boolean =>
    (!isItself && compareNumbers(other, here) === 'same') ||
    (isAnother && isTheirs(compareContents(other.sketch, here.sketch, marks)));
  const owner = others.find((other) => {
    if (other.link.otherFile !== null && other.link.otherFile.fileId !== file.id) return false;
    const rest = others.filter((one) => one !== other);
    return isHere(
      other.link,
      common.size === 0 ? common : commonMarks(here.sketch, [{ file, link }, ...rest]),
    );
  });
  return owner?.file.id ?? null;
}

const isTheirs = (content: ReturnType<typeof compareContents>): boolean =>
  content === 'same' || content === 'alike';
