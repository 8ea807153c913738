import { ProblemList } from './file-problem.js';
import type { ReadResult } from './file-problem.js';
import type { ImportLine } from './import-text.js';
import { readCentimes, readDate, readRate, readWhole } from './values.js';
import { decodeWindows1252 } from './windows-1252.js';

const SIMPLE_FIELDS = 6;
/** The last of the fourteen is often empty, and then some editors drop its TAB. */
const EXTENDED_FIELDS = 13;

/**
 * Reads the text in either form; lines end with CR LF or LF. There is no header that an empty text could lack: it
 * holds no lines.
 * @param file how the file is to be named in problems
 */
export function readImportText(bytes: Uint8Array, file?: string): ReadResult<readonly ImportLine[]> {
  const problems = new ProblemList(file);
  const lines: ImportLine[] = [];
  const rows = decodeWindows1252(bytes).split('\n');
  rows.forEach((raw, i) => {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (text === '') return;
    const line = readLine(text.split('\t'), i + 1, problems);
    if (line !== null) lines.push(line);
  });
  // The last row is what stands behind the last line end: empty in a whole text.
  if (problems.count > 0) return problems.failure(problems.firstLine === rows.length);
  return { ok: true, value: lines };
}

function readLine(fields: readonly string[], line: number, problems: ProblemList): ImportLine | null {
  if (fields.length !== SIMPLE_FIELDS && fields.length < EXTENDED_FIELDS) {
    problems.add('too-few-fields', line, 1, fields.join(' '));
    return null;
  }
  const text = (field: number) => fields[field] ?? '';
  const read = <T>(
    code: 'bad-date' | 'bad-amount' | 'bad-number',
    field: number,
    parse: (text: string) => T | null,
  ): T | null => {
    const value = parse(text(field));
    if (value === null) problems.add(code, line, columnOf(fields, field), text(field));
    return value;
  };
  const date = read('bad-date', 0, readDate);
  const amountInCentimes = read('bad-amount', 5, readCentimes);
  const foreignAmountInCentimes = read('bad-amount', 6, emptyIs0(readCentimes));
  const exchangeRate = read('bad-number', 7, readRate);
  const compoundNumber = read('bad-number', 8, emptyIs0(readWhole));
  const journal = read('bad-number', 9, emptyIs0(readWhole));
  if (
    date === null ||
    amountInCentimes === null ||
    foreignAmountInCentimes === null ||
    exchangeRate === null ||
    compoundNumber === null ||
    journal === null
  )
    return null;
  return {
    date,
    debit: text(1),
    credit: text(2),
    voucher: text(3),
    label: text(4),
    amountInCentimes,
    foreignAmountInCentimes,
    exchangeRate,
    compoundNumber,
    journal,
    vatSide: text(10),
    vatNumber: text(11),
    vatCode: text(12),
    labelWithoutVat: text(13),
  };
}

const emptyIs0 = (parse: (text: string) => number | null) => (text: string) =>
  text === '' ? 0 : parse(text);

const columnOf = (fields: readonly string[], field: number): number =>
  fields.slice(0, field).reduce((sum, text) => sum + text.length + 1, 1);
