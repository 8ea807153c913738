import { describe, expect, it } from 'vitest';
import { backOff } from './back-off.js';

describe('backOff', () => {
  it('doubles its ceiling from half a second to 15 s', () => {
    const ceilings = [0, 1, 2, 3, 4, 5, 6, 50].map((failures) => backOff('no-answer', failures, 1));
    expect(ceilings).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  it('never waits less than its shortest, however the dice fall', () => {
    expect(backOff('silent', 0, 0)).toBe(250);
    expect(backOff('silent', 9, 0)).toBe(250);
  });

  it('spreads the waits evenly between the two', () => {
    expect(backOff('service-error', 2, 0.5)).toBe(1125);
  });

  it.each(['access-denied', 'too-old'] as const)(
    'takes its time where only a person can help: %s',
    (reason) => {
      expect(backOff(reason, 0, 0)).toBe(5_000);
      expect(backOff(reason, 0, 1)).toBe(10_000);
      expect(backOff(reason, 9, 1)).toBe(30_000);
    },
  );
});
