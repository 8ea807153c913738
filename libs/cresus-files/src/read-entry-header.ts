import type { EntryFile, EntryFileType } from './entry-file.js';
import type { ProblemList } from './file-problem.js';
import type { LineScanner } from './scan-lines.js';
import { readDateTime } from './values.js';
import { decodeWindows1252 } from './windows-1252.js';

export type EntryHeader = Pick<EntryFile, 'type' | 'version' | 'lot' | 'writtenAt' | 'uid'>;

/** No header is longer; a file of one endless line is not decoded to find that out. */
const MAX_FIELD = 200;

/** Reads the first two lines: `#FSC⇥9.5.0⇥ECF`, then `#ECC⇥1; lot; time stamp; uid`. */
export function readEntryHeader(lines: LineScanner, problems: ProblemList): EntryHeader | null {
  if (!lines.advance() || fieldText(lines, 0) !== '#FSC') {
    problems.add('no-header', 1, 1, fieldText(lines, 0));
    return null;
  }
  const version = fieldText(lines, 1);
  const type = fieldText(lines, 2);
  if (!isType(type)) problems.add('wrong-file-type', 1, lines.column(2), type);
  if (!lines.advance() || fieldText(lines, 0) !== '#ECC') {
    problems.add('no-header', 2, 1, lines.line < 2 ? '' : fieldText(lines, 0));
    return null;
  }
  const values = fieldText(lines, 1);
  const [, lotText = '', timeText = '', uidText = ''] = values.split(';').map((part) => part.trim());
  const lot = readWhole(lotText);
  const uid = readWhole(uidText);
  const writtenAt = readDateTime(timeText);
  if (lot === null || uid === null) problems.add('bad-number', 2, lines.column(1), values);
  if (writtenAt === null) problems.add('bad-date', 2, lines.column(1), timeText);
  if (!isType(type) || lot === null || uid === null || writtenAt === null) return null;
  return { type, version, lot, writtenAt, uid };
}

function fieldText(lines: LineScanner, field: number): string {
  const start = lines.fieldStart(field);
  return decodeWindows1252(lines.bytes, start, Math.min(lines.fieldEnd(field), start + MAX_FIELD)).trim();
}

const readWhole = (text: string): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null);

const isType = (text: string): text is EntryFileType => text === 'ECF' || text === 'ECS' || text === 'ECA';
