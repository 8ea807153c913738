import { describe, expect, it } from 'vitest';
import { deriveDocumentNotifications } from './derive-notifications.js';
import type { EntryProblem, Product } from './model.js';
import type { EntriesFacts } from './notification.js';

const T = (minute: number) => `2026-06-10T09:${String(minute).padStart(2, '0')}:00.000Z`;
const unknown = (account: string, line = 0): EntryProblem => ({ code: 'unknown-account', line, account });
const outside = (date: string): EntryProblem => ({ code: 'outside-periods', line: 0, date });

/** An entry file of which nothing waits and nothing is posted. */
const entries = (change: Partial<EntriesFacts> = {}): EntriesFacts => ({
  fileId: 'f1',
  waiting: { new: 0, changed: 0, deleted: 0 },
  withProblems: 0,
  since: null,
  problems: [],
  posted: 0,
  lastPostedAt: null,
  ...change,
});
const told = (facts: EntriesFacts | null, product: Product = 'facturation') =>
  deriveDocumentNotifications({ product, entries: facts, restored: null, detached: null, signedOut: null });
const waiting = { waiting: { new: 3, changed: 1, deleted: 1 }, since: T(5) };
const withProblems = (...problems: EntryProblem[][]): EntriesFacts =>
  entries({ ...waiting, problems, withProblems: problems.length });

describe('what is told of a document’s own entries', () => {
  it('N16: nothing where no entry file is known, or nothing waits', () => {
    expect(told(null)).toEqual([]);
    expect(told(entries(), 'salaires')).toEqual([]);
  });

  it('N16: so many wait to be posted, since when', () => {
    expect(told(entries(waiting))).toEqual([
      {
        id: 'entries-waiting:f1',
        kind: 'entries-waiting',
        severity: 'information',
        action: 'show-entries',
        since: T(5),
        fileId: 'f1',
        counts: waiting.waiting,
      },
    ]);
  });

  it('N16: counts all that wait, and is left out only where all of them have problems', () => {
    const four = [1, 2, 3, 4].map(() => [unknown('3299')]);
    expect(told(withProblems(...four))).toMatchObject([
      { kind: 'entries-problems', count: 4 },
      { kind: 'entries-waiting', counts: waiting.waiting },
    ]);
    expect(told(withProblems(...four, [unknown('3299')])).map(({ kind }) => kind)).toEqual([
      'entries-problems',
    ]);
  });

  it('N16, N18: waiting or posted, but not since when, is a mistake of the caller', () => {
    expect(() => told(entries({ ...waiting, since: null }))).toThrow(RangeError);
    expect(() => told({ ...withProblems([unknown('3299')]), since: null })).toThrow(RangeError);
    expect(() => told(entries({ posted: 1 }), 'salaires')).toThrow(RangeError);
  });

  it('N17: so many cannot be posted, and why', () => {
    expect(told(withProblems([unknown('3299')], [unknown('3299', 2)]))[0]).toEqual({
      id: 'entries-problems:f1',
      kind: 'entries-problems',
      severity: 'warning',
      action: 'show-entries',
      since: T(5),
      fileId: 'f1',
      count: 2,
      first: unknown('3299'),
      others: 0,
    });
  });

  it.each([
    ['the one that most entries have', [[unknown('1')], [unknown('2')], [unknown('2')]], unknown('2'), 1],
    ['of equally many the first', [[unknown('1')], [unknown('2')]], unknown('1'), 1],
    [
      'counted by entries, not by lines',
      [[unknown('1'), unknown('1', 1), unknown('1', 2)], [unknown('2')], [unknown('2')]],
      unknown('2'),
      1,
    ],
    [
      'dates and codes are differences, lines are none',
      [[outside('2025-01-01')], [outside('2025-01-01')], [outside('2025-01-02'), { code: 'unbalanced' }]],
      outside('2025-01-01'),
      2,
    ],
    [
      'VAT codes are a difference',
      [
        [{ code: 'unknown-vat-code', line: 0, vatCode: 'A' }],
        [{ code: 'unknown-vat-code', line: 0, vatCode: 'B' }],
      ],
      { code: 'unknown-vat-code', line: 0, vatCode: 'A' },
      1,
    ],
  ] as [string, EntryProblem[][], EntryProblem, number][])('N17: %s', (_, problems, first, others) => {
    expect(told(withProblems(...problems))[0]).toMatchObject({ count: problems.length, first, others });
  });

  it('N17: counts also those whose problems were not read', () => {
    const facts = { ...withProblems([unknown('3299')]), withProblems: 4 };
    expect(told(facts)[0]).toMatchObject({ kind: 'entries-problems', count: 4 });
  });

  it('N18: payroll is told how many are locked, since the last posting', () => {
    expect(told(entries({ posted: 12, lastPostedAt: T(7) }), 'salaires')).toEqual([
      {
        id: 'entries-locked:f1',
        kind: 'entries-locked',
        severity: 'information',
        action: 'show-entries',
        since: T(7),
        fileId: 'f1',
        count: 12,
      },
    ]);
  });

  it.each(['facturation', 'banking', 'assets'] as const)('N18: %s locks nothing', (product) => {
    expect(told(entries({ posted: 12, lastPostedAt: T(7) }), product)).toEqual([]);
  });
});
