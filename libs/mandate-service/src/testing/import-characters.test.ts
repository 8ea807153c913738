import { decodeWindows1252, encodeWindows1252, writeImportText } from '@synchro/cresus-files';
import type { ImportLine } from '@synchro/cresus-files';
import { checkEntry, withoutUnwritable } from '@synchro/sync-core/domain';
import type { Entry } from '@synchro/sync-core/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anEntry } from '../store/contract-records.js';

const isRefused = (entry: Entry) =>
  checkEntry(entry, { chart: null, period: null }).some(({ code }) => code === 'unwritable-character');

const lineWith = (label: string): ImportLine => ({
  date: '2026-06-05',
  debit: '1100',
  credit: '3200',
  voucher: '',
  label,
  amountInCentimes: 1,
  foreignAmountInCentimes: 0,
  exchangeRate: '',
  compoundNumber: 0,
  journal: 0,
  vatSide: '0',
  vatNumber: '0',
  vatCode: '',
  labelWithoutVat: label,
});

it('K10: of the characters that a file can hold, exactly the control characters are refused', () => {
  const all = Array.from(decodeWindows1252(Uint8Array.from({ length: 256 }, (_, byte) => byte)));
  const refused = all.filter((label) => isRefused(anEntry({ label })));
  expect(refused).toEqual(all.filter((character) => character < ' ' || character === '\u007f'));
});

it('K10: the writer takes every text that is not refused, and of any text what an export makes of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (label) => {
      if (!isRefused(anEntry({ label }))) {
        expect(decodeWindows1252(encodeWindows1252(label))).toBe(label);
        expect(withoutUnwritable(label)).toBe(label);
      }
      const [row, ...others] = decodeWindows1252(
        writeImportText([lineWith(withoutUnwritable(label))], 'simple'),
      ).split('\r\n');
      expect(others).toEqual(['']);
      expect(row?.split('\t')).toHaveLength(6);
    }),
    { numRuns: 2000 },
  );
});
