import type { EntryLine } from './model.js';

/**
 * The content of a line as one comparable text [C1]: everything the accountant booked, nothing that the
 * writing program may renumber. Neither TAB nor a line end can occur in a field of the exchange files, so
 * the text is unambiguous, and the contents of a compound's lines can be joined by line ends.
 */
export function lineContent(line: EntryLine): string {
  return (
    line.date +
    '\t' +
    line.debit +
    '\t' +
    line.credit +
    '\t' +
    line.voucher +
    '\t' +
    line.label +
    '\t' +
    String(line.amountInCentimes) +
    '\t' +
    String(line.foreignAmountInCentimes) +
    '\t' +
    line.exchangeRate +
    (line.net ? '\t1\t' : '\t0\t') +
    line.vatType +
    '\t' +
    line.vatCode +
    '\t' +
    line.costCentre
  );
}

/**
 * Whether two line contents may be one booking before and after a correction [C4b]: the voucher, the label
 * or both accounts are the same. What is blank on both sides says nothing.
 */
export function linesAgree(before: string, after: string): boolean {
  const [, debit = '', credit = '', voucher = '', label = ''] = before.split('\t', 5);
  const [, newDebit, newCredit, newVoucher, newLabel] = after.split('\t', 5);
  if (voucher === newVoucher && voucher.trim() !== '') return true;
  if (label === newLabel && label.trim() !== '') return true;
  return debit === newDebit && credit === newCredit && debit + credit !== '';
}
