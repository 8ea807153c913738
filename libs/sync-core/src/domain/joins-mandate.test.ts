import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinsMandate, periodOfNames } from './joins-mandate.js';
import type { FoundPeriod, MandatePeriods } from './joins-mandate.js';
import type { FiscalPeriod } from './model.js';

const year = (of: number): FiscalPeriod => ({ begin: `${of}-01-01`, end: `${of}-12-31` });
const aFound = (change: Partial<FoundPeriod> = {}): FoundPeriod => ({
  isAttached: false,
  isDismissed: false,
  sharesEntryFile: true,
  period: year(2027),
  ...change,
});
const aMandate = (change: Partial<MandatePeriods> = {}): MandatePeriods => ({
  isHeldElsewhere: false,
  periods: [year(2025), year(2026)],
  ...change,
});

describe('joinsMandate', () => {
  it('P5: a linked accounting file of a period that is new to the mandate joins it', () => {
    expect(joinsMandate(aFound(), aMandate(), [])).toBe(true);
    expect(joinsMandate(aFound({ period: year(2024) }), aMandate(), [])).toBe(true);
  });

  it.each<[string, Partial<FoundPeriod>, Partial<MandatePeriods>]>([
    ['it belongs to a mandate', { isAttached: true }, {}],
    ['a person detached it', { isDismissed: true }, {}],
    ['its index lists no entry file of the mandate', { sharesEntryFile: false }, {}],
    ['its period is not known', { period: null }, {}],
    ['its period is one of the mandate: a copy', { period: year(2026) }, {}],
    ['its first day is the last of another', { period: { begin: '2026-12-31', end: '2027-12-31' } }, {}],
    ['its last day is the first of another', { period: { begin: '2024-01-01', end: '2025-01-01' } }, {}],
    ['it lies within another', { period: { begin: '2026-04-01', end: '2026-06-30' } }, {}],
    ['a period of the mandate is not known', {}, { periods: [year(2026), null] }],
    ['another machine keeps the mandate', {}, { isHeldElsewhere: true }],
  ])('P5: nothing happens where %s', (_, found, mandate) => {
    expect(joinsMandate(aFound(found), aMandate(mandate), [])).toBe(false);
  });

  it('P5b: of two that appear at once with the same days none joins, whichever comes first', () => {
    const copy = aFound({ period: { begin: '2027-12-31', end: '2028-12-30' } });
    expect(joinsMandate(aFound(), aMandate(), [copy])).toBe(false);
    expect(joinsMandate(copy, aMandate(), [aFound()])).toBe(false);
    expect(joinsMandate(aFound(), aMandate(), [aFound({ period: year(2028) })])).toBe(true);
  });

  it('P5b: what could not join anyway stands in nobody’s way', () => {
    for (const change of [
      { sharesEntryFile: false },
      { isDismissed: true },
      { isAttached: true },
      { period: null },
    ])
      expect(joinsMandate(aFound(), aMandate(), [aFound(change)])).toBe(true);
  });

  it('P5, P5b: whatever is found, the periods of a mandate never overlap after the joining', () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
    const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { begin: a, end: b } : { begin: b, end: a }));
    const found = fc.record({
      isAttached: fc.boolean(),
      isDismissed: fc.boolean(),
      sharesEntryFile: fc.boolean(),
      period: fc.option(period),
    });
    const overlaps = (a: FiscalPeriod, b: FiscalPeriod) => !(a.end < b.begin || b.end < a.begin);
    fc.assert(
      fc.property(fc.array(found, { maxLength: 6 }), period, (all, own) => {
        const joined = all
          .filter((one) =>
            joinsMandate(
              one,
              aMandate({ periods: [own] }),
              all.filter((other) => other !== one),
            ),
          )
          .map((one) => one.period);
        const periods = [own, ...joined.filter((one) => one !== null)];
        expect(periods).toHaveLength(joined.length + 1);
        for (const [i, one] of periods.entries())
          for (const other of periods.slice(i + 1)) expect(overlaps(one, other)).toBe(false);
      }),
    );
  });
});

describe('periodOfNames', () => {
  const named = (of: number, base = 'Atelier') => `${base} (01-01-${of} ~ 31-12-${of}).ecf`;

  it.each([
    ['one tells it', [named(2027)], year(2027)],
    ['those that tell one tell the same', ['Factures.ecf', named(2027), named(2027, 'Salaires')], year(2027)],
    ['they disagree', [named(2026), named(2027)], null],
    ['none tells one', ['Factures.ecf'], null],
    ['there are none', [], null],
  ])('P5a: %s', (_, names, period) => {
    expect(periodOfNames(names)).toEqual(period);
  });
});
