import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveDocumentNotifications, deriveNotifications } from './derive-notifications.js';
import type { EntryProblem } from './model.js';
import type {
  ComptaFacts,
  DetachedFacts,
  DocumentFacts,
  EntriesFacts,
  Notification,
  NotificationKind,
  RestoredFacts,
  SourceFacts,
  TwinFacts,
} from './notification.js';
import { compareNotifications, sortNotifications } from './sort-notifications.js';

const T = (minute: number) => `2026-06-10T09:${String(minute).padStart(2, '0')}:00.000Z`;
const none = { new: 0, changed: 0, deleted: 0 };

const invoicing: SourceFacts = {
  fileId: 'f1',
  name: 'Atelier Rochat.ecf',
  role: 'entries',
  product: 'facturation',
  trouble: null,
};
const twin: TwinFacts = {
  twinId: 't1',
  name: 'Atelier Rochat (1).ecf',
  modifiedAt: T(2),
  original: 'Atelier Rochat.ecf',
  originalModifiedAt: T(1),
  since: T(3),
};

/** A mandate where all is well and nothing waits. */
const facts = (differences: Partial<ComptaFacts> = {}): ComptaFacts => ({
  accountingFile: { path: '/m/Compta 2026.cre', missingSince: null },
  pending: { counts: none, withProblems: 0, since: null },
  sources: [invoicing],
  twins: [],
  chart: { status: 'present' },
  index: { status: 'sound' },
  claim: { status: 'owned' },
  degradedFolders: [],
  failedChecks: [],
  signedOut: null,
  detached: null,
  restored: null,
  ...differences,
});
const pending = { counts: { new: 3, changed: 0, deleted: 1 }, withProblems: 1, since: T(5) };
const elsewhere = { status: 'elsewhere', machine: 'PC-ANNA', since: T(1) } as const;

describe('deriveNotifications', () => {
  it('N2: nothing to say while all is well', () => {
    expect(deriveNotifications(facts())).toEqual([]);
  });

  it('N2: entries are pending: counts, since when, and "post"', () => {
    expect(deriveNotifications(facts({ pending }))).toEqual([
      { id: 'entries-pending', kind: 'entries-pending', severity: 'information', action: 'post', ...pending },
    ]);
  });

  it.each(['new', 'changed', 'deleted'] as const)('N2: one %s entry is enough', (change) => {
    const one = { ...pending, counts: { ...none, [change]: 1 } };
    expect(deriveNotifications(facts({ pending: one }))).toHaveLength(1);
  });

  it('N2: who does not keep the mandate cannot post', () => {
    const told = deriveNotifications(facts({ pending, claim: elsewhere }));
    expect(told.map(({ kind, action }) => [kind, action])).toEqual([
      ['held-elsewhere', 'take-over'],
      ['entries-pending', null],
    ]);
  });

  it.each(['unclaimed', 'unverified'] as const)('N2: nor who is not known to: %s', (status) => {
    const claim =
      status === 'unclaimed'
        ? { status }
        : ({ status, name: 'c.synchro', reason: 'missing', since: T(1) } as const);
    const told = deriveNotifications(facts({ pending, claim }));
    expect(told.map(({ kind, action }) => [kind, action])).toEqual([['entries-pending', null]]);
  });

  it.each([
    ['damaged', 'take-over'],
    ['removed', 'take-over'],
    ['other-copy', 'take-over'],
    ['too-large', 'take-over'],
    ['busy', null],
    ['no-access', null],
    ['not-a-file', null],
    ['disk-full', null],
  ] as const)('N21: the claim is not verified (%s): %s', (reason, action) => {
    const claim = { status: 'unverified', name: 'c.synchro', reason, since: T(1) } as const;
    expect(deriveNotifications(facts({ claim }))).toEqual([
      {
        id: 'claim-unverified',
        kind: 'claim-unverified',
        severity: 'warning',
        action,
        since: T(1),
        name: 'c.synchro',
        reason,
      },
    ]);
  });

  it('N2: pending without "since when" is a mistake of the caller', () => {
    expect(() => deriveNotifications(facts({ pending: { ...pending, since: null } }))).toThrow(RangeError);
  });

  it('N3: a source in trouble, under an id that stays while the trouble changes', () => {
    const [missing] = deriveNotifications(
      facts({
        sources: [invoicing, { ...invoicing, fileId: 'f2', trouble: { kind: 'missing', since: T(4) } }],
      }),
    );
    expect(missing).toEqual({
      id: 'source-trouble:f2',
      kind: 'source-trouble',
      severity: 'warning',
      action: 'details',
      since: T(4),
      fileId: 'f2',
      name: 'Atelier Rochat.ecf',
      product: 'facturation',
      trouble: { kind: 'missing', since: T(4) },
    });
    const trouble = { kind: 'unreadable', since: T(6), problems: [] } as const;
    const [unreadable] = deriveNotifications(facts({ sources: [{ ...invoicing, fileId: 'f2', trouble }] }));
    expect(unreadable?.id).toBe(missing?.id);
  });

  it('N4: a twin, with both dates', () => {
    expect(deriveNotifications(facts({ twins: [twin] }))).toEqual([
      { id: 'source-twin:t1', kind: 'source-twin', severity: 'warning', action: 'details', ...twin },
    ]);
  });

  it('N5: a missing chart is said quietly', () => {
    const chart = { status: 'several', detail: 'a.crp, b.crp', since: T(1) } as const;
    expect(deriveNotifications(facts({ chart }))).toEqual([
      {
        id: 'chart-missing',
        kind: 'chart-missing',
        severity: 'information',
        action: null,
        since: T(1),
        reason: 'several',
        detail: 'a.crp, b.crp',
      },
    ]);
  });

  it('N6: trouble with the index', () => {
    const index = { status: 'bad-lines', name: 'Compta 2026.ecc', detail: '3', since: T(1) } as const;
    expect(deriveNotifications(facts({ index }))).toEqual([
      {
        id: 'index-trouble',
        kind: 'index-trouble',
        severity: 'warning',
        action: 'details',
        since: T(1),
        name: 'Compta 2026.ecc',
        reason: 'bad-lines',
        detail: '3',
      },
    ]);
  });

  it('N7: another machine keeps the mandate', () => {
    expect(deriveNotifications(facts({ claim: elsewhere }))).toEqual([
      {
        id: 'held-elsewhere',
        kind: 'held-elsewhere',
        severity: 'information',
        action: 'take-over',
        machine: 'PC-ANNA',
        since: T(1),
      },
    ]);
  });

  it('N8: the accounting file itself is missing', () => {
    const accountingFile = { path: '/m/Compta 2026.cre', missingSince: T(1) };
    expect(deriveNotifications(facts({ accountingFile }))).toEqual([
      {
        id: 'accounting-missing',
        kind: 'accounting-missing',
        severity: 'warning',
        action: null,
        since: T(1),
        path: '/m/Compta 2026.cre',
      },
    ]);
  });

  it('N20: a file that cannot be checked is reported with its reason, one row for each path', () => {
    const failed = { path: '/m/Compta 2026.ecc', name: 'Compta 2026.ecc', since: T(1) };
    const other = {
      path: '/m/Compta 2026.crp',
      name: 'Compta 2026.crp',
      reason: 'io-error',
      since: T(2),
    } as const;
    const told = deriveNotifications(facts({ failedChecks: [{ ...failed, reason: 'busy' }, other] }));
    expect(told).toMatchObject([
      { id: 'check-failed:/m/Compta 2026.ecc', severity: 'warning', action: null, reason: 'busy' },
      { id: 'check-failed:/m/Compta 2026.crp', reason: 'io-error' },
    ]);
    const [later] = deriveNotifications(facts({ failedChecks: [{ ...failed, reason: 'no-access' }] }));
    expect(later?.id).toBe(told[0]?.id);
  });

  it('N9: a folder that cannot be watched', () => {
    expect(deriveNotifications(facts({ degradedFolders: [{ folder: '/m', since: T(1) }] }))).toEqual([
      {
        id: 'watching-degraded:/m',
        kind: 'watching-degraded',
        severity: 'information',
        action: null,
        since: T(1),
        folder: '/m',
      },
    ]);
  });

  it('N11: nobody is signed in: since when, and how much is held back', () => {
    const signedOut = { since: T(1), heldBack: 14 };
    expect(deriveNotifications(facts({ signedOut }))).toEqual([
      { id: 'signed-out', kind: 'signed-out', severity: 'warning', action: 'sign-in', ...signedOut },
    ]);
  });
});

const detached: DetachedFacts = {
  fileId: 'f9',
  name: 'Atelier Rochat.fac',
  attachedPath: '/m/Atelier Rochat.fac',
  openedPath: '/n/Atelier Rochat.fac',
  status: 'moved',
  since: T(2),
};

const restored: RestoredFacts = {
  fileId: 'f9',
  name: 'Atelier Rochat.fac',
  changeId: 'change-1',
  since: T(3),
};

const documentFacts = (change: Partial<DocumentFacts> = {}): DocumentFacts => ({
  product: 'facturation',
  entries: null,
  restored: null,
  detached: null,
  signedOut: null,
  ...change,
});

describe('deriveDocumentNotifications', () => {
  it('N12: nothing to say of a document in its place', () => {
    expect(deriveDocumentNotifications(documentFacts())).toEqual([]);
  });

  it('N12: not in its place: where it was and is, and "restore the link"', () => {
    expect(deriveDocumentNotifications(documentFacts({ detached }))).toEqual([
      {
        id: 'file-detached:f9',
        kind: 'file-detached',
        severity: 'warning',
        action: 'restore-link',
        ...detached,
      },
    ]);
  });

  it('N12a: of a copy it is said quietly that it is one', () => {
    const told = deriveDocumentNotifications(documentFacts({ detached: { ...detached, status: 'copy' } }));
    expect(told).toMatchObject([{ severity: 'information', action: 'restore-link', status: 'copy' }]);
  });

  it('N12: an accounting that is open elsewhere is not called missing', () => {
    const accountingFile = { path: '/m/Compta 2026.cre', missingSince: T(1) };
    const told = deriveNotifications(facts({ accountingFile, detached }));
    expect(told.map(({ kind }) => kind)).toEqual(['file-detached']);
  });

  it('N11: tells that nobody is signed in as well', () => {
    const told = deriveDocumentNotifications(documentFacts({ signedOut: { since: T(1), heldBack: 0 } }));
    expect(told.map(({ kind }) => kind)).toEqual(['signed-out']);
  });

  it('N19: a restored link is told with what takes it back, to whichever program has the file open', () => {
    const expected = [
      {
        id: 'link-restored:f9',
        kind: 'link-restored',
        severity: 'success',
        action: 'undo-link',
        ...restored,
      },
    ];
    expect(deriveDocumentNotifications(documentFacts({ restored }))).toEqual(expected);
    expect(deriveNotifications(facts({ restored }))).toEqual(expected);
  });
});

const instant = fc.integer({ min: 0, max: 5 }).map(T);
const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
const counts = fc.record({
  new: fc.nat({ max: 1 }),
  changed: fc.nat({ max: 1 }),
  deleted: fc.nat({ max: 1 }),
});
const trouble = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('missing' as const), since: instant }),
  fc.record({ kind: fc.constant('unreadable' as const), since: instant, problems: fc.constant([]) }),
);
const anyFacts: fc.Arbitrary<ComptaFacts> = fc.record({
  accountingFile: fc.record({ path: fc.constant('/m/c.cre'), missingSince: fc.option(instant) }),
  pending: fc.record({ counts, withProblems: fc.nat(), since: instant }),
  sources: ids.chain((all) =>
    fc.tuple(...all.map((fileId) => trouble.map((one) => ({ ...invoicing, fileId, trouble: one })))),
  ),
  twins: ids.chain((all) =>
    fc.tuple(...all.map((twinId) => instant.map((since) => ({ ...twin, twinId, since })))),
  ),
  chart: fc.oneof(
    fc.constant({ status: 'present' as const }),
    fc.record({
      status: fc.constantFrom('none', 'several', 'unreadable'),
      detail: fc.constant(null),
      since: instant,
    }),
  ),
  index: fc.oneof(
    fc.constant({ status: 'sound' as const }),
    fc.record({
      status: fc.constantFrom('unreadable', 'bad-lines', 'held-elsewhere'),
      name: fc.constant('c.ecc'),
      detail: fc.constant(''),
      since: instant,
    }),
  ),
  claim: fc.oneof(
    fc.record({ status: fc.constantFrom('owned' as const, 'unclaimed' as const) }),
    fc.record({
      status: fc.constant('elsewhere' as const),
      machine: fc.constant('PC-ANNA'),
      since: instant,
    }),
    fc.record({
      status: fc.constant('unverified' as const),
      name: fc.constant('c.synchro'),
      reason: fc.constantFrom('damaged' as const, 'busy' as const, 'missing' as const),
      since: instant,
    }),
  ),
  degradedFolders: ids.chain((all) =>
    fc.tuple(...all.map((folder) => instant.map((since) => ({ folder, since })))),
  ),
  failedChecks: ids.chain((all) =>
    fc.tuple(
      ...all.map((path) => instant.map((since) => ({ path, name: path, reason: 'busy' as const, since }))),
    ),
  ),
  signedOut: fc.option(fc.record({ since: instant, heldBack: fc.nat() })),
  detached: fc.option(instant.map((since) => ({ ...detached, since }))),
  restored: fc.option(instant.map((since) => ({ ...restored, since }))),
});

const anyProblem: fc.Arbitrary<EntryProblem> = fc.oneof(
  fc.record({
    code: fc.constant('unknown-account' as const),
    line: fc.nat({ max: 1 }),
    account: fc.constantFrom('3299', '3298'),
  }),
  fc.constant({ code: 'unbalanced' as const }),
);
const anyEntries: fc.Arbitrary<EntriesFacts> = fc
  .record({
    counts,
    since: instant,
    problems: fc.array(fc.array(anyProblem, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    posted: fc.nat({ max: 2 }),
  })
  .map(({ counts: waiting, since, problems, posted }) => {
    const withProblems = Math.min(problems.length, waiting.new + waiting.changed + waiting.deleted);
    return {
      fileId: 'f1',
      waiting,
      withProblems,
      since,
      problems: problems.slice(0, withProblems),
      posted,
      lastPostedAt: since,
    };
  });
const anyDocument: fc.Arbitrary<DocumentFacts> = fc.record({
  product: fc.constantFrom('facturation', 'salaires'),
  entries: fc.option(anyEntries),
  restored: fc.option(instant.map((since) => ({ ...restored, since }))),
  detached: fc.option(instant.map((since) => ({ ...detached, since }))),
  signedOut: fc.option(fc.record({ since: instant, heldBack: fc.nat() })),
});

/** Tells exactly these kinds, so many times each, and each under an id of its own. */
function expectKinds(
  told: readonly Notification[],
  expected: Partial<Record<NotificationKind, number>>,
): void {
  const counted: Partial<Record<NotificationKind, number>> = {};
  for (const { kind } of told) counted[kind] = (counted[kind] ?? 0) + 1;
  const wanted = Object.entries(expected).filter(([, count]) => count > 0);
  expect(counted).toEqual(Object.fromEntries(wanted));
  expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
}

describe('deriveNotifications, of any facts', () => {
  it('N1: a notification is there exactly when its cause is, under an id of its own', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        expectKinds(deriveNotifications(some), {
          'entries-pending': Object.values(some.pending.counts).some((count) => count > 0) ? 1 : 0,
          'source-trouble': some.sources.filter((one) => one.trouble !== null).length,
          'source-twin': some.twins.length,
          'chart-missing': some.chart.status === 'present' ? 0 : 1,
          'index-trouble': some.index.status === 'sound' ? 0 : 1,
          'held-elsewhere': some.claim.status === 'elsewhere' ? 1 : 0,
          'claim-unverified': some.claim.status === 'unverified' && some.claim.reason !== 'missing' ? 1 : 0,
          'accounting-missing': some.accountingFile.missingSince === null || some.detached !== null ? 0 : 1,
          'file-detached': some.detached === null ? 0 : 1,
          'watching-degraded': some.degradedFolders.length,
          'check-failed': some.failedChecks.length,
          'signed-out': some.signedOut === null ? 0 : 1,
          'link-restored': some.restored === null ? 0 : 1,
        });
      }),
    );
  });

  it('N1: so it is in the scope of a document, whose own entries are told of', () => {
    fc.assert(
      fc.property(anyDocument, (some) => {
        const { entries, product } = some;
        const { waiting = none, problems = [], posted = 0 } = entries ?? {};
        const count = waiting.new + waiting.changed + waiting.deleted;
        expectKinds(deriveDocumentNotifications(some), {
          'entries-waiting': count > problems.length ? 1 : 0,
          'entries-problems': problems.length > 0 ? 1 : 0,
          'entries-locked': product === 'salaires' && posted > 0 ? 1 : 0,
          'link-restored': some.restored === null ? 0 : 1,
          'file-detached': some.detached === null ? 0 : 1,
          'signed-out': some.signedOut === null ? 0 : 1,
        });
      }),
    );
  });

  it('N10: the order is total: any order of the same notifications is sorted alike', () => {
    const cases = fc
      .oneof(anyFacts.map(deriveNotifications), anyDocument.map(deriveDocumentNotifications))
      .chain((told) =>
        fc.tuple(fc.constant(told), fc.shuffledSubarray([...told], { minLength: told.length })),
      );
    fc.assert(
      fc.property(cases, ([told, shuffled]) => {
        expect(sortNotifications(shuffled)).toEqual(told);
        for (const [i, one] of told.entries()) {
          for (const later of told.slice(i + 1)) expect(compareNotifications(one, later)).toBeLessThan(0);
        }
      }),
    );
  });
});
