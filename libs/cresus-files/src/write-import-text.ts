import type { ImportFormat, ImportLine } from './import-text.js';
import { readRate, writeCentimes, writeDate, writeWhole } from './values.js';
import { writeLines } from './write-lines.js';

/**
 * Writes the text that the accounting imports: Windows-1252, CR LF, as in its own exports (`0.00` and `0.000000` where
 * there is no foreign currency).
 * @throws {CresusFileError} a value that the format cannot hold, with its line and column
 */
export function writeImportText(lines: readonly ImportLine[], format: ImportFormat): Uint8Array {
  return writeLines(
    lines.map((line) => {
      const simple = [
        writeDate(line.date),
        line.debit,
        line.credit,
        line.voucher,
        line.label,
        writeCentimes(line.amountInCentimes),
      ];
      if (format === 'simple') return simple;
      return [
        ...simple,
        writeCentimes(line.foreignAmountInCentimes),
        sixDecimals(line.exchangeRate),
        writeWhole(line.compoundNumber),
        writeWhole(line.journal),
        line.vatSide,
        line.vatNumber,
        line.vatCode,
        line.labelWithoutVat,
      ];
    }),
  );
}

/** `1.51` → `1.510000`; more decimals than six are kept, a rate is not rounded unseen. */
function sixDecimals(text: string): string | null {
  const rate = readRate(text);
  if (rate === null) return null;
  const [whole = '', decimals = ''] = rate.split('.');
  return `${whole === '' ? '0' : whole}.${decimals.padEnd(6, '0')}`;
}
