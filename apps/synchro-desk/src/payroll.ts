import { book } from './entry-program.js';
import type { DraftLine, EntryProgram } from './entry-program.js';
import { company } from './mandate/company.js';
import { employees, rates, share } from './mandate/employees.js';
import type { Employee } from './mandate/employees.js';

/** What the payroll program does to its entries; the file is written elsewhere. */

const monthNames = new Intl.DateTimeFormat('fr-CH', { month: 'long', timeZone: 'UTC' });

/** `2026-06`: the month after the last one that was run, `null` when the year is through. */
export function nextSalariesMonth({ file }: EntryProgram): string | null {
  const last = file.entries.at(-1)?.lines[0]?.date ?? `${company.fiscalYear}-00`;
  const month = Number(last.slice(5, 7)) + 1;
  return month > 12 ? null : `${company.fiscalYear}-${String(month).padStart(2, '0')}`;
}

/** Runs the salaries of the next month: one entry for each employee, one for the employer's charges. */
export function runSalaries(program: EntryProgram): EntryProgram | null {
  const month = nextSalariesMonth(program);
  if (month === null) return null;
  const entries = [...employees.map((employee) => salaryLines(employee, month)), chargeLines(month)];
  return entries.reduce(book, program);
}

const common = (month: string) => ({ date: `${month}-25`, voucher: `S${month.slice(5)}` });
const nameOf = (month: string): string => monthNames.format(new Date(`${month}-01T00:00:00Z`));

function salaryLines({ name, grossInCentimes, pensionInCentimes }: Employee, month: string): DraftLine[] {
  const deductions: [account: string, label: string, amountInCentimes: number][] = [
    ['2270', 'AVS, AI, APG, AC', share(grossInCentimes, rates.socialInsurance)],
    ['2271', 'LPP', pensionInCentimes],
    ['2272', 'LAA', share(grossInCentimes, rates.accidentOfEmployee)],
    ['2274', 'Indemnités journalières', share(grossInCentimes, rates.sickness)],
  ];
  const paidOut = grossInCentimes - deductions.reduce((sum, [, , amount]) => sum + amount, 0);
  const credits = [...deductions, ['1091', `Net à payer, ${name}`, paidOut] as const];
  return [
    {
      ...common(month),
      debit: '5000',
      credit: '...',
      label: `Salaire ${nameOf(month)}, ${name}`,
      amountInCentimes: grossInCentimes,
    },
    ...credits
      .filter(([, , amount]) => amount !== 0)
      .map(([credit, label, amountInCentimes]) => ({
        ...common(month),
        debit: '...',
        credit,
        label,
        amountInCentimes,
      })),
  ];
}

/** Each charge of the employer, and beside it the institution that gets it. */
function chargeLines(month: string): DraftLine[] {
  const gross = employees.reduce((sum, { grossInCentimes }) => sum + grossInCentimes, 0);
  const pension = employees.reduce((sum, { pensionInCentimes }) => sum + pensionInCentimes, 0);
  const charges: [expense: string, liability: string, label: string, amountInCentimes: number][] = [
    ['5700', '2270', 'AVS, AI, APG, AC', share(gross, rates.socialInsurance)],
    ['5710', '2273', 'Allocations familiales', share(gross, rates.familyAllowances)],
    ['5720', '2271', 'LPP', pension],
    ['5730', '2272', 'LAA', share(gross, rates.accidentOfEmployer)],
    ['5740', '2274', 'Indemnités journalières', share(gross, rates.sickness)],
  ];
  return charges.flatMap(([debit, credit, what, amountInCentimes]) => {
    const label = `Charges sociales ${nameOf(month)}, ${what}`;
    return [
      { ...common(month), debit, credit: '...', label, amountInCentimes },
      { ...common(month), debit: '...', credit, label, amountInCentimes },
    ];
  });
}
