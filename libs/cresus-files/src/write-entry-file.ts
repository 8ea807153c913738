import type { EntryFile, EntryLine } from './entry-file.js';
import { writeCentimes, writeDate, writeDateTime } from './values.js';
import { writeLines } from './write-lines.js';

/**
 * Writes an entry file in its canonical form: 21 fields a line, CR LF, as the vendor's programs write it.
 * @throws {CresusFileError} a value that the format cannot hold, with its line and column
 */
export function writeEntryFile(file: EntryFile): Uint8Array {
  const bytes = writeLines([
    ['#FSC', file.version, file.type],
    ['#ECC', `1; ${file.lot}; ${writeDateTime(file.writtenAt)}; ${file.uid}`],
    ...file.entries.flatMap(({ lines }) => lines.map(fieldsOf)),
  ]);
  return file.endsWithLineEnd ? bytes : bytes.slice(0, -2);
}

function fieldsOf(line: EntryLine): string[] {
  return [
    writeDate(line.date),
    line.debit,
    line.credit,
    line.voucher,
    line.label,
    line.amountInCentimes === null ? '' : writeCentimes(line.amountInCentimes),
    line.foreignAmountInCentimes === 0 ? '' : writeCentimes(line.foreignAmountInCentimes),
    line.exchangeRate === '' ? '0' : line.exchangeRate,
    line.compoundNumber === 0 ? '' : String(line.compoundNumber),
    line.net ? '1' : '0',
    line.vatType === '' ? '0' : line.vatType,
    line.vatNumber === '' ? '0' : line.vatNumber,
    '',
    line.idno === 0 ? '' : String(line.idno),
    line.vatCode,
    line.costCentre,
    '',
    '',
    '',
    '',
    '0',
  ];
}
