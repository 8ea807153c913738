import { describe, expect, it } from 'vitest';
import { entryExamples } from '../examples.js';
import { centimesOf, decimalText, entryCentimes } from '../entries/amounts.js';
import { listRows } from './list-rows.js';
import { searchEntries } from './search-entries.js';

describe('listRows', () => {
  it('groups by source file in the order of the list', () => {
    const rows = listRows(entryExamples, new Set());
    expect(rows.map((row) => row.key)).toEqual([
      'file-ecf',
      'entry-1',
      'entry-2',
      'entry-3',
      'entry-4',
      'entry-5',
      'file-ecs',
      'entry-6',
    ]);
  });

  it('shows the lines of a compound entry that is open, and of no other', () => {
    const rows = listRows(entryExamples, new Set(['entry-1', 'entry-2']));
    expect(rows.filter((row) => row.kind === 'line')).toHaveLength(3);
  });
});

describe('amounts', () => {
  it('a compound entry is worth its debit side, to the centime', () => {
    expect(entryExamples.map(({ lines }) => decimalText(entryCentimes(lines)))).toEqual([
      '1250.00',
      '1081.00',
      '980.50',
      '12345.60',
      '1250.00',
      '8400.00',
    ]);
  });

  it.each(['0.05', '-0.05', '-1250.50', '0.00', '123456789.01'])('%s survives', (text) =>
    expect(decimalText(centimesOf(text))).toBe(text),
  );
});

describe('searchEntries', () => {
  it.each([
    ['boulangerie', ['entry-2']],
    ['ANNULEE', ['entry-4']],
    ["12'345.60", ['entry-4']],
    ['908.5', ['entry-3']],
    ['02.06.2026', ['entry-4']],
    ['2270 salaires', ['entry-6']],
    ['nothing of it', []],
    ['  ', entryExamples.map(({ id }) => id)],
  ])('finds %j', (query, ids) =>
    expect(searchEntries(entryExamples, query).map(({ id }) => id)).toEqual(ids),
  );
});
