import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readCentimes,
  readDate,
  readDateTime,
  readRate,
  readWhole,
  writeCentimes,
  writeDate,
  writeDateTime,
  writeWhole,
} from './values.js';

describe('dates', () => {
  it.each([
    ['05.06.2026', '2026-06-05'],
    ['5.6.2026', '2026-06-05'],
    ['05/06/2026', '2026-06-05'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2000', '2000-02-29'],
    ['31.12.9999', '9999-12-31'],
  ])('reads %s', (text, date) => expect(readDate(text)).toBe(date));

  it.each([
    '',
    '29.02.2023',
    '29.02.1900',
    '31.04.2026',
    '00.01.2026',
    '01.00.2026',
    '01.13.2026',
    '01.01.0000',
    '01.01.26',
    '1.1/2026',
    '2026-06-05',
    ' 05.06.2026',
    '05.06.2026\n',
    '٠٥.٠٦.٢٠٢٦',
  ])('refuses %j', (text) => expect(readDate(text)).toBeNull());

  it.each(['2026-02-30', '2026-6-5', '', '05.06.2026', '2026-06-05T00:00:00'])('does not write %j', (date) =>
    expect(writeDate(date)).toBeNull(),
  );

  it('reads and writes times of the day', () => {
    expect(readDateTime('10.6.2026 9:06:53')).toBe('2026-06-10T09:06:53');
    expect(readDateTime('  03/07/2026   08:00:01 ')).toBe('2026-07-03T08:00:01');
    expect(writeDateTime('2026-06-10T09:06:53', '/')).toBe('10/06/2026 09:06:53');
  });

  it.each([
    '10.06.2026',
    '10.06.2026 24:00:00',
    '10.06.2026 10:60:00',
    '10.06.2026 10:00',
    '31.06.2026 10:00:00',
  ])('refuses the time %j', (text) => expect(readDateTime(text)).toBeNull());

  it.each(['2026-06-10', '2026-06-10T25:00:00', '2026-06-10 10:00:00Z', ''])(
    'does not write the time %j',
    (text) => expect(writeDateTime(text)).toBeNull(),
  );
});

describe('amounts', () => {
  it.each([
    ['1250', 125_000],
    ['1250.', 125_000],
    ['1250.0', 125_000],
    ['1250.00', 125_000],
    ['1250.5', 125_050],
    ['1250.500', 125_050],
    ['0001.01', 101],
    ['-0.05', -5],
    ['.50', 50],
    ['-.5', -50],
    ['+5.00', 500],
    ['-0.00', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %s', (text, centimes) => expect(readCentimes(text)).toBe(centimes));

  it.each([
    '',
    '.',
    '-',
    '+.',
    '1.005',
    '1,50',
    "1'250.00",
    '1 250.00',
    ' 5',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '--5',
    '5-',
    '1.2.3',
    '90071992547409.92',
    '9'.repeat(400),
    '0'.repeat(1_000_000),
  ])('refuses %.20j', (text) => expect(readCentimes(text)).toBeNull());

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (centimes) => {
        expect(readCentimes(writeCentimes(centimes) ?? '')).toBe(centimes);
      }),
    );
  });

  it.each([0.5, NaN, Infinity, 2 ** 53])('does not write %d centimes', (centimes) =>
    expect(writeCentimes(centimes)).toBeNull(),
  );
});

describe('exchange rates', () => {
  it.each([
    ['1.510000', '1.51'],
    ['01.51', '1.51'],
    ['+1.51', '1.51'],
    ['.5', '0.5'],
    ['100', '100'],
    ['100.', '100'],
    ['-1.50', '-1.5'],
    ['0.000001', '0.000001'],
    ['0.000000', ''],
    ['-0', ''],
    ['', ''],
  ])('reads %j by value', (text, rate) => expect(readRate(text)).toBe(rate));

  it.each(['.', '-', '1,5', '1e2', '1.5 ', 'x', '0'.repeat(1_000_000)])('refuses %.20j', (text) =>
    expect(readRate(text)).toBeNull(),
  );
});

describe('numbers that count', () => {
  it('are digits only, and exact', () => {
    expect(readWhole('057')).toBe(57);
    for (const text of ['', '-1', '1.0', ' 1', '1234567890123456']) expect(readWhole(text)).toBeNull();
    expect(writeWhole(57)).toBe('57');
    for (const value of [-1, 1.5, 1e15, NaN]) expect(writeWhole(value)).toBeNull();
  });
});
