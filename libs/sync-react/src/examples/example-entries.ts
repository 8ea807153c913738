import type { EntryItem, EntryLineMessage, FileEntryItem } from '../contract-types.js';

const aLine = (change: Partial<EntryLineMessage>): EntryLineMessage => ({
  date: '2026-06-05',
  debit: '1100',
  credit: '3200',
  voucher: '2026-041',
  label: 'Facture 41, Menuiserie Dubois',
  amount: '1250.00',
  foreignAmount: null,
  exchangeRate: null,
  net: false,
  vatType: '',
  vatCode: '',
  costCentre: '',
  ...change,
});

const invoicing = { fileId: 'file-ecf', name: 'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf' };
const payroll = { fileId: 'file-ecs', name: 'Salaires 2026 (01-01-2026 ~ 31-12-2026).ecs' };

export function anEntry(id: string, change: Partial<EntryItem> = {}): EntryItem {
  const lines = change.lines ?? [aLine({})];
  const [first = aLine({})] = lines;
  return {
    id,
    change: 'new',
    source: invoicing,
    date: first.date,
    voucher: first.voucher,
    label: first.label,
    problems: [],
    ...change,
    lines,
  };
}

/** One of each kind: simple, compound with VAT, changed, deleted, with problems, from two files. */
export const entryExamples: readonly EntryItem[] = [
  anEntry('entry-1'),
  anEntry('entry-2', {
    lines: [
      aLine({
        credit: '...',
        voucher: '2026-042',
        label: 'Facture 42, Boulangerie Amstutz',
        amount: '1081.00',
      }),
      aLine({
        debit: '...',
        voucher: '2026-042',
        label: 'Facture 42, net',
        amount: '1000.00',
        vatCode: 'TVA',
      }),
      aLine({
        debit: '...',
        credit: '2200',
        voucher: '2026-042',
        label: 'TVA 8.1 %',
        amount: '81.00',
        vatCode: 'TVA',
      }),
    ],
  }),
  anEntry('entry-3', {
    change: 'changed',
    lines: [aLine({ voucher: '2026-039', label: 'Facture 39, Garage du Lac', amount: '980.50' })],
    before: { lines: [aLine({ voucher: '2026-039', label: 'Facture 39, Garage du Lac', amount: '908.50' })] },
  }),
  anEntry('entry-4', {
    change: 'deleted',
    lines: [
      aLine({ date: '2026-06-02', voucher: '2026-035', label: 'Facture 35, annulée', amount: '12345.60' }),
    ],
  }),
  anEntry('entry-5', {
    lines: [
      aLine({ credit: '3299', voucher: '2026-043', label: 'Facture 43, compte inconnu', vatCode: 'XYZ' }),
    ],
    problems: [
      { code: 'unknown-account', line: 0, account: '3299' },
      { code: 'unknown-vat-code', line: 0, vatCode: 'XYZ' },
    ],
  }),
  anEntry('entry-6', {
    source: payroll,
    lines: [
      aLine({
        date: '2026-05-31',
        debit: '5000',
        credit: '...',
        voucher: 'S5',
        label: 'Salaires mai',
        amount: '8400.00',
      }),
      aLine({
        date: '2026-05-31',
        debit: '...',
        credit: '2270',
        voucher: 'S5',
        label: 'AVS mai',
        amount: '445.20',
      }),
      aLine({
        date: '2026-05-31',
        debit: '...',
        credit: '1020',
        voucher: 'S5',
        label: 'Salaires nets',
        amount: '7954.80',
      }),
    ],
  }),
];

/** As many as wanted, for lists that must stay smooth. */
export function manyEntries(count: number): EntryItem[] {
  return Array.from({ length: count }, (_, i) =>
    anEntry(`entry-${i}`, {
      source: i % 5 === 4 ? payroll : invoicing,
      lines: [
        aLine({
          date: `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
          voucher: `2026-${i + 1}`,
          label: `Facture ${i + 1}`,
          amount: `${100 + (i % 9_000)}.50`,
        }),
      ],
    }),
  );
}

/** An entry as its own program lists it: what has become of it instead of the file that it is from. */
export function aFileEntry(item: EntryItem, postedAt?: string): FileEntryItem {
  const { id, change, date, voucher, label, lines, problems } = item;
  const shown = { id, date, voucher, label, lines, numbers: lines.map((_, i) => i + 1) };
  return postedAt === undefined
    ? { ...shown, change, problems, posting: null }
    : { ...shown, change: null, problems: [], posting: { id: 'posting-1', postedAt } };
}
