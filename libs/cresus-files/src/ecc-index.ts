import { CresusFileError, ProblemList } from './file-problem.js';
import type { FileProblem, ReadResult } from './file-problem.js';
import type { EntryFileType } from './entry-file.js';
import { readDateTime, writeDateTime } from './values.js';
import { decodeWindows1252, encodeWindows1252 } from './windows-1252.js';

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

export interface EccIndex {
  readonly entries: readonly EccEntry[];
  /** Lines that say nothing sound; a rewrite keeps them to the byte. */
  readonly problems: readonly FileProblem[];
}

const ENTRY = /^#(ECF|ECS|ECA)\t(.*)$/;
const VALUES = /^\s*(\d{1,9})\s*;\s*([^;]*?)\s*;\s*(?:"([^"]*)"|(.*?))\s*;\s*(\d{1,15})\s*$/;

/** Reads an `.ecc`. A line that is not sound is told, and the others are still used. */
export function readEccIndex(bytes: Uint8Array, file?: string): ReadResult<EccIndex> {
  const problems = new ProblemList(file);
  if (bytes.length === 0) {
    problems.add('empty-file', 1, 1);
    return problems.failure();
  }
  const lines = splitLines(bytes).map(({ text }) => text);
  const [tag, , type] = (lines[0] ?? '').split('\t');
  if (tag !== '#FSC') problems.add('no-header', 1, 1, lines[0]);
  else if (type?.trim() !== 'ECC') problems.add('wrong-file-type', 1, 1, lines[0]);
  if (problems.count > 0) return problems.failure();

  const entries: EccEntry[] = [];
  const uids = new Set<number>();
  lines.forEach((text, i) => {
    if (!ENTRY.test(text)) return;
    const entry = readEntry(text, i + 1, problems);
    if (entry === null) return;
    if (uids.has(entry.uid)) problems.add('duplicate-uid', i + 1, 1, String(entry.uid));
    uids.add(entry.uid);
    entries.push(entry);
  });
  return { ok: true, value: { entries, problems: problems.kept } };
}

/**
 * Puts an entry file into the index, or renews its line if it is listed (by name). Every other line is kept to the
 * byte; a new line goes right after `#FSC`, with the largest uid + 1.
 * @throws {CresusFileError} the index has no header, or the name is not one of a file in the same folder
 */
export function setEccEntry(
  bytes: Uint8Array,
  entry: Omit<EccEntry, 'uid' | 'number'>,
): { readonly bytes: Uint8Array; readonly uid: number } {
  const { lines, index } = readForRewrite(bytes);
  if (!isPlainName(entry.name)) throw failure('bad-name', entry.name);
  const listed = findByName(
    index.entries.map(({ name }) => name),
    entry.name,
  );
  const known = index.entries.find(({ name }) => name === listed);
  const uid =
    known?.uid ?? index.entries.reduce((largest, { uid: other }) => Math.max(largest, other), 0) + 1;
  const text = `#${entry.tag}\t${known?.number ?? 1}; ${writeDateTime(entry.writtenAt, '/')}; "${entry.name}"; ${uid}`;
  const at = lines.findIndex(
    (line) => ENTRY.test(line.text) && readEntry(line.text, 1, new ProblemList())?.name === listed,
  );
  const header = lines[0];
  const encoded = encodeWindows1252(text);
  if (listed !== undefined && at >= 0) {
    const old = lines[at];
    if (old !== undefined) lines[at] = { text, bytes: encoded, end: old.end };
  } else if (header !== undefined) {
    const end = header.end.length === 0 ? Uint8Array.of(13, 10) : header.end;
    lines[0] = { ...header, end };
    lines.splice(1, 0, { text, bytes: encoded, end });
  }
  return { bytes: joinLines(lines), uid };
}

/** Takes an entry file out of the index; every other line is kept to the byte. */
export function removeEccEntry(bytes: Uint8Array, name: string): Uint8Array {
  const { lines, index } = readForRewrite(bytes);
  const listed = findByName(
    index.entries.map((entry) => entry.name),
    name,
  );
  const kept = lines.filter(
    ({ text }) =>
      listed === undefined || !ENTRY.test(text) || readEntry(text, 1, new ProblemList())?.name !== listed,
  );
  return joinLines(kept);
}

/** An index that lists nothing yet. */
export const emptyEccIndex = (version: string): Uint8Array =>
  encodeWindows1252(`#FSC\t${version}\tECC\r\n#END\r\n`);

/** The name among `names` that means the same file: compared in NFC, exactly first, then without regard to case. */
export function findByName(names: readonly string[], wanted: string): string | undefined {
  const normal = wanted.normalize('NFC');
  const folded = normal.toLowerCase();
  return (
    names.find((name) => name.normalize('NFC') === normal) ??
    names.find((name) => name.normalize('NFC').toLowerCase() === folded)
  );
}

/** A name from an index is data from outside: nothing that could lead out of the folder is accepted. */
export function isPlainName(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return name.trim() !== '' && name !== '.' && name !== '..' && !/[/\\:\u0000-\u001f"]/.test(name);
}

function readEntry(text: string, line: number, problems: ProblemList): EccEntry | null {
  const [, tag, values = ''] = ENTRY.exec(text) ?? [];
  const match = VALUES.exec(values);
  if (match === null || tag === undefined) {
    problems.add('bad-line', line, 1, text);
    return null;
  }
  const name = match[3] ?? match[4] ?? '';
  const writtenAt = readDateTime(match[2] ?? '');
  if (writtenAt === null) problems.add('bad-date', line, 6, match[2]);
  if (!isPlainName(name)) problems.add('bad-name', line, text.indexOf(name) + 1, name);
  if (writtenAt === null || !isPlainName(name)) return null;
  return { tag: tag as EntryFileType, number: Number(match[1]), writtenAt, name, uid: Number(match[5]) };
}

interface Line {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** CR LF, LF, or nothing behind the last line. */
  readonly end: Uint8Array;
}

function splitLines(bytes: Uint8Array): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < bytes.length;) {
    const lf = bytes.indexOf(10, start);
    const next = lf < 0 ? bytes.length : lf + 1;
    const textEnd = lf < 0 ? next : lf > start && bytes[lf - 1] === 13 ? lf - 1 : lf;
    const content = bytes.subarray(start, textEnd);
    lines.push({ text: decodeWindows1252(content), bytes: content, end: bytes.subarray(textEnd, next) });
    start = next;
  }
  return lines;
}

function joinLines(lines: readonly Line[]): Uint8Array {
  const parts = lines.flatMap((line) => [line.bytes, line.end]);
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function readForRewrite(bytes: Uint8Array): { lines: Line[]; index: EccIndex } {
  const read = readEccIndex(bytes);
  if (!read.ok) throw new CresusFileError(read.problems);
  return { lines: splitLines(bytes), index: read.value };
}

function failure(code: 'bad-name', found: string): CresusFileError {
  const problems = new ProblemList();
  problems.add(code, 1, 1, found);
  return new CresusFileError(problems.kept);
}
