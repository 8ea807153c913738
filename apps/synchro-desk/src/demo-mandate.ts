import { emptyEccIndex, setEccEntry, writeChart, writeEntryFile } from '@synchro/cresus-files';
import type { EntryFileType } from '@synchro/cresus-files';
import { localTime, openProgram } from './entry-program.js';
import type { EntryProgram } from './entry-program.js';
import { writeInvoice } from './invoicing.js';
import { chartAccounts, vatCodes } from './mandate/accounts.js';
import { company, fileNames } from './mandate/company.js';
import type { MandateFileNames } from './mandate/company.js';
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

/** @param names the simulated desk's mandate has other names, which the world chose */
export function demoMandate(now: Date, names: MandateFileNames = fileNames): DemoMandate {
  const writtenAt = localTime(now);
  const empty = emptyEccIndex('9.3');
  const first = setEccEntry(empty, { tag: 'ECF', writtenAt, name: names.invoicing });
  const index = setEccEntry(first.bytes, { tag: 'ECS', writtenAt, name: names.payroll });

  const invoicing = yearOfInvoices(newProgram('ECF', first.uid, writtenAt));
  const payroll = yearOfSalaries(newProgram('ECS', index.uid, writtenAt));
  return {
    invoicing,
    payroll,
    files: [
      { name: names.accounting, bytes: opaqueBytes(2026, 48_000) },
      { name: names.chart, bytes: chart() },
      { name: names.index, bytes: index.bytes },
      { name: names.invoicing, bytes: writeEntryFile(invoicing.file) },
      { name: names.payroll, bytes: writeEntryFile(payroll.file) },
      { name: names.invoicingDocument, bytes: opaqueBytes(102, 36_000) },
      { name: names.payrollDocument, bytes: opaqueBytes(205, 28_000) },
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
 * A document of the programs: a proprietary binary that nobody but its program reads, so any bytes will do that
 * are the same for ever and look like nothing else.
 */
function opaqueBytes(seed: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = seed;
  for (let at = 0; at < bytes.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}
