import type { Entry, EntryLine } from './model.js';

/**
 * The content of a line as one comparable text [C1]: everything the accountant booked, nothing that the
 * writing program may renumber. TAB cannot occur in a field, so the text is unambiguous.
 */
export function lineContent(line: EntryLine): string {
  return (
    line.date + '\t' + line.debit + '\t' + line.credit + '\t' + line.voucher + '\t' + line.label + '\t' +
    String(line.amountInCentimes) + '\t' + String(line.foreignAmountInCentimes) + '\t' + line.exchangeRate + '\t' +
    (line.net ? '1' : '0') + '\t' + line.vatType + '\t' + line.vatCode + '\t' + line.costCentre
  );
}

/** The content of an entry: the multiset of its lines, so their order does not count [C2]. */
export function entryContent(entry: Entry): string {
  const [first] = entry.lines;
  if (entry.lines.length === 1 && first !== undefined) return lineContent(first);
  return entry.lines.map(lineContent).sort().join('\n');
}
