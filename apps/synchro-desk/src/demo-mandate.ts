import { emptyEccIndex, setEccEntry, writeChart, writeEntryFile } from '@synchro/cresus-files';
import type { EntryFileType } from '@synchro/cresus-files';
import { localTime, openProgram } from './entry-program.js';
import type { EntryProgram } from './entry-program.js';
import { writeInvoice } from './invoicing.js';
import { chartAccounts, vatCodes } from './mandate/accounts.js';
import { company, fileNames } from './mandate/company.js';
import { runSalaries } from './payroll.js';

/** How much of the year has been booked when the demonstration begins: an invoice a week, five months of salaries. */
const WEEKS = 20;
const MONTHS = 5;

export interface DemoFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A new mandate folder, in the programs' own formats, and the programs as they have just written it. */
export interface DemoMandate {
  readonly files: readonly DemoFile[];
  readonly invoicing: EntryProgram;
  readonly payroll: EntryProgram;
}

export function demoMandate(now: Date): DemoMandate {
  const writtenAt = localTime(now);
  const empty = emptyEccIndex('9.3');
  const first = setEccEntry(empty, { tag: 'ECF', writtenAt, name: fileNames.invoicing });
  const index = setEccEntry(first.bytes, { tag: 'ECS', writtenAt, name: fileNames.payroll });

  const invoicing = yearOfInvoices(newProgram('ECF', first.uid, writtenAt));
  const payroll = yearOfSalaries(newProgram('ECS', index.uid, writtenAt));
  return {
    invoicing,
    payroll,
    files: [
      { name: fileNames.accounting, bytes: accountingBytes() },
      { name: fileNames.chart, bytes: chart() },
      { name: fileNames.index, bytes: index.bytes },
      { name: fileNames.invoicing, bytes: writeEntryFile(invoicing.file) },
      { name: fileNames.payroll, bytes: writeEntryFile(payroll.file) },
    ],
  };
}

function yearOfInvoices(fresh: EntryProgram): EntryProgram {
  let program = fresh;
  for (let week = 0; week < WEEKS; week++) {
    const monday = new Date(Date.UTC(company.fiscalYear, 0, 12 + 7 * week)).toISOString().slice(0, 10);
    program = writeInvoice(program, monday);
  }
  return { ...program, file: { ...program.file, lot: WEEKS } };
}

function yearOfSalaries(fresh: EntryProgram): EntryProgram {
  let program = fresh;
  for (let month = 0; month < MONTHS; month++) program = runSalaries(program) ?? program;
  return { ...program, file: { ...program.file, lot: MONTHS } };
}

const newProgram = (type: EntryFileType, uid: number, writtenAt: string): EntryProgram =>
  openProgram({ type, version: '9.5.0', lot: 0, writtenAt, uid, entries: [], endsWithLineEnd: true });

function chart(): Uint8Array {
  return writeChart({
    title: company.name,
    begin: `${company.fiscalYear}-01-01`,
    end: `${company.fiscalYear}-12-31`,
    accounts: chartAccounts.map(({ number, name, category, parent, kind }) => ({
      number,
      name,
      category,
      group: parent ?? '',
      kind,
      vatCode: '',
      currency: '',
    })),
    vatCodes: Object.values(vatCodes).map(({ name, ratePerMille, account, comment }) => ({
      name,
      rate: (ratePerMille / 10).toFixed(6),
      account,
      deductiblePercent: '100.000000',
      comment,
    })),
  });
}

/**
 * The accounting itself: a proprietary binary that nobody but its program reads, so any bytes will do that
 * are the same for ever and look like nothing else.
 */
function accountingBytes(): Uint8Array {
  const bytes = new Uint8Array(48_000);
  let state = 2026;
  for (let at = 0; at < bytes.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}
