import type { EccEntry } from './ecc-index.js';
import type { EntryFileType } from './entry-file.js';
import { isPlainName } from './file-name.js';
import type { ProblemList } from './file-problem.js';
import { readDateTime, readWhole, writeDateTime } from './values.js';

const TAG = /^#(ECF|ECS|ECA)(?=[\t ;]|$)/;
const TAG_LENGTH = '#ECF'.length;

/** An entry as it is written: with all its values. */
export interface WrittenEccEntry extends EccEntry {
  readonly number: number;
  readonly writtenAt: string;
}

/** A line that says, or tries to say, that an entry file belongs to the index. */
export const isEccEntryLine = (text: string): boolean => TAG.test(text);

/**
 * A line without a tag that may have been an entry line before some of its bytes were damaged: it has NUL bytes, or the
 * values of an entry.
 */
export function hidesEccEntry(text: string): boolean {
  if (text.includes('\0')) return true;
  const parts = text.split(';');
  return parts.length >= 4 && readUid(parts.at(-1)) !== null && readDateTime(parts[1] ?? '') !== null;
}

/**
 * Reads `#ECF⇥1; 10/06/2026 11:06:53; "name.ecf"; 123`. The name may lack its quotes and contain `;`: the values
 * before and behind it cannot. A number or time stamp that cannot be read is a problem, and `null`.
 * @returns `null` where the name or the uid cannot be read; why, is among the problems
 */
export function readEccLine(text: string, line: number, problems: ProblemList): EccEntry | null {
  const tag = TAG.exec(text)?.[1] as EntryFileType | undefined;
  const parts = text.slice(TAG_LENGTH).split(';');
  const [numberText, timeText, ...rest] = parts;
  const uidText = rest.pop();
  if (tag === undefined || numberText === undefined || timeText === undefined || rest.length === 0) {
    problems.add('bad-line', line, 1, text);
    return null;
  }
  const nameText = rest.join(';');
  const timeAt = TAG_LENGTH + numberText.length + 1;
  const nameAt = timeAt + timeText.length + 1;
  const uidAt = nameAt + nameText.length + 1;
  const tell = (code: 'bad-number' | 'bad-date' | 'bad-name', at: number, value: string) => {
    problems.add(code, line, at + value.length - value.trimStart().length + 1, value.trim());
  };

  const number = readWhole(numberText.trim());
  if (number === null) tell('bad-number', TAG_LENGTH, numberText);
  const writtenAt = readDateTime(timeText);
  if (writtenAt === null) tell('bad-date', timeAt, timeText);
  const name = unquoted(nameText.trim());
  const isPlain = isPlainName(name);
  if (!isPlain) tell('bad-name', nameAt, nameText);
  const uid = readUid(uidText);
  if (uid === null) tell('bad-number', uidAt, uidText ?? '');
  if (!isPlain || uid === null) return null;
  return { tag, number, writtenAt, name, uid };
}

/** The uid of an entry line, even where the rest of the line is not sound: it is taken all the same. */
export const uidOfEccLine = (text: string): number | null =>
  isEccEntryLine(text) ? readUid(text.split(';').at(-1)) : null;

/** The line of an entry; whoever writes it reads it back, since what is not sound is not noticed here. */
export function writeEccLine({ tag, number, writtenAt, name, uid }: WrittenEccEntry): string {
  return `#${tag}\t${number}; ${writeDateTime(writtenAt, '/') ?? writtenAt}; "${name}"; ${uid}`;
}

/**
 * The line with another name in it; number, time stamp, uid, blanks and quotes stay as they are written there. Whoever
 * writes it reads it back, as with `writeEccLine`.
 */
export function renameEccLine(text: string, name: string): string {
  const parts = text.split(';');
  const nameText = parts.slice(2, -1).join(';');
  const before = nameText.slice(0, nameText.length - nameText.trimStart().length);
  const after = nameText.slice(nameText.trimEnd().length);
  const isQuoted = unquoted(nameText.trim()) !== nameText.trim() || name.trim() !== name;
  const renamed = isQuoted ? `"${name}"` : name;
  return [...parts.slice(0, 2), before + renamed + after, ...parts.slice(-1)].join(';');
}

const readUid = (text = ''): number | null => readWhole(text.trim());

const unquoted = (text: string): string =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
