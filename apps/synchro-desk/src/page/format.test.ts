import { describe, expect, it } from 'vitest';
import { formatAmount, formatDate, formatMonth, formatSize } from './format.js';

describe('formats', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '−0.05'],
    [99_999, '999.99'],
    [125_050, "1'250.50"],
    [123_456_789, "1'234'567.89"],
  ])('%i centimes: %s', (centimes, text) => {
    expect(formatAmount(centimes)).toBe(text);
  });

  it('writes dates and months as they are read here', () => {
    expect(formatDate('2026-06-05')).toBe('05.06.2026');
    expect(formatMonth('2026-06', 'fr')).toBe('juin 2026');
    expect(formatMonth('2026-03', 'de')).toBe('März 2026');
  });

  it('writes sizes in thousands of bytes', () => {
    expect(formatSize(5_249, 'fr')).toMatch(/^5[.,]2 ko$/);
  });
});
