import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveOverview } from './derive-overview.js';
import type { MandateFacts, MovedFile } from './derive-overview.js';
import { deriveSyncCauses } from './derive-sync-causes.js';
import type { DetachedFacts, Notification } from './notification.js';

const T = (minute: number) => `2026-06-10T09:0${minute}:00.000Z`;
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const mandate = (id: string, differences: Partial<MandateFacts> = {}): MandateFacts => ({
  mandate: { id, name: `Mandat ${id}` },
  causes: [],
  moved: [],
  displaced: [],
  notifications: [],
  ...differences,
});
const moved = (fileId: string, differences: Partial<MovedFile> = {}): MovedFile => ({
  fileId,
  name: `${fileId}.fac`,
  folder: '/m/Rochat',
  path: `/m/Rochat/${fileId}.fac`,
  since: T(1),
  to: { folder: '/m/Rochat SA', path: `/m/Rochat SA/${fileId}.fac` },
  ...differences,
});

describe('deriveOverview', () => {
  it('N13: one row for each cause, with every mandate that it stops, since the first', () => {
    const rows = deriveOverview(
      [
        mandate('a', { causes: [{ code: 'signed-out', since: T(2) }] }),
        mandate('b', {
          causes: [
            { code: 'signed-out', since: T(1) },
            { code: 'no-internet', since: T(3) },
          ],
        }),
      ],
      nameOf,
    );
    expect(
      rows.map(({ mandates, notification: { id, severity, action, since } }) => [
        mandates.map((one) => one.id).join(),
        id,
        severity,
        action,
        since,
      ]),
    ).toEqual([
      ['a,b', 'sync-error:signed-out', 'error', 'sign-in', T(1)],
      ['b', 'sync-error:no-internet', 'error', 'retry', T(3)],
    ]);
  });

  it('N13: refusals for different reasons are different rows', () => {
    const refused = (reason: 'no-access' | 'server-fault') => ({
      causes: [{ code: 'refused' as const, reason, since: T(1) }],
    });
    const rows = deriveOverview(
      [mandate('a', refused('no-access')), mandate('b', refused('server-fault'))],
      nameOf,
    );
    expect(rows).toHaveLength(2);
  });

  it('N13: a mandate is red exactly when there is a row that says why', () => {
    const instant = fc.integer({ min: 0, max: 5 }).map(T);
    const anyFacts = fc.record({
      isShared: fc.boolean(),
      offlineSince: fc.option(instant),
      signedOutSince: fc.option(instant),
      refused: fc.option(
        fc.record({
          reason: fc.constantFrom('no-access', 'subscription-ended', 'client-too-old', 'server-fault'),
          since: instant,
        }),
      ),
    });
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 6 }), (all) => {
        const mandates = all.map((facts, i) => mandate(`m${i}`, { causes: deriveSyncCauses(facts) }));
        const rows = deriveOverview(mandates, nameOf).filter(
          ({ notification }) => notification.severity === 'error',
        );
        for (const {
          mandate: { id },
          causes,
        } of mandates) {
          const telling = rows.filter((row) => row.mandates.some((one) => one.id === id));
          expect(telling).toHaveLength(causes.length);
        }
        for (const row of rows) {
          expect(row.mandates.length).toBeGreaterThan(0);
          expect(row.notification.action).not.toBeNull();
        }
        expect(new Set(rows.map(({ notification }) => notification.id)).size).toBe(rows.length);
      }),
    );
  });

  it('N14: files that went along with their folder are told as one', () => {
    const [row, ...others] = deriveOverview([mandate('a', { moved: [moved('x'), moved('y')] })], nameOf);
    expect(others).toEqual([]);
    expect(row?.notification).toMatchObject({
      kind: 'file-moved',
      severity: 'warning',
      action: 'migrate',
      folder: 'Rochat',
      from: '/m/Rochat',
      to: '/m/Rochat SA',
      files: [{ fileId: 'x' }, { fileId: 'y' }],
    });
  });

  it('N14: a single file, one that was renamed in its folder, and one with several possible places are rows of their own', () => {
    const renamed = { folder: '/m/Rochat', path: '/m/Rochat/neu.fac' };
    const rows = deriveOverview(
      [mandate('a', { moved: [moved('x'), moved('y', { to: renamed }), moved('z', { to: null })] })],
      nameOf,
    );
    expect(rows.map(({ notification }) => notification)).toMatchObject([
      { folder: null, from: '/m/Rochat/x.fac', to: '/m/Rochat SA/x.fac' },
      { folder: null, from: '/m/Rochat/y.fac', to: '/m/Rochat/neu.fac' },
      { folder: null, from: '/m/Rochat/z.fac', to: null },
    ]);
  });

  it('N14a: another document in a file’s place is a row of its own, beside what moved', () => {
    const displaced: DetachedFacts = {
      fileId: 'z',
      name: 'z.fac',
      attachedPath: '/m/Rochat/z.fac',
      openedPath: '/m/Rochat/z.fac',
      status: 'other-file',
      since: T(0),
    };
    const rows = deriveOverview([mandate('a', { moved: [moved('x')], displaced: [displaced] })], nameOf);
    expect(rows).toEqual([
      {
        mandates: [{ id: 'a', name: 'Mandat a' }],
        notification: {
          id: 'a:file-detached:z',
          kind: 'file-detached',
          severity: 'warning',
          action: 'restore-link',
          ...displaced,
        },
      },
      expect.objectContaining({ notification: expect.objectContaining({ kind: 'file-moved' }) as unknown }),
    ]);
  });

  const missing: Notification = {
    id: 'source-trouble:x',
    kind: 'source-trouble',
    severity: 'warning',
    action: 'details',
    since: T(1),
    fileId: 'x',
    name: 'x.ecf',
    product: 'facturation',
    trouble: { kind: 'missing', since: T(1) },
  };
  const accounting: Notification = {
    id: 'accounting-missing',
    kind: 'accounting-missing',
    severity: 'warning',
    action: null,
    since: T(1),
    path: '/m/Rochat/x.fac',
  };

  it('N15: the console is told warnings, under ids that are the mandate’s', () => {
    const quiet: Notification = { ...missing, id: 'q', severity: 'information' };
    const rows = deriveOverview([mandate('a', { notifications: [missing, accounting, quiet] })], nameOf);
    expect(rows.map(({ notification }) => notification.id)).toEqual([
      'a:source-trouble:x',
      'a:accounting-missing',
    ]);
  });

  it('N15: that a file is missing is said by its move, if it moved', () => {
    const facts = { notifications: [missing, accounting], moved: [moved('x')] };
    expect(
      deriveOverview([mandate('a', facts)], nameOf).map(({ notification }) => notification.kind),
    ).toEqual(['file-moved']);
  });
});
