import { describe, expect, it } from 'vitest';
import type { FileEntry } from './entry-file.js';
import { readEntryFile } from './read-entry-file.js';
import { encodeWindows1252 } from './windows-1252.js';

const HEADER = '#FSC\t9.5.0\tECF\r\n#ECC\t1; 1; 10.06.2026 11:06:53; 123\r\n';
const INVOICE =
  '05.06.2026\t1100\t3200\t2026-041\tFacture 41, Menuiserie Dubois\t1250.00\t\t0\t\t0\t0\t0\t\t57\tTVA\t\t\t\t\t\t0';

const read = (text: string) => readEntryFile(encodeWindows1252(text), 'x.ecf');

/** The invoice with other fields. */
function line(fields: Readonly<Record<number, string>> = {}): string {
  return `${Object.entries(fields)
    .reduce((all, [field, text]) => all.with(Number(field), text), INVOICE.split('\t'))
    .join('\t')}\r\n`;
}

function entriesOf(...lines: string[]): readonly FileEntry[] {
  const result = read(HEADER + lines.join(''));
  if (!result.ok) throw new Error(JSON.stringify(result.problems[0]));
  return result.value.entries;
}

describe('readEntryFile', () => {
  it('reads header and entry', () => {
    expect(read(`${HEADER}${INVOICE}\r\n`)).toEqual({
      ok: true,
      value: {
        type: 'ECF',
        version: '9.5.0',
        lot: 1,
        writtenAt: '2026-06-10T11:06:53',
        uid: 123,
        endsWithLineEnd: true,
        entries: [
          {
            firstLine: 3,
            defects: [],
            lines: [
              {
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
                vatNumber: '',
                vatCode: 'TVA',
                costCentre: '',
                idno: 57,
                compoundNumber: 0,
              },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['blanks of a label', { 4: '  Œuvre, 5 € ' }, { label: '  Œuvre, 5 € ' }],
    ['an empty amount', { 5: '' }, { amountInCentimes: null }],
    ['a negative amount', { 5: '-0.05' }, { amountInCentimes: -5 }],
    ['an amount without decimals', { 5: '1250' }, { amountInCentimes: 125_000 }],
    ['an amount with zeros behind', { 5: '1250.5000' }, { amountInCentimes: 125_050 }],
    [
      'a foreign amount',
      { 6: '4000.00', 7: '1.510000' },
      { foreignAmountInCentimes: 400_000, exchangeRate: '1.51' },
    ],
    ['a net line', { 9: '1', 10: '2', 11: '1255' }, { net: true, vatType: '2', vatNumber: '1255' }],
    ['empty flags', { 9: '', 10: '', 11: '', 13: '' }, { net: false, vatType: '', vatNumber: '', idno: 0 }],
    ['a date without zeros', { 0: '5.6.2026' }, { date: '2026-06-05' }],
    ['a leap day', { 0: '29.02.2024' }, { date: '2024-02-29' }],
    [
      'a voucher and an account with other signs',
      { 1: '2152.1', 3: '9-A' },
      { debit: '2152.1', voucher: '9-A' },
    ],
    ['a cost centre', { 15: 'ATELIER' }, { costCentre: 'ATELIER' }],
    ['a lone CR and NUL inside a label', { 4: 'a\rb\u0000' }, { label: 'a\rb\u0000' }],
  ])('reads %s', (_, fields, expected) => {
    expect(entriesOf(line(fields))[0]?.lines[0]).toMatchObject(expected);
  });

  it('accepts LF, comments, empty lines, a lenient header, 14 fields or more than 21', () => {
    const fourteen = INVOICE.split('\t').slice(0, 14).join('\t');
    const text = `#FSC\t9.5.0\tECS\n#ECC\t1;2; 1.6.2026  9:06:53 ;123 \n#NOTE\n\n${fourteen}\n${INVOICE}\tmore\tstill\n`;
    const result = read(text);
    expect(result).toMatchObject({
      ok: true,
      value: { type: 'ECS', lot: 2, writtenAt: '2026-06-01T09:06:53', uid: 123 },
    });
    expect(result.ok && result.value.entries.map(({ firstLine }) => firstLine)).toEqual([5, 6]);
  });

  it.each([14, 15, 16])('takes no CR for a part of the last of %i fields', (count) => {
    const some = INVOICE.split('\t').with(15, 'CC').slice(0, count).join('\t');
    const [entry] = entriesOf(`${some}\r\n`);
    expect([entry]).toEqual(entriesOf(`${some}\n`));
    expect(entry?.lines[0]).toMatchObject({
      idno: 57,
      vatCode: count > 14 ? 'TVA' : '',
      costCentre: count > 15 ? 'CC' : '',
    });
  });

  it('accepts a last line that is whole but for its end, and says so', () => {
    expect(read(HEADER + INVOICE)).toMatchObject({ ok: true, value: { endsWithLineEnd: false } });
  });

  it('is a file without entries that has a header only', () => {
    expect(read(HEADER)).toMatchObject({ ok: true, value: { entries: [] } });
  });
});

describe('compound entries', () => {
  const debit = (amount: string, number = '1') => line({ 1: '1100', 2: '...', 5: amount, 8: number });
  const credit = (amount: string, number = '1') => line({ 1: '...', 2: '3200', 5: amount, 8: number });
  const shape = (entries: readonly FileEntry[]) =>
    entries.map(({ firstLine, lines, defects }) => [firstLine, lines.length, ...defects]);

  it('are consecutive lines of one number', () => {
    const entries = entriesOf(line(), debit('108.10'), credit('100.00'), credit('8.10'), line(), line());
    expect(shape(entries)).toEqual([
      [3, 1],
      [4, 3],
      [7, 1],
      [8, 1],
    ]);
  });

  it('do not melt with a later run of the same number, nor with a neighbour of another', () => {
    const pair = debit('1.00') + credit('1.00');
    const other = debit('1.00', '2') + credit('1.00', '2');
    expect(shape(entriesOf(pair, line(), pair, other))).toEqual([
      [3, 2],
      [5, 1],
      [6, 2],
      [8, 2],
    ]);
  });

  it('are told as unbalanced or one-sided, not dropped', () => {
    expect(shape(entriesOf(debit('1.00') + credit('0.99')))).toEqual([[3, 2, 'unbalanced']]);
    expect(shape(entriesOf(debit('1.00') + debit('-1.00')))).toEqual([[3, 2, 'one-sided']]);
    expect(shape(entriesOf(debit('1.00')))).toEqual([[3, 1, 'one-sided', 'unbalanced']]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['bad-date', 1, { 0: '29.02.2023' }],
    ['bad-date', 1, { 0: '01.01.0000' }],
    ['bad-date', 1, { 0: '' }],
    ['bad-amount', 61, { 5: '12,50' }],
    ['bad-amount', 61, { 5: '0.005' }],
    ['bad-amount', 61, { 5: '99999999999999999.00' }],
    ['bad-amount', 69, { 6: 'x' }],
    ['bad-number', 70, { 7: '1,5' }],
    ['bad-number', 72, { 8: '-1' }],
    ['bad-flag', 73, { 9: '2' }],
    ['bad-number', 80, { 13: '12345678901234567' }],
  ])('%s in column %i', (code, column, fields) => {
    const [, found] = Object.entries(fields)[0] ?? [];
    expect(read(HEADER + line() + line(fields) + line())).toEqual({
      ok: false,
      problems: [{ code, file: 'x.ecf', line: 4, column, ...(found === '' ? {} : { found }) }],
      problemCount: 1,
      truncated: false,
    });
  });

  it.each(['05x06x2026', '05006002026', '0506.2026 ', '05.06x2026'])(
    'is the date %j, also behind a sound one',
    (date) => {
      expect(read(HEADER + line() + line({ 0: date }))).toMatchObject({ ok: false, problemCount: 1 });
    },
  );

  it('is a line of thirteen fields', () => {
    const thirteen = INVOICE.split('\t').slice(0, 13).join('\t');
    expect(read(HEADER + line() + thirteen + '\r\n')).toMatchObject({
      ok: false,
      problems: [{ code: 'too-few-fields', line: 4, column: 1 }],
    });
  });

  it('is told to the last, the first hundred with their places', () => {
    const result = read(HEADER + line({ 0: 'x', 5: 'y' }).repeat(1000));
    expect(result).toMatchObject({ ok: false, problemCount: 2000, truncated: false });
    expect(result.ok ? [] : result.problems).toHaveLength(100);
  });

  it.each([
    ['empty-file', '', 1],
    ['no-header', 'PK\u0003\u0004', 1],
    ['no-header', line(), 1],
    ['no-header', '\u00ef\u00bb\u00bf' + HEADER, 1],
    ['no-header', '#FSC\t9.5.0\tECF\r\n', 2],
    ['wrong-file-type', HEADER.replace('ECF', 'ECC'), 1],
    ['bad-number', HEADER.replace('123', 'x'), 2],
    ['bad-date', HEADER.replace('10.06', '31.06'), 2],
  ])('is refused as %s: %j', (code, text, lineNumber) => {
    const result = read(text);
    expect(result.ok ? [] : result.problems).toContainEqual(
      expect.objectContaining({ code, file: 'x.ecf', line: lineNumber }),
    );
  });

  it.each([
    ['an empty file', '', true],
    ['a file cut in its header', HEADER.slice(0, 10), true],
    ['a file cut in a line', HEADER + line() + INVOICE.slice(0, 30), true],
    ['a short last line with its end', HEADER + line() + '05.06.2026\r\n', false],
    ['a file cut in a line, with a bad line before', HEADER + line({ 0: 'x' }) + INVOICE.slice(0, 30), false],
  ])('looks half-written or not: %s', (_, text, truncated) => {
    expect(read(text)).toMatchObject({ ok: false, truncated });
  });

  it('may be one line of ten megabytes', () => {
    const huge = new Uint8Array(10_000_000).fill(48);
    expect(readEntryFile(huge)).toMatchObject({ ok: false, problemCount: 1 });
    const header = encodeWindows1252(HEADER);
    const bytes = new Uint8Array(header.length + huge.length);
    bytes.set(header);
    bytes.set(huge, header.length);
    const result = readEntryFile(bytes);
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'too-few-fields', line: 3, column: 1 }] });
    expect(result.ok ? '' : result.problems[0]?.found?.length).toBe(40);
  });
});
