import { describe, expect, it } from 'vitest';
import { entryContent, keyEntry } from './keyed-entry.js';
import { aCompound, aLine, anEntry } from './test-builders.js';

describe('keyEntry', () => {
  it('C1: blanks at either end of a label are content', () => {
    expect(entryContent(anEntry({ label: ' Loyer' }))).not.toBe(entryContent(anEntry({ label: 'Loyer' })));
  });

  it('C1: an empty amount is not 0', () => {
    expect(entryContent(anEntry({ amountInCentimes: null }))).not.toBe(
      entryContent(anEntry({ amountInCentimes: 0 })),
    );
  });

  it('C2: numbers stand in the order of the sorted content', () => {
    const { content, numbers } = keyEntry(aCompound());
    const amounts = content.split('\n').map((line) => line.split('\t')[5]);
    expect(amounts.map((amount, i) => [amount, numbers[i]])).toEqual([
      ['8100', 3],
      ['100000', 2],
      ['108100', 1],
    ]);
  });

  it('C2: equal lines stand in the order of their numbers', () => {
    const lines = [aLine({ idno: 2 }), aLine({ idno: 1 })];
    expect(keyEntry({ lines, defects: [] }).numbers).toEqual([1, 2]);
  });

  it('C2: a compound of two equal lines is not one line', () => {
    expect(entryContent({ lines: [aLine(), aLine()], defects: [] })).not.toBe(entryContent(anEntry()));
  });
});
