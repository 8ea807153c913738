import { isEccEntryLine, readEccLine } from './ecc-line.js';
import type { EntryFileType } from './entry-file.js';
import { ProblemList } from './file-problem.js';
import type { FileProblem, ReadResult } from './file-problem.js';
import { splitLines } from './split-lines.js';
import { encodeWindows1252 } from './windows-1252.js';

/** An entry file that the accounting's index lists. */
export interface EccEntry {
  readonly tag: EntryFileType;
  readonly number: number;
  /** `yyyy-mm-ddTHH:mm:ss`, local time of the writing program. */
  readonly writtenAt: string;
  /** Without folder. */
  readonly name: string;
  /** Unique in the index. */
  readonly uid: number;
}

/** What the `.ecc` beside an accounting file says: which entry files feed it. */
export interface EccIndex {
  readonly entries: readonly EccEntry[];
  /** Lines that say nothing sound (the first hundred); a rewrite keeps them to the byte. */
  readonly problems: readonly FileProblem[];
}

/** Reads an `.ecc`. A line that is not sound is told, and the others are still used. */
export function readEccIndex(bytes: Uint8Array, file?: string): ReadResult<EccIndex> {
  const problems = new ProblemList(file);
  if (bytes.length === 0) {
    problems.add('empty-file', 1, 1);
    return problems.failure(true);
  }
  const lines = splitLines(bytes);
  const header = lines[0]?.text ?? '';
  const [tag, , type] = header.split('\t');
  if (tag?.trim() !== '#FSC') problems.add('no-header', 1, 1, header);
  else if (type?.trim() !== 'ECC') problems.add('wrong-file-type', 1, 1, header);
  if (problems.count > 0) return problems.failure(lines[0]?.end.length === 0);

  const entries: EccEntry[] = [];
  const uids = new Set<number>();
  lines.forEach(({ text }, i) => {
    if (!isEccEntryLine(text)) return;
    const entry = readEccLine(text, i + 1, problems);
    if (entry === null) return;
    // Both are used: which of them is mistaken cannot be seen from here.
    if (uids.has(entry.uid))
      problems.add('duplicate-uid', i + 1, text.lastIndexOf(String(entry.uid)) + 1, String(entry.uid));
    uids.add(entry.uid);
    entries.push(entry);
  });
  return { ok: true, value: { entries, problems: problems.kept } };
}

/** An index that lists nothing yet. */
export const emptyEccIndex = (version: string): Uint8Array =>
  encodeWindows1252(`#FSC\t${version}\tECC\r\n#END\r\n`);
