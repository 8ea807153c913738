import { ProblemList } from './file-problem.js';
import type { ReadResult } from './file-problem.js';
import { readCentimes, readDate, readRate, writeCentimes, writeDate } from './values.js';
import { decodeWindows1252 } from './windows-1252.js';
import { writeLines } from './write-lines.js';

/** One line of the text that the accounting imports and exports; the simple form has the first six values only. */
export interface ImportLine {
  readonly date: string;
  readonly debit: string;
  readonly credit: string;
  readonly voucher: string;
  readonly label: string;
  readonly amountInCentimes: number;
  readonly foreignAmountInCentimes: number;
  /** Decimal text by value, empty where there is none. */
  readonly exchangeRate: string;
  readonly compoundNumber: number;
  readonly journal: number;
  readonly vatSide: string;
  readonly vatNumber: string;
  readonly vatCode: string;
  readonly labelWithoutVat: string;
}

export type ImportFormat = 'extended' | 'simple';

const SIMPLE_FIELDS = 6;
const EXTENDED_FIELDS = 14;

/** Reads the text in either form; lines end with CR LF or LF. */
export function readImportText(bytes: Uint8Array, file?: string): ReadResult<readonly ImportLine[]> {
  const problems = new ProblemList(file);
  const lines: ImportLine[] = [];
  decodeWindows1252(bytes)
    .split('\n')
    .forEach((raw, i) => {
      const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (text === '') return;
      const line = readLine(text.split('\t'), i + 1, problems);
      if (line !== null) lines.push(line);
    });
  return problems.count > 0 ? problems.failure() : { ok: true, value: lines };
}

function readLine(fields: readonly string[], line: number, problems: ProblemList): ImportLine | null {
  const column = (field: number) => fields.slice(0, field).reduce((sum, text) => sum + text.length + 1, 1);
  const read = <T>(
    field: number,
    parse: (text: string) => T | null,
    code: 'bad-date' | 'bad-amount' | 'bad-number',
  ) => {
    const text = fields[field] ?? '';
    const value = parse(text);
    if (value === null) problems.add(code, line, column(field), text);
    return value;
  };
  if (fields.length !== SIMPLE_FIELDS && fields.length < EXTENDED_FIELDS - 1) {
    problems.add('too-few-fields', line, 1, fields.join(' '));
    return null;
  }
  const amountOr0 = (text: string) => (text === '' ? 0 : readCentimes(text));
  const whole = (text: string) => (/^\d{0,15}$/.test(text) ? Number(text) : null);
  const date = read(0, readDate, 'bad-date');
  const amountInCentimes = read(5, readCentimes, 'bad-amount');
  const foreignAmountInCentimes = read(6, amountOr0, 'bad-amount');
  const exchangeRate = read(7, readRate, 'bad-number');
  const compoundNumber = read(8, whole, 'bad-number');
  const journal = read(9, whole, 'bad-number');
  if (
    date === null ||
    amountInCentimes === null ||
    foreignAmountInCentimes === null ||
    exchangeRate === null ||
    compoundNumber === null ||
    journal === null
  )
    return null;
  const text = (field: number) => fields[field] ?? '';
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

/**
 * Writes the text that the accounting imports: Windows-1252, CR LF, as in its own exports (`0.00` and `0.000000` where
 * there is no foreign currency).
 * @throws {CresusFileError} a value that the format cannot hold, with its line and column
 */
export function writeImportText(lines: readonly ImportLine[], format: ImportFormat): Uint8Array {
  return writeLines(
    lines.map((line) => {
      const simple = [
        writeDate(line.date),
        line.debit,
        line.credit,
        line.voucher,
        line.label,
        writeCentimes(line.amountInCentimes),
      ];
      if (format === 'simple') return simple;
      return [
        ...simple,
        writeCentimes(line.foreignAmountInCentimes),
        sixDecimals(line.exchangeRate),
        String(line.compoundNumber),
        String(line.journal),
        line.vatSide,
        line.vatNumber,
        line.vatCode,
        line.labelWithoutVat,
      ];
    }),
  );
}

/** `1.51` → `1.510000`; more decimals than six are kept, a rate is not rounded unseen. */
function sixDecimals(rate: string): string {
  const [whole = '0', decimals = ''] = rate.split('.');
  return `${whole === '' ? '0' : whole}.${decimals.padEnd(6, '0')}`;
}
