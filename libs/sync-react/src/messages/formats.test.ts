import { describe, expect, it } from 'vitest';
import { formatAmount, formatCount, formatDay, formatWhen } from './formats.js';

describe('formats', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, "1'000"],
    [12345, "12'345"],
    [1234567, "1'234'567"],
  ])('B7: %d is written %s', (count, text) => expect(formatCount(count)).toBe(text));

  it.each([
    ['1250.50', "1'250.50"],
    ['0.05', '0.05'],
    ['-1234567.00', "−1'234'567.00"],
  ])('B7: the amount %s is written %s', (amount, text) => expect(formatAmount(amount)).toBe(text));

  it('writes days as dd.mm.yyyy', () => expect(formatDay('2026-06-05')).toBe('05.06.2026'));

  it('leaves out the day of today', () => {
    const now = new Date(2026, 5, 5, 11, 0).getTime();
    expect(formatWhen(new Date(2026, 5, 5, 9, 5).getTime(), now)).toBe('09:05');
    expect(formatWhen(new Date(2026, 5, 3, 9, 5).getTime(), now)).toBe('03.06.2026, 09:05');
  });
});
