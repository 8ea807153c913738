import { describe, expect, it } from 'vitest';
import { accountingFileOf, parsePeriodFromName } from './fiscal-period.js';

describe('parsePeriodFromName', () => {
  it.each([
    ['Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf', { begin: '2026-01-01', end: '2026-12-31' }],
    ['Atelier (Nord) (01-07-2026 ~ 30-06-2027).ecs', { begin: '2026-07-01', end: '2027-06-30' }],
    ['X (01-01-2024 ~ 29-02-2024).ecf', { begin: '2024-01-01', end: '2024-02-29' }],
    ['X (01-01-2025 ~ 31-12-2025) (01-01-2026 ~ 31-12-2026).ecf', { begin: '2026-01-01', end: '2026-12-31' }],
    ['X (05-06-2026 ~ 05-06-2026).ecf', { begin: '2026-06-05', end: '2026-06-05' }],
  ])('P1: %s', (name, period) => {
    expect(parsePeriodFromName(name)).toEqual(period);
  });

  it.each([
    'Atelier Rochat.ecf',
    'X (1-1-2026 ~ 31-12-2026).ecf',
    'X (01.01.2026 ~ 31.12.2026).ecf',
    'X (01-01-2026 - 31-12-2026).ecf',
    'X 01-01-2026 ~ 31-12-2026.ecf',
    'X (31-02-2026 ~ 31-12-2026).ecf',
    'X (01-01-2026 ~ 31-13-2026).ecf',
    'X (29-02-2026 ~ 31-12-2026).ecf',
    'X (29-02-2100 ~ 31-12-2100).ecf',
    'X (00-01-2026 ~ 31-12-2026).ecf',
    'X (01-00-2026 ~ 31-12-2026).ecf',
    'X (31-12-2026 ~ 01-01-2026).ecf',
  ])('P1: nothing is repaired: %s', (name) => {
    expect(parsePeriodFromName(name)).toBeNull();
  });

  it('P1: every fourth century is a leap year', () => {
    expect(parsePeriodFromName('X (29-02-2000 ~ 31-12-2000).ecf')).not.toBeNull();
  });
});

describe('accountingFileOf', () => {
  const year = (id: string, begin: string, end: string) => ({ id, period: { begin, end } });
  const [y2025, y2026] = [year('2025', '2025-01-01', '2025-12-31'), year('2026', '2026-01-01', '2026-12-31')];

  it.each([
    ['2025-12-31', '2025'],
    ['2026-01-01', '2026'],
    ['2026-12-31', '2026'],
  ])(
    'C6: %s belongs to the accounting file in whose period it lies, first and last day included',
    (date, id) => {
      expect(accountingFileOf(date, [y2026, y2025])).toEqual({ id, inside: true });
    },
  );

  it('P2: of overlapping periods the latest counts: by end, then begin, then id', () => {
    const long = year('long', '2025-07-01', '2026-12-31');
    const same = year('2026b', '2026-01-01', '2026-12-31');
    for (const files of [
      [y2025, long, y2026, same],
      [same, y2026, long, y2025],
    ]) {
      expect(accountingFileOf('2025-08-01', files).id).toBe('long');
      expect(accountingFileOf('2026-06-05', files).id).toBe('2026b');
    }
  });

  it.each(['2024-12-31', '2027-01-01'])(
    'P3: %s lies in none: shown with the latest period, outside',
    (date) => {
      expect(accountingFileOf(date, [y2026, y2025])).toEqual({ id: '2026', inside: false });
    },
  );

  it('P4: the only accounting file objects to nothing while its period is not known', () => {
    expect(accountingFileOf('1999-01-01', [{ id: 'only', period: null }])).toEqual({
      id: 'only',
      inside: true,
    });
  });

  it('P4: beside others, one of unknown period is chosen only if none is known', () => {
    const unknown = { id: 'z', period: null };
    expect(accountingFileOf('2027-01-01', [unknown, y2026])).toEqual({ id: '2026', inside: false });
    expect(accountingFileOf('2027-01-01', [unknown, { id: 'a', period: null }])).toEqual({
      id: 'z',
      inside: false,
    });
  });

  it('P4: a mandate without accounting file is a mistake of the caller', () => {
    expect(() => accountingFileOf('2026-06-05', [])).toThrow(RangeError);
  });
});
