import { hidesEccEntry, isEccEntryLine, readEccLine } from './ecc-line.js';
import type { EntryFileType } from './entry-file.js';
import { ProblemList } from './file-problem.js';
import type { FileProblem, ReadResult } from './file-problem.js';
import { linesOf } from './split-lines.js';
import { encodeWindows1252 } from './windows-1252.js';

/** An entry file that the accounting's index lists. */
export interface EccEntry {
  readonly tag: EntryFileType;
  /** `null` where the line gives none that can be read: the line is then among the problems, and still lists its file. */
  readonly number: number | null;
  /** `yyyy-mm-ddTHH:mm:ss`, local time of the writing program; `null` as for `number`. */
  readonly writtenAt: string | null;
  /** Without folder. */
  readonly name: string;
  /** Unique in the index. */
  readonly uid: number;
}

/** What the `.ecc` beside an accounting file says: which entry files feed it. */
export interface EccIndex {
  /** The lines whose name and uid can be read, whatever else is wrong with them. */
  readonly entries: readonly EccEntry[];
  /**
   * Whether `entries` has every listed file. If a line's name or uid cannot be read, a file that is not among `entries`
   * may still be listed, and nothing may be detached.
   */
  readonly isComplete: boolean;
  /** What is wrong in single lines (the first hundred problems); a rewrite keeps these lines to the byte. */
  readonly problems: readonly FileProblem[];
}

/**
 * Reads an `.ecc`. An index without its `#END` is refused: what it lacks would look like files that it no longer lists.
 * A line that cannot be read is a problem, and the other lines are still used.
 */
export function readEccIndex(bytes: Uint8Array, file?: string): ReadResult<EccIndex> {
  const problems = new ProblemList(file);
  if (bytes.length === 0) {
    problems.add('empty-file', 1, 1);
    return problems.failure(true);
  }
  const entries: EccEntry[] = [];
  const uids = new Set<number>();
  let line = 0;
  let isComplete = true;
  let isEnded = false;
  for (const { text, end } of linesOf(bytes)) {
    line += 1;
    if (line === 1) {
      readHeader(text, problems);
      if (problems.count > 0) return problems.failure(end.length === 0);
    }
    if (text.trim() === END) isEnded = true;
    if (!isEccEntryLine(text)) {
      if (!hidesEccEntry(text)) continue;
      problems.add('bad-line', line, 1, text);
      isComplete = false;
      continue;
    }
    const entry = readEccLine(text, line, problems);
    if (entry === null) {
      isComplete = false;
      continue;
    }
    // Both are used: which of them is mistaken cannot be seen from here.
    if (uids.has(entry.uid))
      problems.add('duplicate-uid', line, text.lastIndexOf(String(entry.uid)) + 1, String(entry.uid));
    uids.add(entry.uid);
    entries.push(entry);
  }
  if (!isEnded) {
    const missing = new ProblemList(file);
    missing.add('no-end', line, 1);
    return missing.failure(true);
  }
  return { ok: true, value: { entries, isComplete, problems: problems.kept } };
}

const END = '#END';

function readHeader(text: string, problems: ProblemList): void {
  const [tag, , type] = text.split('\t');
  if (tag?.trim() !== '#FSC') problems.add('no-header', 1, 1, text);
  else if (type?.trim() !== 'ECC') problems.add('wrong-file-type', 1, 1, text);
}

/** An index that lists nothing yet. */
export const emptyEccIndex = (version: string): Uint8Array =>
  encodeWindows1252(`#FSC\t${version}\tECC\r\n${END}\r\n`);
