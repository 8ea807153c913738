import { describe, expect, it } from 'vitest';
import { journalRows } from './journal-rows.js';
import type { PostedItem } from './journal-rows.js';

const line = (amount: string, debit = '1100', credit = '3000'): PostedItem['lines'][number] => ({
  date: '2026-06-05',
  debit,
  credit,
  voucher: '2026-041',
  label: 'Facture 41',
  amount,
  foreignAmount: null,
  exchangeRate: null,
  net: false,
  vatType: '',
  vatCode: '',
  costCentre: '',
});
const item = (
  change: PostedItem['change'],
  amounts: readonly string[],
  before?: readonly string[],
): PostedItem => ({
  change,
  source: { fileId: 'f1', name: 'x.ecf' },
  date: '2026-06-05',
  voucher: '2026-041',
  label: 'Facture 41',
  lines: amounts.map((amount) => line(amount)),
  ...(before === undefined ? {} : { before: { lines: before.map((amount) => line(amount)) } }),
});

describe('journalRows', () => {
  it('writes a new entry as it is, its lines together', () => {
    expect(journalRows([item('new', ['100.05', '8.10'])])).toMatchObject([
      { amountInCentimes: 10_005, debit: '1100', isFirst: true, isReversal: false },
      { amountInCentimes: 810, isFirst: false },
    ]);
  });

  it('writes a deleted entry with its sides swapped', () => {
    expect(journalRows([item('deleted', ['5.00'], ['5.00'])])).toMatchObject([
      { debit: '3000', credit: '1100', amountInCentimes: 500, isReversal: true },
    ]);
  });

  it('writes a changed entry as the reversal of what it was, and then what it is', () => {
    expect(journalRows([item('changed', ['6.00'], ['5.00'])])).toMatchObject([
      { debit: '3000', amountInCentimes: 500, isReversal: true, isFirst: true },
      { debit: '1100', amountInCentimes: 600, isReversal: false, isFirst: true },
    ]);
  });
});
