import { isSeparator } from './chart.js';
import type { ChartAccount, ChartOfAccounts, ChartVatCode } from './chart.js';
import { CresusFileError, ProblemList } from './file-problem.js';
import { writeDate, writeWhole } from './values.js';
import { encodeWindows1252 } from './windows-1252.js';

/**
 * Writes a chart as the accounting does, with the blocks that this library knows.
 * @throws {CresusFileError} a value that would be read back as another, with its line and column
 */
export function writeChart(chart: ChartOfAccounts): Uint8Array {
  const lines = new ChartLines();
  lines.put('MAJREV', '8');
  lines.put('MINREV', '8');
  if (chart.begin !== '') lines.put('DATEBEG', writeDate(chart.begin));
  if (chart.end !== '') lines.put('DATEEND', writeDate(chart.end));
  lines.put('TITLE', chart.title);
  lines.add('');
  putBlock(lines, 'TVACODES', chart.vatCodes, putVatCode);
  putBlock(lines, 'COMPTES', chart.accounts, putAccount);
  lines.add('ENDOFFILE');
  return lines.encode();
}

function putBlock<T>(
  lines: ChartLines,
  name: string,
  records: readonly T[],
  put: (lines: ChartLines, record: T, index: number) => void,
): void {
  lines.add(`BEGIN=${name}`);
  lines.add('');
  records.forEach((record, i) => {
    lines.add('ENTRY');
    put(lines, record, i);
    lines.add('');
  });
  lines.add(`END=${name}`);
  lines.add('');
}

function putVatCode(lines: ChartLines, code: ChartVatCode, index: number): void {
  lines.put('NUM', String(index + 1));
  lines.put('NAME', code.name === '' ? null : code.name);
  lines.put('TAUX', code.rate);
  lines.put('COMPTE', code.account);
  lines.put('PCTDEDUCT', code.deductiblePercent);
  lines.put('COMMENT', code.comment);
}

const STATUS = { normal: '0', title: '8', group: '16' } as const;

function putAccount(lines: ChartLines, account: ChartAccount): void {
  const { number, name, names = [], category, group, kind, vatCode, currency } = account;
  lines.put('NUM', isSeparator(account) ? null : number);
  lines.put('NAME', name);
  names.forEach((text, i) => lines.put(`NAME.${i}`, text));
  lines.put('CAT', writeWhole(category));
  if (group !== '') lines.put('GROUP', group);
  lines.put('STATUS', STATUS[kind]);
  if (vatCode !== '') lines.put('VATCODE', vatCode);
  if (currency !== '') lines.put('CURRENCY', currency);
}

/** Lines to be written, and what cannot be. */
class ChartLines {
  readonly #lines: string[] = [];
  readonly #problems = new ProblemList();

  add(line: string): void {
    this.#lines.push(line);
  }

  /** @param value `null` if it cannot be written; LF inside becomes CR CR LF, an inner break */
  put(key: string, value: string | null): void {
    const at = value === null ? 0 : value.indexOf('\r');
    if (at >= 0) this.#problems.add('unwritable', this.#lines.length + 1, key.length + 2 + at, value ?? '');
    const [first = '', ...others] = (value ?? '').split('\n');
    this.#lines.push(
      ...[`${key}=${first}`, ...others].map((line, i) => line + (i < others.length ? '\r\r' : '')),
    );
  }

  encode(): Uint8Array {
    if (this.#problems.count > 0) throw new CresusFileError(this.#problems.kept, this.#problems.count);
    return encodeWindows1252(
      this.#lines.map((line) => (line.endsWith('\r\r') ? `${line}\n` : `${line}\r\n`)).join(''),
    );
  }
}
