import type { KeyedEntry } from './keyed-entry.js';

/** An entry that is posted, as far as comparing needs it. */
export interface PostedKey {
  readonly id: string;
  readonly content: string;
  /** k: tells identical bookings of one source apart [C3]. */
  readonly occurrence: number;
  /** Numbers of the lines of `content` in the version last taken in [C4]; empty if that version lacked the entry. */
  readonly numbers: readonly number[];
  readonly accountingFileId: string;
}

/** An entry that the found version of the file holds, with the accounting file that its date belongs to [C6]. */
export interface CurrentEntry extends KeyedEntry {
  readonly accountingFileId: string;
}

/** A posted entry that the file no longer holds as it is, and the traces by which it may be found again. */
export interface LeftOver {
  readonly posted: PostedKey;
  readonly numbers: readonly number[];
  /** Content that it had been changed to in the version before [C4a]. */
  readonly changedTo: string | undefined;
}

/** New numbers for a posted entry. */
export interface Renumbering {
  readonly postedId: string;
  readonly numbers: readonly number[];
}

export interface ContentMatch {
  /** Of the posted entries that are found again: those whose numbers differ. */
  readonly renumbered: readonly Renumbering[];
  readonly gone: readonly LeftOver[];
  /** Current entries that no posted one accounts for, in file order. */
  readonly spare: readonly CurrentEntry[];
}

interface Group {
  readonly posted: PostedKey[];
  readonly current: CurrentEntry[];
}

/**
 * Matches what was posted with what the file holds, by content, as a multiset over the whole source [C3]:
 * what was posted stays matched even if the fiscal periods were redefined since.
 *
 * Identical bookings cannot be told apart, so where one of them is gone it is always the one with the
 * highest k (ids of the others never move). It then bears the traces that the file no longer shows for
 * any of them, be they its own or a twin's: else changing one of two identical bookings would read as
 * "deleted + new" whenever it is the other one that the file changed [C3a].
 */
export function matchByContent(
  posted: readonly PostedKey[],
  current: readonly CurrentEntry[],
  paired: ReadonlyMap<string, string>,
): ContentMatch {
  const groups = groupByContent(posted, current);
  const renumbered: Renumbering[] = [];
  const gone: LeftOver[] = [];
  const spare = new Set<CurrentEntry>();
  const changedTo = (one: PostedKey) => liveTarget(paired.get(one.id), groups);

  for (const group of groups.values()) {
    if (group.posted.length > 1) group.posted.sort((a, b) => a.occurrence - b.occurrence);
    let present: readonly CurrentEntry[] = group.current;
    if (group.posted.length > group.current.length) {
      for (const one of leaveHighest(group, changedTo)) gone.push(one);
    } else if (group.posted.length < group.current.length) {
      for (const one of chooseSpare(group)) spare.add(one);
      present = group.posted.length === 0 ? [] : group.current.filter((one) => !spare.has(one));
    }
    for (let k = 0; k < present.length; k += 1) {
      const [before, now] = [group.posted[k], present[k]];
      if (before && now && !sameNumbers(before.numbers, now.numbers)) {
        renumbered.push({ postedId: before.id, numbers: now.numbers });
      }
    }
  }
  return { renumbered, gone, spare: spare.size === 0 ? [] : current.filter((one) => spare.has(one)) };
}

function groupByContent(posted: readonly PostedKey[], current: readonly CurrentEntry[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const one of posted) {
    const group = groups.get(one.content);
    if (group === undefined) groups.set(one.content, { posted: [one], current: [] });
    else group.posted.push(one);
  }
  for (const one of current) {
    const group = groups.get(one.content);
    if (group === undefined) groups.set(one.content, { posted: [], current: [one] });
    else group.current.push(one);
  }
  return groups;
}

/** The content an entry had been changed to, while the file holds more of it than was posted. */
function liveTarget(content: string | undefined, groups: ReadonlyMap<string, Group>): string | undefined {
  if (content === undefined) return undefined;
  const group = groups.get(content);
  return group !== undefined && group.current.length > group.posted.length ? content : undefined;
}

/** The posted ones of a group that are too many, highest k, with the traces of those that are really gone [C3a]. */
function leaveHighest(
  { posted, current }: Group,
  changedTo: (one: PostedKey) => string | undefined,
): readonly LeftOver[] {
  const left = posted.slice(current.length);
  const gone = current.length === 0 ? left : reallyGone(posted, current, changedTo).slice(0, left.length);
  const [slots, own] = [new Set(left), new Set(gone)];
  const foreign = gone.filter((one) => !slots.has(one)).values();
  return left.map((one) => {
    const traces = own.has(one) ? one : (foreign.next().value ?? one);
    return { posted: one, numbers: traces.numbers, changedTo: changedTo(traces) };
  });
}

/** Identical posted bookings, the most certainly gone first: known as changed, then numbers not shown, then highest k. */
function reallyGone(
  posted: readonly PostedKey[],
  current: readonly CurrentEntry[],
  changedTo: (one: PostedKey) => string | undefined,
): readonly PostedKey[] {
  const shown = countNumbers(current);
  const rank = new Map<PostedKey, number>();
  for (const one of posted) {
    if (changedTo(one) !== undefined) rank.set(one, 0);
    else rank.set(one, takeOne(shown, one) ? 2 : 1);
  }
  return posted.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || b.occurrence - a.occurrence);
}

/** The current ones of a group that are too many: not those with the numbers of a posted one, nor those with the lowest. */
function chooseSpare({ posted, current }: Group): readonly CurrentEntry[] {
  if (posted.length === 0) return current;
  const known = countNumbers(posted);
  const ascending = current.toSorted((a, b) => compareNumbers(a.numbers, b.numbers));
  const familiar: CurrentEntry[] = [];
  const unfamiliar: CurrentEntry[] = [];
  for (const one of ascending) (takeOne(known, one) ? familiar : unfamiliar).push(one);
  return [...familiar, ...unfamiliar].slice(posted.length);
}

interface Numbered {
  readonly numbers: readonly number[];
}

function countNumbers(items: readonly Numbered[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { numbers } of items) counts.set(numbers.join(), (counts.get(numbers.join()) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, { numbers }: Numbered): boolean {
  const left = counts.get(numbers.join()) ?? 0;
  if (left > 0) counts.set(numbers.join(), left - 1);
  return left > 0;
}

export function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, i) => number === b[i]);
}

/** Orders by the numbers in the file instead of by place, so that another order of the file changes nothing. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [i, number] of a.entries()) {
    const difference = number - (b[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
