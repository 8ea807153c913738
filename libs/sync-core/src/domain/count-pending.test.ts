import { describe, expect, it } from 'vitest';
import { countPending, totalPending } from './count-pending.js';
import { diffEntries } from './diff-entries.js';
import { aCompound, current } from './test-builders.js';

describe('countPending', () => {
  it('E1: counts each change for itself', () => {
    const counts = countPending([
      { change: 'new' },
      { change: 'deleted' },
      { change: 'new' },
      { change: 'changed' },
    ]);
    expect(counts).toEqual({ new: 2, changed: 1, deleted: 1 });
    expect(totalPending(counts)).toBe(4);
    expect(totalPending(countPending([]))).toBe(0);
  });

  it('E1: a compound counts once, whatever its lines', () => {
    expect(diffEntries([], [current(aCompound())]).created).toHaveLength(1);
  });
});
