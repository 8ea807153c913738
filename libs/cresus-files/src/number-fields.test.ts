import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centimes, DateFields, wholeNumber } from './number-fields.js';
import { readCentimes, readDate, readWhole } from './values.js';
import { encodeWindows1252 } from './windows-1252.js';

/** What numbers and dates are made of, more or less in order. */
const field = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0 1 2 9 . - + /'.split(' '), ' '), maxLength: 18 }),
  fc
    .tuple(fc.maxSafeInteger(), fc.nat(99))
    .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`),
  fc
    .tuple(fc.nat(32), fc.nat(13), fc.nat(9999))
    .map(
      ([d, m, y]) =>
        `${String(d).padStart(2, '0')}.${String(m).padStart(2, '0')}.${String(y).padStart(4, '0')}`,
    ),
);

/** The field between two others, as it stands in a line. */
const place = (text: string) => [encodeWindows1252(`9\t${text}\t9`), 2, 2 + text.length] as const;

describe('fields read from bytes', () => {
  it('are what their text is', () => {
    const dates = new DateFields();
    fc.assert(
      fc.property(field, (text) => {
        expect(centimes(...place(text))).toBe(text === '' ? undefined : readCentimes(text));
        expect(wholeNumber(...place(text))).toBe(text === '' ? 0 : readWhole(text));
        expect(dates.date(...place(text))).toBe(readDate(text));
        expect(dates.date(...place(text))).toBe(readDate(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('has no negative zero', () => expect(centimes(...place('-0.00'))).toBe(0));
});
