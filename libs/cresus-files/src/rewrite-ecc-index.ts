import { readEccIndex } from './ecc-index.js';
import type { EccEntry } from './ecc-index.js';
import { isEccEntryLine, readEccLine, renameEccLine, uidOfEccLine, writeEccLine } from './ecc-line.js';
import type { WrittenEccEntry } from './ecc-line.js';
import { findByName, sameFileName } from './file-name.js';
import { CresusFileError, ProblemList } from './file-problem.js';
import { joinLines, splitLines } from './split-lines.js';
import type { RawLine } from './split-lines.js';
import { encodeWindows1252 } from './windows-1252.js';

/**
 * Puts an entry file into the index, or renews its line if it is listed (by name). Every other line is kept to the
 * byte; a new line goes right after `#FSC`, with the largest uid + 1.
 * @throws {CresusFileError} the index has no header or no end, or the entry cannot be read back: its name is not one of a file in
 * the same folder (`bad-name`), has a character without a byte (`unencodable`), its time is none (`bad-date`)
 */
export function setEccEntry(
  bytes: Uint8Array,
  entry: Omit<WrittenEccEntry, 'uid' | 'number'>,
): { readonly bytes: Uint8Array; readonly uid: number } {
  const lines = soundLines(bytes);
  // Windows-1252 has no combining marks: a name in macOS' NFD could not be written.
  const name = entry.name.normalize('NFC');
  const at = indexOfListed(lines, name);
  const known = at < 0 ? null : entryOf(lines[at]);
  const uid = known?.uid ?? largestUid(lines) + 1;
  const text = writeEccLine({ ...entry, name, number: known?.number ?? 1, uid });
  const problems = new ProblemList();
  readEccLine(text, 1, problems);
  if (problems.count > 0) throw new CresusFileError(problems.kept, problems.count);
  if (at < 0) insertAfterHeader(lines, text);
  else lines.splice(at, 1, { text, bytes: encodeWindows1252(text), end: lines[at]?.end ?? LINE_END });
  return { bytes: joinLines(lines), uid };
}

/**
 * Takes an entry file out of the index; every other line is kept to the byte. One that is not listed changes nothing.
 * @throws {CresusFileError} the index has no header or no end
 */
export function removeEccEntry(bytes: Uint8Array, name: string): Uint8Array {
  const lines = soundLines(bytes);
  const at = indexOfListed(lines, name);
  if (at >= 0) lines.splice(at, 1);
  return joinLines(lines);
}

/**
 * Gives an entry file of the index its new name; its number, time stamp and uid stay, and every other line is kept to the
 * byte. A file that is not listed under this name and uid changes nothing.
 * @throws {CresusFileError} the index has no header or no end, or the line cannot be read back: the name is not one of a file in
 * the same folder (`bad-name`), or has a character without a byte (`unencodable`)
 */
export function renameEccEntry(
  bytes: Uint8Array,
  listed: Pick<EccEntry, 'name' | 'uid'>,
  name: string,
): Uint8Array {
  const lines = soundLines(bytes);
  const at = lines.findIndex((line) => {
    const entry = entryOf(line);
    return entry?.uid === listed.uid && sameFileName(entry.name, listed.name) !== false;
  });
  const line = lines[at];
  if (line === undefined) return bytes;
  const text = renameEccLine(line.text, name.normalize('NFC'));
  const problems = new ProblemList();
  // What else is wrong with the line, its program wrote: that stays.
  if (readEccLine(text, 1, problems)?.name !== name.normalize('NFC'))
    throw new CresusFileError(problems.kept, problems.count);
  lines.splice(at, 1, { ...line, text, bytes: encodeWindows1252(text) });
  return joinLines(lines);
}

const LINE_END = Uint8Array.of(13, 10);

function soundLines(bytes: Uint8Array): RawLine[] {
  const read = readEccIndex(bytes);
  if (!read.ok) throw new CresusFileError(read.problems, read.problemCount);
  return splitLines(bytes);
}

const entryOf = (line: RawLine | undefined): EccEntry | null =>
  line === undefined || !isEccEntryLine(line.text) ? null : readEccLine(line.text, 1, new ProblemList());

/** Index of the line that lists the file, or -1. */
function indexOfListed(lines: readonly RawLine[], name: string): number {
  const names = lines.map((line) => entryOf(line)?.name ?? '');
  const listed = findByName(names, name);
  return listed === undefined || listed === '' ? -1 : names.indexOf(listed);
}

/** A line that is not sound keeps its uid: once put right, it must not share it with another. */
const largestUid = (lines: readonly RawLine[]): number =>
  lines.reduce((largest, { text }) => Math.max(largest, uidOfEccLine(text) ?? 0), 0);

function insertAfterHeader(lines: RawLine[], text: string): void {
  const [header] = lines;
  if (header === undefined) return;
  lines.splice(1, 0, { text, bytes: encodeWindows1252(text), end: header.end });
}
