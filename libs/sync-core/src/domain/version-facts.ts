/** What a version of an entry file says of itself in its header, and the contents of its entries. */
export interface VersionFacts {
  readonly lot: number;
  /** Local time without zone, as text that compares: `2026-06-10T11:06:53`. */
  readonly writtenAt: string;
  readonly uid: number;
  /** In file order. */
  readonly contents: readonly string[];
}

/** Whether a version is the beginning of another and the rest is missing: what a file in the making looks like [T1]. */
export function isBeginningOf(version: VersionFacts, whole: VersionFacts): boolean {
  return version.contents.length < whole.contents.length && startsWith(whole.contents, version.contents);
}

/**
 * How many entries of `known` the other version no longer has; identical ones count each. What both begin and end with
 * is passed over first: it cancels out, and programs mostly append or change a line or two of 150,000.
 */
export function countLost(known: VersionFacts, found: VersionFacts): number {
  const [before, now] = [known.contents, found.contents];
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === now.at(-1 - end)) end += 1;

  const remaining = new Map<string, number>();
  for (const content of now.slice(start, now.length - end))
    remaining.set(content, (remaining.get(content) ?? 0) + 1);
  let lost = 0;
  for (const content of before.slice(start, before.length - end)) {
    const left = remaining.get(content) ?? 0;
    if (left === 0) lost += 1;
    else remaining.set(content, left - 1);
  }
  return lost;
}

function startsWith(contents: readonly string[], beginning: readonly string[]): boolean {
  return beginning.length <= contents.length && beginning.every((content, i) => content === contents[i]);
}
