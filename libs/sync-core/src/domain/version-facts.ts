/** What a version of an entry file says of itself in its header, and the contents of its entries. */
export interface VersionFacts {
  readonly lot: number;
  /** Local time without zone, as text that compares: `2026-06-10T11:06:53`. */
  readonly writtenAt: string;
  readonly uid: number;
  /** In file order. */
  readonly contents: readonly string[];
}

/** What the next version of a file no longer has of the known one; identical entries count each. */
export interface LostEntries {
  readonly count: number;
  /** How many of the last known entries in a row are among them. */
  readonly atEnd: number;
}

/**
 * Whether known entries are missing from the end, which is what a file that is still being written looks like, even if
 * other entries were changed before: the file holds the first of them and nothing else, or two or more of the last ones
 * are gone, or only some lines of the last one are left [T1e]. A single last one that is gone may just have been changed
 * or deleted [T1].
 */
export const lacksEnd = (known: VersionFacts, found: VersionFacts, lost: LostEntries): boolean =>
  lost.atEnd >= 2 ||
  (lost.atEnd === 1 && isPartOf(found.contents.at(-1) ?? '', known.contents.at(-1) ?? '')) ||
  (lost.atEnd === 1 &&
    found.contents.length < known.contents.length &&
    found.contents.every((content, i) => content === known.contents[i]));

/** Whether a compound has some of the lines of another, and no others. Contents are sorted lines [C2]. */
function isPartOf(content: string, whole: string): boolean {
  const lines = whole.split('\n');
  const isThere = (line: string): boolean => {
    const at = lines.indexOf(line);
    if (at >= 0) lines.splice(at, 1);
    return at >= 0;
  };
  return content !== whole && content.split('\n').every(isThere);
}

/**
 * What of `known` the other version no longer has. What both begin and end with is passed over first: it cancels out,
 * and programs mostly append or change a line or two of 150,000. Of identical entries the first ones count as kept.
 */
export function lostEntries(known: VersionFacts, found: VersionFacts): LostEntries {
  const [before, now] = [known.contents, found.contents];
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === now.at(-1 - end)) end += 1;
  // If an entry like the last one comes earlier, the end that both have may be that earlier one's.
  if (end > 0 && before.indexOf(before.at(-1) ?? '') < before.length - 1) end = 0;

  const remaining = new Map<string, number>();
  for (const content of now.slice(start, now.length - end))
    remaining.set(content, (remaining.get(content) ?? 0) + 1);
  let count = 0;
  let atEnd = 0;
  for (const content of before.slice(start, before.length - end)) {
    const left = remaining.get(content) ?? 0;
    if (left > 0) {
      remaining.set(content, left - 1);
      atEnd = 0;
    } else {
      count += 1;
      atEnd += 1;
    }
  }
  return { count, atEnd: end > 0 ? 0 : atEnd };
}
