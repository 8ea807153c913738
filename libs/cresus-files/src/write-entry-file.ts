import type { EntryFile, EntryLine, FileEntry } from './entry-file.js';
import { writeCentimes, writeDate, writeDateTime, readRate, writeWhole } from './values.js';
import { writeLines } from './write-lines.js';

/** A field, `null` where its value cannot be written. */
type Field = string | null;

/**
 * Writes an entry file in its canonical form: 21 fields a line, CR LF, as the vendor's programs write it.
 * @throws {CresusFileError} a value that the format cannot hold, with its line and column; also a compound that would
 * be read back as something else
 */
export function writeEntryFile(file: EntryFile): Uint8Array {
  const bytes = writeLines([
    ['#FSC', file.version, file.type],
    ['#ECC', headerValues(file)],
    ...file.entries.flatMap((entry, i) => fieldsOfEntry(entry, file.entries[i - 1])),
  ]);
  return file.endsWithLineEnd ? bytes : bytes.slice(0, -2);
}

function headerValues({ lot, writtenAt, uid }: EntryFile): Field {
  const values = [writeWhole(lot), writeDateTime(writtenAt), writeWhole(uid)];
  return values.includes(null) ? null : ['1', ...values].join('; ');
}

/** Only consecutive lines of one number make a compound, so its neighbour must not bear the same. */
function fieldsOfEntry(entry: FileEntry, before: FileEntry | undefined): Field[][] {
  const compound = entry.lines[0]?.compoundNumber ?? 0;
  const isOne = compound === 0 ? entry.lines.length === 1 : before?.lines[0]?.compoundNumber !== compound;
  // An entry without lines is told in the line where it would have to be.
  if (entry.lines.length === 0) return [[null]];
  return entry.lines.map((line) => fieldsOfLine(line, isOne && line.compoundNumber === compound));
}

function fieldsOfLine(line: EntryLine, isInItsPlace: boolean): Field[] {
  const rate = readRate(line.exchangeRate);
  return [
    writeDate(line.date),
    line.debit,
    line.credit,
    line.voucher,
    line.label,
    line.amountInCentimes === null ? '' : writeCentimes(line.amountInCentimes),
    line.foreignAmountInCentimes === 0 ? '' : writeCentimes(line.foreignAmountInCentimes),
    rate === '' ? '0' : rate,
    isInItsPlace ? wholeOrEmpty(line.compoundNumber) : null,
    line.net ? '1' : '0',
    line.vatType === '' ? '0' : line.vatType,
    line.vatNumber === '' ? '0' : line.vatNumber,
    '',
    wholeOrEmpty(line.idno),
    line.vatCode,
    line.costCentre,
    '',
    '',
    '',
    '',
    '0',
  ];
}

const wholeOrEmpty = (value: number): Field => (value === 0 ? '' : writeWhole(value));
