import { ProblemList } from './file-problem.js';
import type { ReadResult } from './file-problem.js';
import { readDate, writeDate } from './values.js';
import { decodeWindows1252, encodeWindows1252 } from './windows-1252.js';

/** The chart of accounts that the accounting writes for the other programs (`.crp`). */
export interface ChartOfAccounts {
  readonly title: string;
  /** First and last day of the fiscal period, ISO; empty where the file does not say. */
  readonly begin: string;
  readonly end: string;
  readonly accounts: readonly ChartAccount[];
  readonly vatCodes: readonly ChartVatCode[];
}

export interface ChartAccount {
  /** Text: `2152.1`. */
  readonly number: string;
  readonly name: string;
  /** Names per language (`NAME.0`, `NAME.1`, …), where the file has them. */
  readonly names?: readonly string[];
  /** 2 asset, 4 liability, 8 expense, 16 income, 32 operating. */
  readonly category: number;
  /** Number of the group it belongs to; empty at the top. */
  readonly group: string;
  readonly kind: 'normal' | 'title' | 'group';
  readonly vatCode: string;
  readonly currency: string;
}

export interface ChartVatCode {
  readonly name: string;
  /** Percent, as the file writes it. */
  readonly rate: string;
  readonly account: string;
  readonly deductiblePercent: string;
  readonly comment: string;
}

interface Block {
  readonly name: string;
  readonly records: Map<string, string>[];
}

/**
 * Reads a `.crp`: `KEY=value` lines, in blocks of records. A value may run over several lines (CR CR LF inside, CR LF
 * at its end). Unknown keys and blocks are passed over; separators (`NUM` with `/`, blank `NAME`) are no accounts.
 */
export function readChart(bytes: Uint8Array, file?: string): ReadResult<ChartOfAccounts> {
  const problems = new ProblemList(file);
  if (bytes.length === 0) {
    problems.add('empty-file', 1, 1);
    return problems.failure();
  }
  const header = new Map<string, { value: string; line: number }>();
  const blocks: Block[] = [];
  let block: Block | null = null;
  let blockLine = 0;
  let key: string | null = null;
  let lineNumber = 0;
  for (const raw of decodeWindows1252(bytes).split('\n')) {
    lineNumber += 1;
    const text = raw.replace(/\r+$/, '');
    const record = block?.records.at(-1);
    if (block === null) {
      const [name, ...rest] = text.split('=');
      if (name === 'BEGIN') {
        block = { name: rest.join('='), records: [] };
        blocks.push(block);
        blockLine = lineNumber;
        key = null;
      } else if (name !== undefined && rest.length > 0)
        header.set(name, { value: rest.join('='), line: lineNumber });
    } else if (text === `END=${block.name}`) block = null;
    else if (text === 'ENTRY') {
      block.records.push(new Map());
      key = null;
    } else if (record !== undefined) {
      const match = /^([A-Z][A-Z0-9_]*(?:\.\d+)?)=(.*)$/.exec(text);
      if (match?.[1] !== undefined && !(key !== null && isContinued(record.get(key) ?? ''))) {
        key = match[1];
        record.set(key, (match[2] ?? '') + (raw.endsWith('\r\r') ? '\n' : ''));
      } else if (key !== null)
        record.set(key, (record.get(key) ?? '') + text + (raw.endsWith('\r\r') ? '\n' : ''));
    }
  }
  if (block !== null) problems.add('unclosed-block', blockLine, 1, `BEGIN=${block.name}`);
  const accounts = blocks.find(({ name }) => name === 'COMPTES');
  if (accounts === undefined) problems.add('no-header', 1, 1, 'BEGIN=COMPTES');
  const day = (name: string) => {
    const found = header.get(name);
    const date = found === undefined ? '' : readDate(found.value);
    if (date === null) problems.add('bad-date', found?.line ?? 1, name.length + 2, found?.value);
    return date ?? '';
  };
  const begin = day('DATEBEG');
  const end = day('DATEEND');
  if (problems.count > 0 || accounts === undefined) return problems.failure();
  return {
    ok: true,
    value: {
      title: header.get('TITLE')?.value ?? '',
      begin,
      end,
      accounts: accounts.records.flatMap(readAccount),
      vatCodes: (blocks.find(({ name }) => name === 'TVACODES')?.records ?? []).flatMap(readVatCode),
    },
  };
}

/** A value that ended with CR CR LF goes on in the next line, whatever that looks like. */
const isContinued = (value: string): boolean => value.endsWith('\n');

function readAccount(record: ReadonlyMap<string, string>): ChartAccount[] {
  const number = record.get('NUM') ?? '';
  const names = [...record].flatMap(([key, value]) => (key.startsWith('NAME.') ? [value] : []));
  const name = record.get('NAME') ?? names[0] ?? '';
  if (number === '' || number.includes('/') || name.trim() === '') return [];
  const status = Number(record.get('STATUS') ?? '0') & 0x18;
  return [
    {
      number,
      name,
      ...(names.length === 0 ? {} : { names }),
      category: Number(record.get('CAT') ?? '0'),
      group: record.get('GROUP') ?? '',
      kind: status === 0 ? 'normal' : (status & 8) === 8 ? 'title' : 'group',
      vatCode: record.get('VATCODE') ?? '',
      currency: record.get('CURRENCY') ?? '',
    },
  ];
}

function readVatCode(record: ReadonlyMap<string, string>): ChartVatCode[] {
  const name = record.get('NAME') ?? '';
  if (name === '') return [];
  return [
    {
      name,
      rate: record.get('TAUX') ?? '',
      account: record.get('COMPTE') ?? '',
      deductiblePercent: record.get('PCTDEDUCT') ?? '',
      comment: record.get('COMMENT') ?? '',
    },
  ];
}

/**
 * Writes a chart as the accounting does, with the blocks that this library knows.
 * @throws {CresusFileError} `unencodable`
 */
export function writeChart(chart: ChartOfAccounts): Uint8Array {
  const status = { normal: 0, title: 8, group: 0x10 };
  const value = (text: string) => text.replaceAll('\n', '\r\r\n');
  const lines = [
    'MAJREV=8',
    'MINREV=8',
    ...(chart.begin === '' ? [] : [`DATEBEG=${writeDate(chart.begin)}`]),
    ...(chart.end === '' ? [] : [`DATEEND=${writeDate(chart.end)}`]),
    `TITLE=${chart.title}`,
    '',
    'BEGIN=TVACODES',
    '',
    ...chart.vatCodes.flatMap((code, i) => [
      'ENTRY',
      `NUM=${i + 1}`,
      `NAME=${code.name}`,
      `TAUX=${code.rate}`,
      `COMPTE=${code.account}`,
      `PCTDEDUCT=${code.deductiblePercent}`,
      `COMMENT=${value(code.comment)}`,
      '',
    ]),
    'END=TVACODES',
    '',
    'BEGIN=COMPTES',
    '',
    ...chart.accounts.flatMap((account) => [
      'ENTRY',
      `NUM=${account.number}`,
      `NAME=${account.name}`,
      ...(account.names ?? []).map((name, i) => `NAME.${i}=${name}`),
      `CAT=${account.category}`,
      ...(account.group === '' ? [] : [`GROUP=${account.group}`]),
      ...(account.vatCode === '' ? [] : [`VATCODE=${account.vatCode}`]),
      `STATUS=${status[account.kind]}`,
      ...(account.currency === '' ? [] : [`CURRENCY=${account.currency}`]),
      '',
    ]),
    'END=COMPTES',
    'ENDOFFILE',
  ];
  return encodeWindows1252(lines.map((line) => `${line}\r\n`).join(''));
}
