import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { readVersion } from './history.js';
import type { History, Source, Version } from './history.js';
import type { Multiset } from './multiset.js';

/**
 * What must count by now of what lies on the disk, once enough time has passed [T1–T5]. Where a rule leaves it open
 * whether a version looks restored, the service decides and its reason is checked.
 */
export async function acceptVersions(history: History): Promise<void> {
  for (const source of history.attachedSources) {
    const found = await history.harness.files.read(history.at(source.name));
    if (found === null) source.trouble = 'missing';
    else acceptBytes(history, source, found.bytes);
  }
}

function acceptBytes(history: History, source: Source, bytes: Uint8Array): void {
  const version = readVersion(bytes);
  if (version === null) {
    source.trouble = 'unreadable';
    return;
  }
  const isConfirmed = source.confirmed === bytesToHex(sha256(bytes));
  const isSuspect =
    !isConfirmed &&
    (wentBack(source, version) || isStranger(history, source, version) || isMass(history, source, version));
  source.trouble = isSuspect ? 'suspect' : null;
  if (isSuspect) return;
  if (isConfirmed) source.acceptedUid = version.uid;
  source.known = version;
  source.confirmed = null;
}

const wentBack = ({ known }: Source, { lot }: Version): boolean => known !== null && lot < known.lot;

/** Whether no index gives it the uid that it bears; what counted already is not asked about again. */
function isStranger(history: History, source: Source, { uid, bytes }: Version): boolean {
  const listed = history.attachedPeriods.flatMap(({ year }) => source.uids.get(year) ?? []);
  if (listed.includes(uid) || source.acceptedUid === uid) return false;
  const isKnown = source.known !== null && sameBytes(source.known.bytes, bytes);
  return !isKnown || history.troubleOf(source)?.kind === 'suspect';
}

/** Whether the service asks about a mass deletion; it must if it is a plain one, and may only if much is gone. */
function isMass(history: History, source: Source, version: Version): boolean {
  const posted = history.posted(source);
  const gone = lacking(posted, version.contents);
  const isMuch = gone >= 10 && gone * 2 > posted.size;
  const trouble = history.troubleOf(source);
  if (trouble?.kind !== 'suspect') {
    // At most so many of them are only changed, and what was posted in a detached period is never gone [C5]; what was
    // gone before may have been confirmed [T4a].
    const kept = history.posted(source, ({ isDetached }) => isDetached);
    const deleted = gone - lacking(kept, version.contents) - lacking(version.contents, posted);
    const goneBefore = source.known === null ? 0 : lacking(posted, source.known.contents);
    if (deleted >= 10 && deleted * 2 > posted.size && goneBefore === 0)
      throw new Error(`${source.name}: ${deleted} posted entries are gone, and nobody is asked.`);
    return false;
  }
  // A trouble that stands is not taken back where the posting that it was about was.
  if (source.trouble === 'suspect') return true;
  if (!isMuch) throw new Error(`${source.name} is suspect: ${JSON.stringify(trouble.reasons)}`);
  return true;
}

/** How many items of the first the second lacks. */
const lacking = (first: Multiset, second: Multiset): number =>
  first.items.reduce((sum, item) => sum + Math.max(0, first.count(item) - second.count(item)), 0);

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
