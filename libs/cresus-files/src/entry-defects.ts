import type { EntryDefect, EntryLine } from './entry-file.js';

const NONE: readonly EntryDefect[] = [];
export const OPEN_SIDE = '...';

/**
 * What is wrong with a compound: it has lines on one side only, or its sides do not add up to the same. Of a simple
 * entry nothing is said here; whether its accounts exist is a question for the chart.
 */
export function entryDefects(lines: readonly EntryLine[]): readonly EntryDefect[] {
  const [first] = lines;
  if (first === undefined || first.compoundNumber === 0) return NONE;
  let debit = 0;
  let credit = 0;
  let hasDebit = false;
  let hasCredit = false;
  for (const line of lines) {
    const amount = line.amountInCentimes ?? 0;
    if (line.debit !== OPEN_SIDE) {
      hasDebit = true;
      debit += amount;
    }
    if (line.credit !== OPEN_SIDE) {
      hasCredit = true;
      credit += amount;
    }
  }
  const defects: EntryDefect[] = [];
  if (!hasDebit || !hasCredit) defects.push('one-sided');
  if (debit !== credit) defects.push('unbalanced');
  return defects.length === 0 ? NONE : defects;
}
