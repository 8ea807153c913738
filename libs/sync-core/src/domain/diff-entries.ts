import { matchByContent, type CurrentEntry, type LeftOver, type PostedKey } from './match-by-content.js';
import { compareLeftOvers, pairLeftOvers, type Pairs } from './pair-left-overs.js';

/** What one source holds against what was posted from it. Only `created`, `changed` and `deleted` are pending. */
export interface EntryDiff {
  /** In file order. */
  readonly created: readonly { readonly current: CurrentEntry; readonly occurrence: number }[];
  /** In file order; `occurrence` is the k of the new content. */
  readonly changed: readonly {
    readonly postedId: string;
    readonly current: CurrentEntry;
    readonly occurrence: number;
  }[];
  readonly deleted: readonly { readonly postedId: string }[];
  /** Numbers to store with the posted entries once this version is taken in; empty for deleted ones [C4]. */
  readonly renumbered: readonly { readonly postedId: string; readonly numbers: readonly number[] }[];
}

/**
 * Compares one source with what was posted from it [C1–C5].
 *
 *     posted ──┬── same content ───────────────▶ nothing is pending        matchByContent   [C3]
 *     current ─┤
 *              └── left over ──┬── paired ─────▶ changed                   pairLeftOvers    [C4]
 *                              └── not paired ─▶ deleted / created
 *
 * Neither the order of the file nor that of the lines in a compound counts. Numbers do only in the version
 * that changes something: afterwards a file may be renumbered at will, as long as the caller stores
 * `renumbered` and passes the pairs on. Linear in the number of entries.
 *
 * @param posted  all that is posted from this source, whatever accounting file it went to
 * @param current all entries of the found version, in file order
 * @param paired  what was *changed* in the version last taken in: posted id → content of its changed form
 */
export function diffEntries(
  posted: readonly PostedKey[],
  current: readonly CurrentEntry[],
  paired: ReadonlyMap<string, string> = new Map(),
): EntryDiff {
  const { matched, gone, spare } = matchByContent(posted, current, paired);
  const pairs = pairLeftOvers(gone, spare, posted, current);
  const occurrences = assignOccurrences(posted, spare, pairs);

  const created: { current: CurrentEntry; occurrence: number }[] = [];
  const changed: { postedId: string; current: CurrentEntry; occurrence: number }[] = [];
  const renumbered: { postedId: string; numbers: readonly number[] }[] = [];
  const renumber = ({ id, numbers }: PostedKey, now: readonly number[]) => {
    if (!sameNumbers(numbers, now)) renumbered.push({ postedId: id, numbers: now });
  };

  for (const { posted: one, current: counterpart } of matched) renumber(one, counterpart.numbers);
  for (const one of spare) {
    const occurrence = occurrences.get(one) ?? 0;
    const before = pairs.get(one);
    if (before === undefined) created.push({ current: one, occurrence });
    else {
      changed.push({ postedId: before.posted.id, current: one, occurrence });
      renumber(before.posted, one.numbers);
    }
  }
  const alive = new Set(pairs.values());
  const deleted: { postedId: string }[] = [];
  for (const one of gone) {
    if (alive.has(one)) continue;
    deleted.push({ postedId: one.posted.id });
    renumber(one.posted, []); // this version has no number for it; an old one would soon be another entry's
  }
  return { created, changed, deleted, renumbered };
}

/**
 * Gives each pending entry the smallest k that no posted entry of the same content has [C3b]. Changed ones
 * come first, in the order of what they were: so posting some of them moves no id of the others.
 */
function assignOccurrences(
  posted: readonly PostedKey[],
  spare: readonly CurrentEntry[],
  pairs: Pairs,
): ReadonlyMap<CurrentEntry, number> {
  const byContent = new Map<
    string,
    { taken: Set<number>; changed: [CurrentEntry, LeftOver][]; created: CurrentEntry[] }
  >();
  for (const one of spare) {
    const slots = byContent.get(one.content) ?? { taken: new Set(), changed: [], created: [] };
    const before = pairs.get(one);
    if (before === undefined) slots.created.push(one);
    else slots.changed.push([one, before]);
    byContent.set(one.content, slots);
  }
  if (byContent.size > 0) for (const one of posted) byContent.get(one.content)?.taken.add(one.occurrence);

  const occurrences = new Map<CurrentEntry, number>();
  for (const { taken, changed, created } of byContent.values()) {
    changed.sort(([, a], [, b]) => compareLeftOvers(a, b));
    let k = 0;
    for (const one of [...changed.map(([current]) => current), ...created]) {
      while (taken.has(k)) k += 1;
      occurrences.set(one, k);
      k += 1;
    }
  }
  return occurrences;
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, i) => number === b[i]);
}
