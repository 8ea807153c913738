import type { EntryLine, FileEntry } from '@synchro/cresus-files';
import { book, withEntries } from './entry-program.js';
import type { DraftLine, EntryProgram } from './entry-program.js';
import { company } from './mandate/company.js';
import { jobs } from './mandate/invoices.js';
import type { Job } from './mandate/invoices.js';

/** What the invoicing program does to its entries; the file is written elsewhere. */

/** An account that the chart does not have: somebody mistyped it in the article's settings. */
export const UNKNOWN_ACCOUNT = '3999';

/** Writes the next invoice of the order book, by default one working day after the last. */
export function writeInvoice(
  program: EntryProgram,
  date = nextWorkingDay(lastDate(program)),
  differences: Partial<Job> = {},
): EntryProgram {
  const number = program.nextVoucher;
  const job = jobs[(number - 1) % jobs.length];
  if (job === undefined) throw new Error('The order book is empty.');
  return book(
    { ...program, nextVoucher: number + 1 },
    invoiceLines({ ...job, ...differences }, number, date),
  );
}

const lastDate = ({ file }: EntryProgram): string =>
  file.entries.at(-1)?.lines[0]?.date ?? `${company.fiscalYear}-01-04`;

/** The total first, as the list of pending entries shows it; then what was sold, and the VAT on it. */
export function invoiceLines(job: Job, number: number, date: string): DraftLine[] {
  const { customer, work, netInCentimes, incomeAccount, vat } = job;
  const voucher = `${company.fiscalYear}-${String(number).padStart(3, '0')}`;
  const label = `Facture ${voucher}, ${customer}`;
  const common = { date, voucher, vatType: '1', vatCode: vat.name, vatNumber: String(number) };
  const taxInCentimes = Math.round((netInCentimes * vat.ratePerMille) / 1000);
  if (taxInCentimes === 0) {
    return [{ ...common, debit: '1100', credit: incomeAccount, label, amountInCentimes: netInCentimes }];
  }
  const rate = (vat.ratePerMille / 10).toFixed(1);
  return [
    { ...common, debit: '1100', credit: '...', label, amountInCentimes: netInCentimes + taxInCentimes },
    {
      ...common,
      debit: '...',
      credit: incomeAccount,
      label: `${work}, (${vat.name}) net`,
      amountInCentimes: netInCentimes,
      net: true,
    },
    {
      ...common,
      debit: '...',
      credit: vat.account,
      label: `${work}, ${rate}% de TVA (${vat.name})`,
      amountInCentimes: taxInCentimes,
    },
  ];
}

/** The customer adds something to the last invoice: each amount grows by a tenth. `null`: there is none. */
export function correctLastInvoice(program: EntryProgram): EntryProgram | null {
  const { entries } = program.file;
  const last = entries.at(-1);
  return last === undefined ? null : withEntries(program, [...entries.slice(0, -1), grown(last)]);
}

/** `null`: there is none. */
export function deleteLastInvoice(program: EntryProgram): EntryProgram | null {
  const { entries } = program.file;
  return entries.length === 0 ? null : withEntries(program, entries.slice(0, -1));
}

/** The total is the sum of the other lines after the correction too, whatever rounding does to each. */
function grown(entry: FileEntry): FileEntry {
  const [total, ...parts] = entry.lines;
  if (total === undefined) return entry;
  const add = (line: EntryLine) => ({
    ...line,
    amountInCentimes: Math.round((line.amountInCentimes ?? 0) * 1.1),
  });
  if (parts.length === 0) return { ...entry, lines: [add(total)] };
  const grownParts = parts.map(add);
  const sum = grownParts.reduce((all, line) => all + line.amountInCentimes, 0);
  return { ...entry, lines: [{ ...total, amountInCentimes: sum }, ...grownParts] };
}

/** The next day that is no Saturday or Sunday, within the fiscal year. */
export function nextWorkingDay(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6);
  const next = day.toISOString().slice(0, 10);
  const lastDay = `${company.fiscalYear}-12-31`;
  return next > lastDay ? lastDay : next;
}
