import type { EntryLine, ImportLine } from '@synchro/cresus-files';

/**
 * What an entry is to an accountant, written by another hand than the one under test [C1, C2]: the lines as sorted
 * JSON, without numbers. The last two values of a line do not reach the accounting.
 */
export function contentOf({ lines }: { readonly lines: readonly EntryLine[] }): string {
  return sorted(
    lines.map((line) => [...bookedValues(line, line.vatType), line.net ? 'net' : '', line.costCentre]),
  );
}

/** The part of a content that the accounting's text holds. */
export function bookedAs(content: string): string {
  return sorted((JSON.parse(content) as string[][]).map((line) => line.slice(0, BOOKED_VALUES)));
}

/** An entry of an imported text, and whether it is the reversal of that entry. */
export interface ImportedEntry {
  readonly booked: string;
  readonly isReversal: boolean;
  readonly dates: readonly string[];
}

const REVERSAL = 'Extourne: ';
const BOOKED_VALUES = 10;

/** As the accounting reads the lines of one entry. */
export function importedEntry(lines: readonly ImportLine[]): ImportedEntry {
  const reversed = lines.filter(({ label }) => label.startsWith(REVERSAL)).length;
  if (reversed !== 0 && reversed !== lines.length) throw new Error('Half of an entry is reversed.');
  const isReversal = reversed > 0;
  const original = lines.map((line) =>
    isReversal
      ? { ...line, debit: line.credit, credit: line.debit, label: line.label.slice(REVERSAL.length) }
      : line,
  );
  return {
    booked: sorted(original.map((line) => bookedValues(line, line.vatSide))),
    isReversal,
    dates: lines.map(({ date }) => date),
  };
}

type BookedLine = Pick<
  ImportLine,
  'date' | 'debit' | 'credit' | 'voucher' | 'label' | 'foreignAmountInCentimes' | 'exchangeRate' | 'vatCode'
> & { readonly amountInCentimes: number | null };

function bookedValues(line: BookedLine, vatSide: string): string[] {
  return [
    line.date,
    line.debit,
    line.credit,
    line.voucher,
    line.label,
    String(line.amountInCentimes ?? 0),
    String(line.foreignAmountInCentimes),
    String(Number(line.exchangeRate)),
    vatSide === '' ? '0' : vatSide,
    line.vatCode,
  ];
}

const sorted = (lines: readonly (readonly string[])[]): string =>
  JSON.stringify(
    lines
      .map((line) => JSON.stringify(line))
      .sort()
      .map((line) => JSON.parse(line) as unknown),
  );
