import {
  matchByContent,
  sameNumbers,
  type CurrentEntry,
  type LeftOver,
  type PostedKey,
  type Renumbering,
} from './match-by-content.js';
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
  readonly renumbered: readonly Renumbering[];
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
  const { renumbered, gone, spare } = matchByContent(posted, current, paired);
  const pairs = pairLeftOvers(gone, spare, posted, current);
  const nextFree = freeOccurrences(posted, spare);
  const ofChanged = occurrencesOfChanged(pairs, nextFree);

  const created: { current: CurrentEntry; occurrence: number }[] = [];
  const changed: { postedId: string; current: CurrentEntry; occurrence: number }[] = [];
  const renewed = [...renumbered];
  const renew = ({ id, numbers }: PostedKey, now: readonly number[]) => {
    if (!sameNumbers(numbers, now)) renewed.push({ postedId: id, numbers: now });
  };

  for (const one of spare) {
    const before = pairs.get(one);
    if (before === undefined) created.push({ current: one, occurrence: nextFree(one.content) });
    else {
      changed.push({ postedId: before.posted.id, current: one, occurrence: ofChanged.get(one) ?? 0 });
      renew(before.posted, one.numbers);
    }
  }
  const alive = new Set(pairs.values());
  const deleted: { postedId: string }[] = [];
  for (const one of gone) {
    if (alive.has(one)) continue;
    deleted.push({ postedId: one.posted.id });
    renew(one.posted, []); // this version has no number for it; an old one would soon be another entry's
  }
  return { created, changed, deleted, renumbered: renewed };
}

/**
 * Gives out the k of pending entries: the smallest ones that no posted entry of the same content has [C3b].
 * Asked in a fixed order, changed ones first, so that posting some of them moves no id of the others.
 */
function freeOccurrences(
  posted: readonly PostedKey[],
  spare: readonly CurrentEntry[],
): (content: string) => number {
  const next = new Map(spare.map((one) => [one.content, 0]));
  const taken = new Map<string, Set<number>>();
  for (const { content, occurrence } of next.size === 0 ? [] : posted) {
    if (next.has(content)) taken.set(content, (taken.get(content) ?? new Set()).add(occurrence));
  }
  return (content) => {
    let k = next.get(content) ?? 0;
    while (taken.get(content)?.has(k) === true) k += 1;
    next.set(content, k + 1);
    return k;
  };
}

/** The k of changed entries, in the order of what they were: two may have become the same. */
function occurrencesOfChanged(
  pairs: Pairs,
  nextFree: (content: string) => number,
): ReadonlyMap<CurrentEntry, number> {
  const byContent = new Map<string, [CurrentEntry, LeftOver][]>();
  for (const pair of pairs) {
    const same = byContent.get(pair[0].content);
    if (same === undefined) byContent.set(pair[0].content, [pair]);
    else same.push(pair);
  }
  const occurrences = new Map<CurrentEntry, number>();
  for (const [content, same] of byContent) {
    if (same.length > 1) same.sort(([, a], [, b]) => compareLeftOvers(a, b));
    for (const [current] of same) occurrences.set(current, nextFree(content));
  }
  return occurrences;
}
