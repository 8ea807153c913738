import { keyEntry } from './keyed-entry.js';
import type { CurrentEntry, PostedKey } from './match-by-content.js';
import type { Chart, Entry, EntryLine } from './model.js';

/** Invoice 41 of the carpenter, as one line. */
export function aLine(differences: Partial<EntryLine> = {}): EntryLine {
  return {
    date: '2026-06-05',
    debit: '1100',
    credit: '3200',
    voucher: '2026-041',
    label: 'Facture 41, Menuiserie Dubois',
    amountInCentimes: 125_000,
    foreignAmountInCentimes: 0,
    exchangeRate: '',
    net: false,
    vatType: '',
    vatCode: '',
    costCentre: '',
    vatNumber: '',
    idno: 57,
    compoundNumber: 0,
    ...differences,
  };
}

/** A simple entry. */
export function anEntry(differences: Partial<EntryLine> = {}): Entry {
  return { lines: [aLine(differences)], defects: [] };
}

/** A sale with VAT: total against net and VAT. */
export function aCompound(...differences: readonly Partial<EntryLine>[]): Entry {
  const lines = [
    aLine({ credit: '...', amountInCentimes: 108_100, idno: 1, compoundNumber: 9 }),
    aLine({ debit: '...', amountInCentimes: 100_000, idno: 2, compoundNumber: 9 }),
    aLine({
      debit: '...',
      credit: '2200',
      amountInCentimes: 8_100,
      vatCode: 'TVA',
      idno: 3,
      compoundNumber: 9,
    }),
  ];
  return { lines: lines.map((line, i) => ({ ...line, ...differences[i] })), defects: [] };
}

export function current(entry: Entry, accountingFileId = 'compta-2026'): CurrentEntry {
  return { ...keyEntry(entry), accountingFileId };
}

export function posted(entry: Entry, differences: Partial<PostedKey> = {}): PostedKey {
  const { content, numbers } = keyEntry(entry);
  return { id: 'p1', content, numbers, occurrence: 0, accountingFileId: 'compta-2026', ...differences };
}

export function aChart(differences: Partial<Chart> = {}): Chart {
  return {
    title: 'Atelier Rochat',
    period: { begin: '2026-01-01', end: '2026-12-31' },
    accounts: new Map([
      ['1100', 'normal'],
      ['2200', 'normal'],
      ['3200', 'normal'],
      ['1', 'title'],
      ['10', 'group'],
    ]),
    vatCodes: new Set(['TVA']),
    ...differences,
  };
}
