import { writeChart, writeEntryFile } from '@synchro/cresus-files';
import type { ChartAccount, EntryFile, EntryLine, FileEntry } from '@synchro/cresus-files';

/** The files of a small mandate, for tests: everything has a sensible default, the rest is named. */

/** The folder of the mandate in the tests, as a fiduciary would have it. */
export const FOLDER = '/mandats/Rochat';
export const ACCOUNTING = `${FOLDER}/Compta 2026.cre`;
export const INVOICES = `${FOLDER}/Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf`;
export const SALARIES = `${FOLDER}/Salaires 2026 (01-01-2026 ~ 31-12-2026).ecs`;

/** An invoice of 1250.00, as one line; give what is different. */
export function line(differences: Partial<EntryLine> = {}): EntryLine {
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
    idno: 1,
    compoundNumber: 0,
    ...differences,
  };
}

/** Invoice number n: its own voucher, label, amount and number. */
export const invoice = (n: number, differences: Partial<EntryLine> = {}): EntryLine =>
  line({
    voucher: `F-${n}`,
    label: `Facture ${n}`,
    amountInCentimes: 10_000 + n * 100,
    idno: n,
    ...differences,
  });

/** Invoice n with VAT at 8.1 %: total against net and VAT. */
export function vatInvoice(n: number, netInCentimes = 100_000): EntryLine[] {
  const vat = Math.round(netInCentimes * 0.081);
  const common = { voucher: `F-${n}`, vatCode: 'TVA', compoundNumber: 100 + n };
  return [
    line({
      ...common,
      credit: '...',
      label: `Facture ${n}`,
      amountInCentimes: netInCentimes + vat,
      idno: n * 10,
    }),
    line({
      ...common,
      debit: '...',
      label: `Facture ${n} net`,
      amountInCentimes: netInCentimes,
      idno: n * 10 + 1,
    }),
    line({
      ...common,
      debit: '...',
      credit: '2200',
      label: `Facture ${n} TVA`,
      amountInCentimes: vat,
      idno: n * 10 + 2,
    }),
  ];
}

export interface WrittenFile {
  readonly lot?: number;
  readonly writtenAt?: string;
  readonly uid?: number;
  readonly type?: EntryFile['type'];
}

/** An entry file with these lines; consecutive lines of the same compound number become one entry. */
export function entryFile(lines: readonly EntryLine[], header: WrittenFile = {}): Uint8Array {
  const entries: FileEntry[] = [];
  for (const next of lines) {
    const last = entries.at(-1);
    if (
      last !== undefined &&
      next.compoundNumber !== 0 &&
      last.lines[0]?.compoundNumber === next.compoundNumber
    )
      entries[entries.length - 1] = { ...last, lines: [...last.lines, next] };
    else entries.push({ lines: [next], firstLine: 0, defects: [] });
  }
  return writeEntryFile({
    type: header.type ?? 'ECF',
    version: '9.5.0',
    lot: header.lot ?? 1,
    writtenAt: header.writtenAt ?? '2026-06-10T11:06:53',
    uid: header.uid ?? 123,
    entries,
    endsWithLineEnd: true,
  });
}

export function chartFile(
  accounts: readonly string[] = ['1020', '1100', '2200', '3200', '5000'],
  period = 2026,
): Uint8Array {
  const account = (number: string, kind: ChartAccount['kind'] = 'normal'): ChartAccount => ({
    number,
    name: `Compte ${number}`,
    category: 2,
    group: '',
    kind,
    vatCode: '',
    currency: '',
  });
  return writeChart({
    title: 'Atelier Rochat',
    begin: `${period}-01-01`,
    end: `${period}-12-31`,
    accounts: [...accounts.map((number) => account(number)), account('1', 'title'), account('10', 'group')],
    vatCodes: [{ name: 'TVA', rate: '8.1', account: '2200', deductiblePercent: '100', comment: '' }],
  });
}

export const index = (...lines: readonly string[]): string =>
  ['#FSC\t9.3\tECC', ...lines, '#END', ''].join('\r\n');
export const invoicesListed =
  '#ECF\t1; 10/06/2026 11:06:53; "Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf"; 123';
export const salariesListed =
  '#ECS\t1; 03/07/2026 08:00:01; "Salaires 2026 (01-01-2026 ~ 31-12-2026).ecs"; 124';
