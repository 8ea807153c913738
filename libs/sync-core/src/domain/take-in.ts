import type { Instant, ReadProblem, SourceTrouble, SuspectReason } from './model.js';
import { lacksEnd, lostEntries, type LostEntries, type VersionFacts } from './version-facts.js';

/** Programs that write over a network pause within a file; three still seconds are no pause [T1, T2]. */
export const WHOLE_AFTER_MS = 3000;
/** Most programs write in pieces: what is not there yet may come with the next one [T5]. */
export const QUIET_MS = 250;
/** A deletion that did not happen costs more than one that shows a little later [T5]. */
export const DELETED_AFTER_MS = 1000;
/** A program may delete its file and create it anew; people may read it in between [T3]. */
export const MISSING_AFTER_MS = 1000;

/** The end of daylight saving time sets a program's clock back by one hour [T4]. */
const CLOCK_SET_BACK_S = 2 * 60 * 60;

/** So many posted entries must be gone at once, and more than half of them, to look like an older file [T4]. */
const MASS_DELETION = 10;

/** What was found at a source's place, what is known of it, and what was decided before. */
export interface TakeInFacts {
  readonly now: Instant;
  readonly found:
    | { readonly status: 'missing' }
    | { readonly status: 'unreadable'; readonly problems: readonly ReadProblem[] }
    | FoundVersion;
  /** How long the bytes that were read, or the absence of the file, have not changed. */
  readonly stillForMs: number;
  /** The version last taken in. */
  readonly known: VersionFacts | null;
  /** Of the source's posted entries: how many there are, and how many the found version lacks. */
  readonly posted: {
    readonly count: number;
    /** `diffEntries`: deleted. */
    readonly gone: number;
    /** Those of them that are not shown as deleted already. */
    readonly newlyGone: number;
  };
  /** The uid that the accounting's `.ecc` gives the file. */
  readonly expectedUid: number | null;
  /** Another uid that somebody confirmed once. */
  readonly acceptedUid: number | null;
  /** Fingerprint of a suspect version that somebody confirmed. */
  readonly confirmedVersion: string | null;
  /** The present trouble, to keep its `since`. */
  readonly trouble: SourceTrouble | null;
}

export interface FoundVersion extends VersionFacts {
  readonly status: 'read';
  /** Fingerprint of the bytes. */
  readonly version: string;
  readonly endsWithLineEnd: boolean;
  /** Its last entry is a compound that does not balance: more of its lines may follow. */
  readonly endsWithinEntry: boolean;
}

/** `wait`: nothing is to be stored or told yet, look again after `forMs`. `keep`: what was known stays, and why is told. */
export type TakeInDecision =
  | { readonly action: 'take-in' }
  | {
      readonly action: 'wait';
      readonly because: 'incomplete' | 'quiet' | 'unreadable' | 'missing';
      readonly forMs: number;
    }
  | { readonly action: 'keep'; readonly trouble: SourceTrouble };

/**
 * Decides whether what lies at a source's place becomes the known version [T1–T5].
 *
 *     missing ──────── 1 s ────────▶ keep: missing       incomplete ── 3 s ──┐
 *     unreadable ───── 3 s ────────▶ keep: unreadable    whole ──────────────┴─▶ additions ──────────▶ take in
 *                                                                                changes ──── 250 ms ─▶ take in
 *                                                                                deletions ────── 1 s ─▶ take in
 *                                                                                suspect, so late ────▶ keep: suspect
 *
 * A trouble that stands already is renewed without waiting again, and keeps its `since`.
 */
export function decideTakeIn(facts: TakeInFacts): TakeInDecision {
  const { found, now, trouble } = facts;
  switch (found.status) {
    case 'missing':
      if (trouble?.kind === 'missing') return { action: 'keep', trouble };
      return (
        waitUntil('missing', MISSING_AFTER_MS, facts) ?? {
          action: 'keep',
          trouble: { kind: 'missing', since: now },
        }
      );
    case 'unreadable': {
      const { problems } = found;
      if (trouble?.kind === 'unreadable') return { action: 'keep', trouble: { ...trouble, problems } };
      const unreadable: SourceTrouble = { kind: 'unreadable', since: now, problems };
      return waitUntil('unreadable', WHOLE_AFTER_MS, facts) ?? { action: 'keep', trouble: unreadable };
    }
    case 'read':
      return decideVersion(found, facts);
  }
}

function decideVersion(found: FoundVersion, facts: TakeInFacts): TakeInDecision {
  const { known, trouble, now } = facts;
  if (facts.confirmedVersion === found.version) return { action: 'take-in' }; // these very bytes were seen by somebody
  const lost = known === null ? null : lostEntries(known, found);
  const unfinished = isIncomplete(found, lost, facts) ? waitUntil('incomplete', WHOLE_AFTER_MS, facts) : null;
  if (unfinished !== null) return unfinished; // [T1]

  const isLess = known !== null && found.contents.length < known.contents.length;
  const quietMs = isLess ? DELETED_AFTER_MS : lost === null || lost.count === 0 ? 0 : QUIET_MS;
  // Whatever it is found to be then, it waits for quiet first: so long nothing needs to be compared with what was posted.
  const restless = trouble?.kind === 'suspect' ? null : waitUntil('quiet', quietMs, facts);
  if (restless !== null) return restless;

  const reasons = suspectReasons(found, facts, lost);
  const isDeletion = isLess || (quietMs > 0 && facts.posted.newlyGone > 0);
  if (reasons.length > 0) {
    const suspect = { kind: 'suspect', reasons, version: found.version } as const;
    if (trouble?.kind === 'suspect') return { action: 'keep', trouble: { ...suspect, since: trouble.since } };
    const untilToldMs = isDeletion ? DELETED_AFTER_MS : QUIET_MS;
    return waitUntil('quiet', untilToldMs, facts) ?? { action: 'keep', trouble: { ...suspect, since: now } };
  }
  return waitUntil('quiet', isDeletion ? DELETED_AFTER_MS : quietMs, facts) ?? { action: 'take-in' }; // [T5]
}

/** Where no version is known, what was posted is all that is known of the entries, but not their order. */
function isIncomplete(
  found: FoundVersion,
  lost: LostEntries | null,
  { known, posted }: TakeInFacts,
): boolean {
  if (!found.endsWithLineEnd || found.endsWithinEntry) return true;
  if (known === null || lost === null) return posted.count > 0 && posted.gone > 0;
  return lacksEnd(known, found, lost);
}

/**
 * All that makes a version look like an older or restored file [T4]; an equal lot or time is not "back".
 *
 * A mass deletion that the known version already was, somebody has confirmed: only what went since is measured, so
 * that nobody is asked again at every later save [T4a]. Of what is gone, at most `lost` entries can have gone just now.
 */
function suspectReasons(
  found: FoundVersion,
  facts: TakeInFacts,
  lost: LostEntries | null,
): readonly SuspectReason[] {
  const { known, posted, expectedUid, acceptedUid } = facts;
  const reasons: SuspectReason[] = [];
  if (known !== null && found.lot < known.lot) {
    reasons.push({ code: 'lot-went-back', known: known.lot, found: found.lot });
  }
  if (known !== null && timeWentBack(known, found)) {
    reasons.push({ code: 'time-went-back', known: known.writtenAt, found: found.writtenAt });
  }
  if (expectedUid !== null && found.uid !== expectedUid && found.uid !== acceptedUid) {
    reasons.push({ code: 'other-uid', expected: expectedUid, found: found.uid });
  }
  // So that `gone`, which takes a comparison to know, is not asked for.
  if (posted.count === 0 || lost?.count === 0) return reasons;
  const goneNow = Math.min(posted.gone, lost?.count ?? posted.gone);
  const goneBefore = posted.gone - goneNow;
  const isMass = isMassDeletion(goneBefore, posted.count)
    ? isMassDeletion(goneNow, posted.count - goneBefore)
    : isMassDeletion(posted.gone, posted.count);
  if (isMass) {
    reasons.push({ code: 'mass-deletion', posted: posted.count, gone: posted.gone });
  }
  return reasons;
}

/** Where the lot number grew, a program's clock may have been set back, as at the end of daylight saving time. */
function timeWentBack(known: VersionFacts, found: VersionFacts): boolean {
  if (found.writtenAt >= known.writtenAt) return false;
  return found.lot <= known.lot || secondsOf(known.writtenAt) - secondsOf(found.writtenAt) > CLOCK_SET_BACK_S;
}

/** Of a local time `2026-06-10T11:06:53`, since a day that is the same for all; only differences mean something. */
function secondsOf(time: string): number {
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = time.split(/[-T:]/).map(Number);
  // The year begins in March, so that the leap day is its last one and each month before has its fixed place.
  const [fromMarch, years] = month > 2 ? [month - 3, year] : [month + 9, year - 1];
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const days = 365 * years + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day;
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

const isMassDeletion = (gone: number, posted: number): boolean => gone >= MASS_DELETION && gone * 2 > posted;

/** `null`: the file has been still for long enough. */
function waitUntil(
  because: 'incomplete' | 'quiet' | 'unreadable' | 'missing',
  ms: number,
  { stillForMs }: TakeInFacts,
): TakeInDecision | null {
  return stillForMs < ms ? { action: 'wait', because, forMs: ms - stillForMs } : null;
}
