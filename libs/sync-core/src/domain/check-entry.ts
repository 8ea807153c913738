import { isWithin } from './fiscal-period.js';
import { findUnwritable } from './import-characters.js';
import type { Chart, Entry, EntryLine, EntryProblem, FiscalPeriod, TextField } from './model.js';

/** How a compound's line names the side that its other lines fill. */
const OPEN_SIDE = '...';

/**
 * Tells before posting what the accounting would refuse, line by line, then of the entry as a whole.
 * An entry with any problem stays pending as a whole; nothing is repaired here.
 *
 * @param against what is known of the accounting file; what is `null` objects to nothing
 */
export function checkEntry(
  entry: Entry,
  against: { readonly chart: Chart | null; readonly period: FiscalPeriod | null },
): readonly EntryProblem[] {
  const { chart, period } = against;
  const problems: EntryProblem[] = [];
  for (const [i, line] of entry.lines.entries()) {
    if (period !== null && !isWithin(line.date, period)) {
      problems.push({ code: 'outside-periods', line: i, date: line.date }); // [K4]
    }
    if (chart !== null) problems.push(...checkAgainstChart(line, i, chart));
    if (line.amountInCentimes === null) problems.push({ code: 'missing-amount', line: i }); // [K5]
    problems.push(...checkCharacters(line, i));
  }
  if (isZero(entry)) problems.push({ code: 'zero-amount', line: 0 });
  if (entry.defects.includes('unbalanced')) problems.push({ code: 'unbalanced' }); // [K7]
  if (entry.defects.includes('one-sided') || lacksSide(entry)) problems.push({ code: 'one-sided' });
  return problems;
}

function checkAgainstChart(line: EntryLine, index: number, chart: Chart): readonly EntryProblem[] {
  const problems: EntryProblem[] = [];
  for (const account of new Set([line.debit, line.credit])) {
    if (isOpen(account)) continue;
    const kind = chart.accounts.get(account);
    if (kind === undefined)
      problems.push({ code: 'unknown-account', line: index, account }); // [K1]
    else if (kind !== 'normal') problems.push({ code: `${kind}-account`, line: index, account }); // [K2]
  }
  if (line.vatCode !== '' && !chart.vatCodes.has(line.vatCode)) {
    problems.push({ code: 'unknown-vat-code', line: index, vatCode: line.vatCode }); // [K3]
  }
  return problems;
}

/** One problem for each kind of text that the import text cannot carry, with its first such character [K10]. */
function checkCharacters(line: EntryLine, index: number): readonly EntryProblem[] {
  const texts: readonly (readonly [TextField, string])[] = [
    ['account', line.debit + line.credit],
    ['voucher', line.voucher],
    ['label', line.label],
    ['vat', line.vatType + line.vatNumber + line.vatCode],
  ];
  return texts.flatMap(([field, text]) => {
    const character = findUnwritable(text);
    return character === null ? [] : [{ code: 'unwritable-character', line: index, field, character }];
  });
}

/** Every line is 0 [K6]. One line of 0 in a compound is legal: VAT at rate 0; so are negative amounts. */
function isZero({ lines }: Entry): boolean {
  return lines.length > 0 && lines.every((line) => line.amountInCentimes === 0);
}

/**
 * A booking without its other side [K8]. Alone, a line needs both accounts; in a compound one side may be
 * open, said so by `...`: an empty one is a mistake.
 */
function lacksSide({ lines }: Entry): boolean {
  const isSimple = lines.length === 1;
  return lines.some(({ debit, credit }) => {
    if (isSimple) return isOpen(debit) || isOpen(credit);
    return debit === '' || credit === '' || (isOpen(debit) && isOpen(credit));
  });
}

function isOpen(account: string): boolean {
  return account === OPEN_SIDE || account === '';
}
