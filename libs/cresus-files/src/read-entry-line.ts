import type { EntryLine } from './entry-file.js';
import type { FileProblemCode, ProblemList } from './file-problem.js';
import { centimes, DateFields, wholeNumber } from './number-fields.js';
import type { LineScanner } from './scan-lines.js';
import { TextPool } from './text-pool.js';
import { readRate } from './values.js';
import { decodeWindows1252 } from './windows-1252.js';

/** Fields with content; the reserved ones behind and what comes after them are not looked at. */
export const ENTRY_FIELDS = 16;
const REQUIRED_FIELDS = 14;
const ZERO = 48;
const ONE = 49;
const EXCERPT = 60;

/**
 * Reads the scanner's present line as a line of an entry. This runs a hundred thousand times a file: numbers and dates
 * come straight from the bytes, texts from a pool, and nothing else is allocated than the line.
 */
export class EntryLineReader {
  readonly #lines: LineScanner;
  readonly #problems: ProblemList;
  readonly #pool = new TextPool();
  readonly #dates = new DateFields();

  constructor(lines: LineScanner, problems: ProblemList) {
    this.#lines = lines;
    this.#problems = problems;
  }

  /** The line, or `null` where something is wrong with it; what, is then among the problems. */
  read(): EntryLine | null {
    const lines = this.#lines;
    const { bytes } = lines;
    if (lines.fieldCount < REQUIRED_FIELDS) {
      const end = Math.min(lines.end, lines.start + EXCERPT);
      this.#problems.add('too-few-fields', lines.line, 1, decodeWindows1252(bytes, lines.start, end));
      return null;
    }
    const date = this.#dates.date(bytes, lines.fieldStart(0), lines.fieldEnd(0));
    const amount = centimes(bytes, lines.fieldStart(5), lines.fieldEnd(5));
    const foreignAmount = centimes(bytes, lines.fieldStart(6), lines.fieldEnd(6));
    const exchangeRate = this.#rate(7);
    const compoundNumber = wholeNumber(bytes, lines.fieldStart(8), lines.fieldEnd(8));
    const net = this.#flag(9);
    const idno = wholeNumber(bytes, lines.fieldStart(13), lines.fieldEnd(13));
    if (
      date === null ||
      amount === null ||
      foreignAmount === null ||
      exchangeRate === null ||
      compoundNumber === null ||
      net === null ||
      idno === null
    ) {
      if (date === null) this.#tell('bad-date', 0);
      if (amount === null) this.#tell('bad-amount', 5);
      if (foreignAmount === null) this.#tell('bad-amount', 6);
      if (exchangeRate === null) this.#tell('bad-number', 7);
      if (compoundNumber === null) this.#tell('bad-number', 8);
      if (net === null) this.#tell('bad-flag', 9);
      if (idno === null) this.#tell('bad-number', 13);
      return null;
    }
    return {
      date,
      debit: this.#text(1),
      credit: this.#text(2),
      voucher: this.#text(3),
      label: this.#text(4),
      amountInCentimes: amount ?? null,
      foreignAmountInCentimes: foreignAmount ?? 0,
      exchangeRate,
      net,
      vatType: this.#textOrNone(10),
      vatCode: this.#text(14),
      costCentre: this.#text(15),
      vatNumber: this.#textOrNone(11),
      idno,
      compoundNumber,
    };
  }

  #text(field: number): string {
    const lines = this.#lines;
    return this.#pool.text(lines.bytes, lines.fieldStart(field), lines.fieldEnd(field));
  }

  /** `0` stands for nothing. */
  #textOrNone(field: number): string {
    return this.#isByte(field, ZERO) ? '' : this.#text(field);
  }

  #rate(field: number): string | null {
    return this.#isByte(field, ZERO) || this.#isEmpty(field) ? '' : readRate(this.#text(field));
  }

  #flag(field: number): boolean | null {
    if (this.#isByte(field, ZERO) || this.#isEmpty(field)) return false;
    return this.#isByte(field, ONE) ? true : null;
  }

  #isEmpty(field: number): boolean {
    return this.#lines.fieldStart(field) === this.#lines.fieldEnd(field);
  }

  #isByte(field: number, byte: number): boolean {
    const start = this.#lines.fieldStart(field);
    return this.#lines.fieldEnd(field) === start + 1 && this.#lines.bytes[start] === byte;
  }

  #tell(code: FileProblemCode, field: number): void {
    const lines = this.#lines;
    const start = lines.fieldStart(field);
    const end = Math.min(lines.fieldEnd(field), start + EXCERPT);
    this.#problems.add(code, lines.line, lines.column(field), decodeWindows1252(lines.bytes, start, end));
  }
}
