import { entryDefects } from './entry-defects.js';
import type { EntryFile, EntryFileType, EntryLine, FileEntry } from './entry-file.js';
import { ProblemList } from './file-problem.js';
import type { ReadResult } from './file-problem.js';
import { centimes, DateFields, wholeNumber } from './number-fields.js';
import { endsWithLineEnd, LineScanner } from './scan-lines.js';
import { TextPool } from './text-pool.js';
import { readDateTime, readRate } from './values.js';
import { decodeWindows1252 } from './windows-1252.js';

const FIELDS = 21;
const REQUIRED_FIELDS = 14;

/**
 * Reads an `.ecf`, `.ecs` or `.eca` into typed entries: bytes are scanned once, and strings are made only of fields
 * that are text. All lines must be sound, or nothing is read: a part of a file would look like deletions [T2].
 * @param file how the file is to be named in problems
 */
export function readEntryFile(bytes: Uint8Array, file?: string): ReadResult<EntryFile> {
  const problems = new ProblemList(file);
  if (bytes.length === 0) {
    problems.add('empty-file', 1, 1);
    return problems.failure();
  }
  const lines = new LineScanner(bytes, FIELDS);
  const header = readHeader(lines, problems);
  const readLine = createLineReader(problems);
  const entries: FileEntry[] = [];
  let compound: EntryLine[] = [];
  let compoundLine = 0;
  const closeCompound = () => {
    if (compound.length === 0) return;
    entries.push({ lines: compound, firstLine: compoundLine, defects: entryDefects(compound) });
    compound = [];
  };
  const nothing = entryDefects([]);

  while (lines.advance()) {
    if (lines.isComment || lines.isEmpty) continue;
    const line = readLine(lines);
    if (line === null) continue;
    if (line.compoundNumber === 0) {
      closeCompound();
      entries.push({ lines: [line], firstLine: lines.line, defects: nothing });
      continue;
    }
    if (compound[0]?.compoundNumber !== line.compoundNumber) closeCompound();
    if (compound.length === 0) compoundLine = lines.line;
    compound.push(line);
  }
  closeCompound();
  if (header === null || problems.count > 0) return problems.failure();
  return { ok: true, value: { ...header, entries, endsWithLineEnd: endsWithLineEnd(bytes) } };
}

type Header = Pick<EntryFile, 'type' | 'version' | 'lot' | 'writtenAt' | 'uid'>;

/** `#FSC⇥9.5.0⇥ECF`, then `#ECC⇥1; lot; time stamp; uid`. */
function readHeader(lines: LineScanner, problems: ProblemList): Header | null {
  const text = (field: number) =>
    decodeWindows1252(
      lines.bytes,
      lines.fieldStart(field),
      Math.min(lines.fieldEnd(field), lines.fieldStart(field) + 200),
    ).trim();
  if (!lines.advance() || text(0) !== '#FSC') {
    problems.add('no-header', 1, 1, text(0));
    return null;
  }
  const version = text(1);
  const type = text(2);
  if (!isType(type)) problems.add('wrong-file-type', 1, lines.column(2), type);
  if (!lines.advance() || text(0) !== '#ECC') {
    problems.add('no-header', 2, 1, text(0));
    return null;
  }
  const [, lotText = '', timeText = '', uidText = ''] = text(1)
    .split(';')
    .map((part) => part.trim());
  const [lot, uid] = [lotText, uidText].map((part) => (/^\d{1,15}$/.test(part) ? Number(part) : null));
  const writtenAt = readDateTime(timeText);
  if (lot === null || lot === undefined || uid === null || uid === undefined)
    problems.add('bad-number', 2, lines.column(1), text(1));
  if (writtenAt === null) problems.add('bad-date', 2, lines.column(1), timeText);
  if (!isType(type) || lot == null || uid == null || writtenAt === null) return null;
  return { type, version, lot, writtenAt, uid };
}

const zeroIsNone = (text: string): string => (text === '0' ? '' : text);

const isType = (text: string): text is EntryFileType => text === 'ECF' || text === 'ECS' || text === 'ECA';

function createLineReader(problems: ProblemList): (lines: LineScanner) => EntryLine | null {
  const pool = new TextPool();
  const dates = new DateFields();
  return (lines) => {
    const { bytes } = lines;
    if (lines.fieldCount < REQUIRED_FIELDS) {
      problems.add(
        'too-few-fields',
        lines.line,
        1,
        decodeWindows1252(bytes, lines.start, Math.min(lines.end, lines.start + 60)),
      );
      return null;
    }
    const text = (field: number) => pool.text(bytes, lines.fieldStart(field), lines.fieldEnd(field));
    const flawed = (code: Parameters<ProblemList['add']>[0], field: number) => {
      const found = decodeWindows1252(
        bytes,
        lines.fieldStart(field),
        Math.min(lines.fieldEnd(field), lines.fieldStart(field) + 60),
      );
      problems.add(code, lines.line, lines.column(field), found);
    };
    const date = dates.date(bytes, lines.fieldStart(0), lines.fieldEnd(0));
    const amount = centimes(bytes, lines.fieldStart(5), lines.fieldEnd(5));
    const foreign = centimes(bytes, lines.fieldStart(6), lines.fieldEnd(6));
    const rate = lines.fieldStart(7) === lines.fieldEnd(7) ? '' : readRate(text(7));
    const compoundNumber = wholeNumber(bytes, lines.fieldStart(8), lines.fieldEnd(8));
    const net = text(9);
    const idno = wholeNumber(bytes, lines.fieldStart(13), lines.fieldEnd(13));
    if (date === null) flawed('bad-date', 0);
    if (amount === null) flawed('bad-amount', 5);
    if (foreign === null) flawed('bad-amount', 6);
    if (rate === null) flawed('bad-number', 7);
    if (compoundNumber === null) flawed('bad-number', 8);
    if (net !== '' && net !== '0' && net !== '1') flawed('bad-flag', 9);
    if (idno === null) flawed('bad-number', 13);
    if (
      date === null ||
      amount === null ||
      foreign === null ||
      rate === null ||
      compoundNumber === null ||
      idno === null
    )
      return null;
    return {
      date,
      debit: text(1),
      credit: text(2),
      voucher: text(3),
      label: text(4),
      amountInCentimes: amount ?? null,
      foreignAmountInCentimes: foreign ?? 0,
      exchangeRate: rate,
      net: net === '1',
      vatType: zeroIsNone(text(10)),
      vatCode: text(14),
      costCentre: text(15),
      vatNumber: zeroIsNone(text(11)),
      idno,
      compoundNumber,
    };
  };
}
