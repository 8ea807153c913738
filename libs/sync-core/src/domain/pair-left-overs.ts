import { linesAgree } from './line-content.js';
import { compareNumbers, type CurrentEntry, type LeftOver, type PostedKey } from './match-by-content.js';

/** Which posted entry a current one is the changed form of. */
export type Pairs = ReadonlyMap<CurrentEntry, LeftOver>;

/**
 * Finds out which posted entries that are gone live on, changed, in an entry that nothing accounts for.
 * Only within one accounting file: what moved to another fiscal period is deleted there and new here [C4d].
 *
 *   1. pairs carried over from the version before, by content, whatever the numbers are now   [C4a]
 *   2. by the numbers of the lines, where something else agrees too                           [C4b]
 *
 * @param posted  all posted entries of the source
 * @param current all entries of the found version; a number that occurs twice in either pairs nothing [C4c]
 */
export function pairLeftOvers(
  gone: readonly LeftOver[],
  spare: readonly CurrentEntry[],
  posted: readonly PostedKey[],
  current: readonly CurrentEntry[],
): Pairs {
  if (gone.length === 0 || spare.length === 0) return new Map();
  const carried = carryPairs(gone, spare);
  const settled = new Set(carried.values());
  const open = gone.filter((one) => !settled.has(one));
  const free = spare.filter((one) => !carried.has(one));
  return new Map([...carried, ...pairByNumber(open, free, usableNumbers(open, posted, current))]);
}

/**
 * Keeps the pairs of the version before [C4a]. Where several posted entries had been changed to the same
 * content and less of it is left now, those with unchanged numbers go first, then the order of
 * `compareLeftOvers` decides.
 */
function carryPairs(gone: readonly LeftOver[], spare: readonly CurrentEntry[]): Pairs {
  const pairs = new Map<CurrentEntry, LeftOver>();
  const claims = new Map<string, LeftOver[]>();
  for (const one of gone) {
    if (one.changedTo !== undefined) append(claims, one.posted.accountingFileId + '\n' + one.changedTo, one);
  }
  const offers = new Map<string, CurrentEntry[]>();
  for (const one of claims.size === 0 ? [] : spare) {
    const key = one.accountingFileId + '\n' + one.content;
    if (claims.has(key)) append(offers, key, one);
  }
  for (const [key, offered] of offers) {
    const claimants = (claims.get(key) ?? []).sort(compareLeftOvers);
    offered.sort((a, b) => compareNumbers(a.numbers, b.numbers));
    const byNumbers = new Map(offered.map((one) => [one.numbers.join(), one]));
    const waiting: LeftOver[] = [];
    for (const claimant of claimants) {
      const same = byNumbers.get(claimant.numbers.join());
      if (same === undefined || pairs.has(same)) waiting.push(claimant);
      else pairs.set(same, claimant);
    }
    const free = offered.filter((one) => !pairs.has(one));
    for (const [i, claimant] of waiting.slice(0, free.length).entries()) {
      const one = free[i];
      if (one !== undefined) pairs.set(one, claimant);
    }
  }
  return pairs;
}

/** How strongly a posted and a current entry belong together: more agreeing lines win, then the lowest number. */
interface Bond {
  readonly gone: LeftOver;
  readonly current: CurrentEntry;
  lines: number;
  lowest: number;
}

/**
 * Pairs what shares numbers [C4b]. A compound that was split or merged shares numbers with several others:
 * two entries become a pair only if each is the other's strongest bond. As a usable number belongs to one
 * bond, no two bonds are equally strong, so neither order of file nor order of the posted entries matters.
 */
function pairByNumber(
  gone: readonly LeftOver[],
  spare: readonly CurrentEntry[],
  usable: ReadonlySet<number>,
): Pairs {
  const owners = new Map<number, { readonly gone: LeftOver; readonly line: string }>();
  for (const one of gone) {
    const lines = one.posted.content.split('\n');
    for (const [i, number] of one.numbers.entries()) {
      if (usable.has(number)) owners.set(number, { gone: one, line: lines[i] ?? '' });
    }
  }
  const ofCurrent = new Map<CurrentEntry, Bond>();
  const ofGone = new Map<LeftOver, Bond>();
  for (const current of owners.size === 0 ? [] : spare) {
    for (const bond of bondsOf(current, owners)) {
      if (isStronger(bond, ofCurrent.get(current))) ofCurrent.set(current, bond);
      if (isStronger(bond, ofGone.get(bond.gone))) ofGone.set(bond.gone, bond);
    }
  }
  const pairs = new Map<CurrentEntry, LeftOver>();
  for (const [current, bond] of ofCurrent) if (ofGone.get(bond.gone) === bond) pairs.set(current, bond.gone);
  return pairs;
}

function bondsOf(
  current: CurrentEntry,
  owners: ReadonlyMap<number, { readonly gone: LeftOver; readonly line: string }>,
): Iterable<Bond> {
  const bonds = new Map<LeftOver, Bond>();
  const lines = current.content.split('\n');
  for (const [i, number] of current.numbers.entries()) {
    const owner = owners.get(number);
    if (owner?.gone.posted.accountingFileId !== current.accountingFileId) continue; // [C4d]
    if (!linesAgree(owner.line, lines[i] ?? '')) continue;
    const bond = bonds.get(owner.gone);
    if (bond === undefined) bonds.set(owner.gone, { gone: owner.gone, current, lines: 1, lowest: number });
    else {
      bond.lines += 1;
      bond.lowest = Math.min(bond.lowest, number);
    }
  }
  return bonds.values();
}

function isStronger(bond: Bond, other: Bond | undefined): boolean {
  if (other === undefined || bond.lines !== other.lines) return bond.lines > (other?.lines ?? 0);
  return bond.lowest < other.lowest;
}

/** The numbers of what is gone that say who is who: not 0, and once only on either side [C4c]. */
function usableNumbers(
  gone: readonly LeftOver[],
  posted: readonly PostedKey[],
  current: readonly CurrentEntry[],
): ReadonlySet<number> {
  const asked = new Set(gone.flatMap((one) => one.numbers).filter((number) => number !== 0));
  const once = (items: readonly { readonly numbers: readonly number[] }[]) => {
    const seen = new Map<number, number>();
    for (const { numbers } of items) {
      for (const number of numbers) if (asked.has(number)) seen.set(number, (seen.get(number) ?? 0) + 1);
    }
    return seen;
  };
  const [inPosted, inCurrent] = [once(posted), once(current)];
  return new Set([...asked].filter((number) => inPosted.get(number) === 1 && inCurrent.get(number) === 1));
}

/** By what was posted: content, then k. Independent of files and numbers. */
export function compareLeftOvers(a: LeftOver, b: LeftOver): number {
  if (a.posted.content !== b.posted.content) return a.posted.content < b.posted.content ? -1 : 1;
  return a.posted.occurrence - b.posted.occurrence;
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
