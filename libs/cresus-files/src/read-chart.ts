import { isSeparator } from './chart.js';
import type { ChartAccount, ChartOfAccounts, ChartVatCode } from './chart.js';
import { readChartBlocks } from './chart-blocks.js';
import type { ChartRecord } from './chart-blocks.js';
import { ProblemList } from './file-problem.js';
import type { ReadResult } from './file-problem.js';
import { readDate, readWhole } from './values.js';
import { decodeWindows1252 } from './windows-1252.js';

/** Reads a `.crp`. Unknown keys and blocks are passed over; separators are no accounts. */
export function readChart(bytes: Uint8Array, file?: string): ReadResult<ChartOfAccounts> {
  const problems = new ProblemList(file);
  if (bytes.length === 0) {
    problems.add('empty-file', 1, 1);
    return problems.failure(true);
  }
  const { header, blocks, unclosed, isEnded, lineCount } = readChartBlocks(decodeWindows1252(bytes));
  const accountBlock = blocks.find(({ name }) => name === 'COMPTES');
  const chart: ChartOfAccounts = {
    title: textOf(header, 'TITLE'),
    begin: dayOf(header, 'DATEBEG', problems),
    end: dayOf(header, 'DATEEND', problems),
    accounts: (accountBlock?.records ?? [])
      .filter((record) => !isSeparator({ number: textOf(record, 'NUM'), name: nameOf(record) }))
      .map((record) => readAccount(record, problems)),
    vatCodes: (blocks.find(({ name }) => name === 'TVACODES')?.records ?? [])
      .map(readVatCode)
      .filter(({ name }) => name !== ''),
  };
  const isSoundToTheLastLine = problems.firstLine >= lineCount;
  if (unclosed !== null) problems.add('unclosed-block', unclosed.line, 1, `BEGIN=${unclosed.name}`);
  if (accountBlock === undefined) problems.add('no-header', 1, 1, 'BEGIN=COMPTES');
  if (problems.count > 0) return problems.failure(!isEnded && isSoundToTheLastLine);
  return { ok: true, value: chart };
}

const TITLE_BIT = 8;
const GROUP_BIT = 0x10;

function readAccount(record: ChartRecord, problems: ProblemList): ChartAccount {
  const names = namesOf(record);
  const status = wholeOf(record, 'STATUS', problems);
  return {
    number: textOf(record, 'NUM'),
    name: nameOf(record),
    ...(names.length === 0 ? {} : { names }),
    category: wholeOf(record, 'CAT', problems),
    group: textOf(record, 'GROUP'),
    kind: (status & TITLE_BIT) !== 0 ? 'title' : (status & GROUP_BIT) !== 0 ? 'group' : 'normal',
    vatCode: textOf(record, 'VATCODE'),
    currency: textOf(record, 'CURRENCY'),
  };
}

const nameOf = (record: ChartRecord): string => record.get('NAME')?.text ?? namesOf(record)[0] ?? '';

/** `NAME.0`, `NAME.1`, … by their numbers. */
function namesOf(record: ChartRecord): string[] {
  const names: string[] = [];
  for (const [key, { text }] of record) if (key.startsWith('NAME.')) names[Number(key.slice(5))] = text;
  return Array.from(names, (name: string | undefined) => name ?? '');
}

const readVatCode = (record: ChartRecord): ChartVatCode => ({
  name: textOf(record, 'NAME'),
  rate: textOf(record, 'TAUX'),
  account: textOf(record, 'COMPTE'),
  deductiblePercent: textOf(record, 'PCTDEDUCT'),
  comment: textOf(record, 'COMMENT'),
});

const textOf = (record: ChartRecord, key: string): string => record.get(key)?.text ?? '';

function wholeOf(record: ChartRecord, key: string, problems: ProblemList): number {
  const value = record.get(key);
  const number = value === undefined || value.text.trim() === '' ? 0 : readWhole(value.text.trim());
  if (value !== undefined && number === null)
    problems.add('bad-number', value.line, value.column, value.text);
  return number ?? 0;
}

function dayOf(record: ChartRecord, key: string, problems: ProblemList): string {
  const value = record.get(key);
  const day = value === undefined || value.text.trim() === '' ? '' : readDate(value.text.trim());
  if (value !== undefined && day === null) problems.add('bad-date', value.line, value.column, value.text);
  return day ?? '';
}
