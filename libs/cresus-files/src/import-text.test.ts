import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportLine } from './import-text.js';
import { readImportText } from './read-import-text.js';
import { decodeWindows1252, encodeWindows1252 } from './windows-1252.js';
import { writeImportText } from './write-import-text.js';

const EXTENDED =
  '12.01.2026\t1022\t9100\t175\tCompte courant EUR\t6040.00\t4000.00\t1.510000\t0\t1\t0\t0\t\t\r\n' +
  '13.01.2026\t...\t2152.1\t9-A\t Prime, net \t-96.47\t0.00\t0.000000\t14\t0\t1\t1258\tIPM\tPrime\r\n';
const read = (text: string) => readImportText(encodeWindows1252(text), 'x.txt');

const text = fc
  .uint8Array({ maxLength: 30 })
  .map((bytes) => decodeWindows1252(bytes).replace(/[\t\r\n]/g, ' '));
const line: fc.Arbitrary<ImportLine> = fc.record({
  date: fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  debit: text,
  credit: text,
  voucher: text,
  label: text,
  amountInCentimes: fc.maxSafeInteger(),
  foreignAmountInCentimes: fc.maxSafeInteger(),
  exchangeRate: fc.constantFrom('', '1.51', '0.00000001', '-12'),
  compoundNumber: fc.nat(),
  journal: fc.nat(),
  vatSide: text,
  vatNumber: text,
  vatCode: text,
  labelWithoutVat: text,
});

describe('the import text', () => {
  it('is read in its extended form, and written back to the byte', () => {
    const result = read(EXTENDED);
    expect(result).toMatchObject({
      ok: true,
      value: [
        {
          date: '2026-01-12',
          amountInCentimes: 604_000,
          foreignAmountInCentimes: 400_000,
          exchangeRate: '1.51',
          journal: 1,
        },
        {
          debit: '...',
          credit: '2152.1',
          label: ' Prime, net ',
          amountInCentimes: -9647,
          exchangeRate: '',
          compoundNumber: 14,
          vatSide: '1',
          vatNumber: '1258',
          vatCode: 'IPM',
          labelWithoutVat: 'Prime',
        },
      ],
    });
    expect(result.ok && decodeWindows1252(writeImportText(result.value, 'extended'))).toBe(EXTENDED);
    expect(read(EXTENDED.replaceAll('\r', ''))).toEqual(result);
  });

  it('is read in its simple form, and written back to the byte', () => {
    const simple = '12.01.2026\t1022\t9100\t175\tCompte courant EUR\t6040.00\r\n';
    const result = read(simple);
    expect(result).toMatchObject({ ok: true, value: [{ amountInCentimes: 604_000, compoundNumber: 0 }] });
    expect(result.ok && decodeWindows1252(writeImportText(result.value, 'simple'))).toBe(simple);
  });

  it('may hold no lines', () => expect(read('')).toEqual({ ok: true, value: [] }));

  it.each([
    ['bad-date', 1, '12.13.2026\t1\t2\t\t\t1.00\r\n', false],
    ['bad-amount', 18, '12.01.2026\t1\t2\t\t\t\r\n', false],
    ['too-few-fields', 1, '12.01.2026\t1\t2\t\t\t1.00\t0.00\r\n', false],
    ['too-few-fields', 1, '12.01.2026\t1\t2', true],
  ])('tells %s in column %i', (code, column, bad, truncated) => {
    expect(read(EXTENDED + bad)).toMatchObject({
      ok: false,
      problems: [{ code, file: 'x.txt', line: 3, column }],
      truncated,
    });
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(line), (value) => {
        expect(readImportText(writeImportText(value, 'extended'))).toEqual({ ok: true, value });
      }),
    );
  });

  it.each([
    [{ label: 'first\nsecond' }, 'unwritable in line 2, column 31'],
    [{ voucher: '漢' }, 'unencodable in line 2, column 22'],
    [{ amountInCentimes: NaN }, 'unwritable in line 2'],
    [{ exchangeRate: 'x' }, 'unwritable in line 2'],
    [{ date: '' }, 'unwritable in line 2, column 1'],
  ])('throws rather than write %j', (change, message) => {
    const result = read(EXTENDED);
    const [first] = result.ok ? result.value : [];
    expect(() => writeImportText([first!, { ...first!, ...change }], 'extended')).toThrow(message);
  });
});
