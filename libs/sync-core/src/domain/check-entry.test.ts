import { describe, expect, it } from 'vitest';
import { checkEntry } from './check-entry.js';
import { aChart, aCompound, aLine, anEntry } from './test-builders.js';

const period = { begin: '2026-01-01', end: '2026-12-31' };
const known = { chart: aChart(), period };
const unknown = { chart: null, period: null };

describe('checkEntry', () => {
  it.each([
    ['a simple entry', anEntry()],
    ['a compound with VAT', aCompound()],
    ['a negative amount', anEntry({ amountInCentimes: -100 })],
    ['the last day of the period', anEntry({ date: '2026-12-31' })],
  ])('K0: nothing to say against %s', (_, entry) => {
    expect(checkEntry(entry, known)).toEqual([]);
  });

  it('K1: an account that the chart does not have', () => {
    expect(checkEntry(anEntry({ credit: '3201' }), known)).toEqual([
      { code: 'unknown-account', line: 0, account: '3201' },
    ]);
    expect(checkEntry(aCompound({}, { credit: '9999' }), known)).toEqual([
      { code: 'unknown-account', line: 1, account: '9999' },
    ]);
  });

  it('K1: the same unknown account on both sides is told once, on two lines twice', () => {
    expect(checkEntry(anEntry({ debit: '9', credit: '9' }), known)).toHaveLength(1);
    expect(checkEntry(aCompound({}, { credit: '9' }, { credit: '9' }), known)).toHaveLength(2);
  });

  it('K2: a title or a group cannot be booked on', () => {
    expect(checkEntry(anEntry({ debit: '1', credit: '10' }), known)).toEqual([
      { code: 'title-account', line: 0, account: '1' },
      { code: 'group-account', line: 0, account: '10' },
    ]);
  });

  it('K3: a VAT code that the chart does not have, also if it has none', () => {
    const problem = { code: 'unknown-vat-code', line: 0, vatCode: 'IPM' };
    expect(checkEntry(anEntry({ vatCode: 'IPM' }), known)).toEqual([problem]);
    const noVat = { chart: aChart({ vatCodes: new Set() }), period };
    expect(checkEntry(anEntry({ vatCode: 'IPM' }), noVat)).toEqual([problem]);
    expect(checkEntry(anEntry(), noVat)).toEqual([]);
  });

  it('K4: a line whose date lies outside the period', () => {
    expect(checkEntry(aCompound({}, { date: '2027-01-01' }, { date: '2025-12-31' }), known)).toEqual([
      { code: 'outside-periods', line: 1, date: '2027-01-01' },
      { code: 'outside-periods', line: 2, date: '2025-12-31' },
    ]);
  });

  it('K5: a line without amount', () => {
    expect(checkEntry(aCompound({}, { amountInCentimes: null }), known)).toEqual([
      { code: 'missing-amount', line: 1 },
    ]);
    expect(checkEntry(anEntry({ amountInCentimes: null }), known)).toEqual([
      { code: 'missing-amount', line: 0 },
    ]);
  });

  it('K6: an entry of 0, or a compound whose every line is 0', () => {
    expect(checkEntry(anEntry({ amountInCentimes: 0 }), known)).toEqual([{ code: 'zero-amount', line: 0 }]);
    const zero = { amountInCentimes: 0 };
    expect(checkEntry(aCompound(zero, zero, zero), known)).toEqual([{ code: 'zero-amount', line: 0 }]);
  });

  it('K6: one line of 0 in a compound is legal: VAT at rate 0', () => {
    const amountInCentimes = 100_000;
    expect(checkEntry(aCompound({ amountInCentimes }, {}, { amountInCentimes: 0 }), known)).toEqual([]);
  });

  it('K7: what the file itself shows to be unbalanced', () => {
    expect(checkEntry({ ...aCompound(), defects: ['unbalanced'] }, known)).toEqual([{ code: 'unbalanced' }]);
  });

  it.each([
    ['told by the file', { ...aCompound(), defects: ['one-sided' as const] }],
    ['a single line with an open side', anEntry({ credit: '...' })],
    ['a single line with an empty side', anEntry({ debit: '' })],
    ['a line of a compound with no account at all', aCompound({ debit: '...' })],
    ['a line of a compound with an empty side', aCompound({ credit: '' })],
    ['told by the file and seen', { lines: [aLine({ credit: '...' })], defects: ['one-sided' as const] }],
  ])('K8: one-sided: %s', (_, entry) => {
    expect(checkEntry(entry, known)).toEqual([{ code: 'one-sided' }]);
    expect(checkEntry(entry, unknown)).toEqual([{ code: 'one-sided' }]);
  });

  it('K9: what is not known objects to nothing', () => {
    const entry = anEntry({ debit: '9999', vatCode: 'X', date: '1999-01-01' });
    expect(checkEntry(entry, unknown)).toEqual([]);
    expect(checkEntry(entry, { chart: null, period })).toHaveLength(1);
    expect(checkEntry(entry, { chart: aChart(), period: null })).toHaveLength(2);
  });

  it.each([
    ['a lone CR in the label', { label: 'Facture\r2' }, 'label', 'U+000D'],
    ['a NUL in the voucher', { voucher: '2026-\u0000' }, 'voucher', 'U+0000'],
    ['an end-of-file mark in an account', { credit: '32\u001a00' }, 'account', 'U+001A'],
    ['a TAB in the VAT number', { vatNumber: '1\t2' }, 'vat', 'U+0009'],
    ['a DEL', { label: 'a\u007f' }, 'label', 'U+007F'],
    ['a letter that Windows-1252 lacks', { label: 'Ωmega' }, 'label', 'U+03A9'],
    ['an emoji, as the one character it is', { label: 'ok 👍' }, 'label', 'U+1F44D'],
    ['half an emoji', { label: '\ud83d' }, 'label', 'U+D83D'],
  ])('K10: %s', (_, differences, field, character) => {
    expect(checkEntry(anEntry(differences), unknown)).toEqual([
      { code: 'unwritable-character', line: 0, field, character },
    ]);
  });

  it('K10: each field of each line has one problem', () => {
    const compound = aCompound({}, { label: 'a\rb\nc', voucher: '\r' });
    expect(checkEntry(compound, known)).toMatchObject([
      { line: 1, field: 'voucher' },
      { line: 1, field: 'label' },
    ]);
  });

  it('K0: all problems are told, by line, those of the whole entry last', () => {
    const entry = {
      ...aCompound({ debit: '9' }, {}, { vatCode: 'X', amountInCentimes: null }),
      defects: ['unbalanced' as const],
    };
    expect(checkEntry(entry, known).map(({ code }) => code)).toEqual([
      'unknown-account',
      'unknown-vat-code',
      'missing-amount',
      'unbalanced',
    ]);
  });
});
