import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pendingEntryId } from './pending-entry-id.js';

const parts = { sourceId: 's1', change: 'changed', before: 'a', after: 'b', occurrence: 0 } as const;

describe('pendingEntryId', () => {
  it('I1: is the same on every machine and in every version of the program', () => {
    expect(pendingEntryId(parts)).toBe('dj1kFbbi0fFMi8CPQ0kj1P');
  });

  it.each([
    { sourceId: 's2' },
    { change: 'new' as const },
    { before: 'b' },
    { before: null },
    { before: 'null' },
    { after: null },
    { after: '' },
    { occurrence: 1 },
    { before: 'a","b' },
  ])('I1: is bound to %o', (difference) => {
    expect(pendingEntryId({ ...parts, ...difference })).not.toBe(pendingEntryId(parts));
  });

  it('I1: is the beginning of a SHA-256 in base64url, whatever the characters', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), fc.nat(), (sourceId, before, occurrence) => {
        const text = JSON.stringify([sourceId, 'deleted', before, null, occurrence]);
        const expected = createHash('sha256').update(text).digest('base64url').slice(0, 22);
        expect(pendingEntryId({ sourceId, change: 'deleted', before, after: null, occurrence })).toBe(
          expected,
        );
      }),
    );
  });
});
