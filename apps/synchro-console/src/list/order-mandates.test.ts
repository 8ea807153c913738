import type { NotificationMessage, OverviewMandate } from '../contract-types.js';
import { describe, expect, it } from 'vitest';
import {
  aMandate,
  anOverview,
  aRow,
  EXAMPLE_NOW,
  LAST_WEEK,
  syncErrorOf,
  TODAY,
  YESTERDAY,
} from '../examples/example-parts.js';
import { countByFilter, filterMandates, searchMandates } from './filter-mandates.js';
import { orderMandates } from './order-mandates.js';
import { SILENT_AFTER_DAYS } from './silence.js';

const noInternet = { code: 'no-internet', since: TODAY } as const;
const waiting = { new: 1, changed: 0, deleted: 0 };

const quietA = aMandate({ id: 'quiet-a', name: 'Arnold' });
const quietZ = aMandate({ id: 'quiet-z', name: 'zumstein' });
const recent = aMandate({ id: 'recent', name: 'B', pending: waiting, pendingSince: YESTERDAY });
const old = aMandate({ id: 'old', name: 'C', pending: waiting, pendingSince: LAST_WEEK });
const problem = aMandate({
  id: 'problem',
  name: 'D',
  pending: waiting,
  pendingSince: TODAY,
  withProblems: 1,
});
const troubled = aMandate({ id: 'troubled', name: 'E', troubles: 1 });
const moved = aMandate({ id: 'moved', name: 'F', moved: 1, troubles: 1 });
const blocked = aMandate({ id: 'blocked', name: 'G', kind: 'shared', sync: { causes: [noInternet] } });
const synchronised = aMandate({ id: 'synchronised', name: 'H', kind: 'shared' });
const loose = aMandate({ id: 'loose', name: 'FA', troubles: 1 });
const daysAgo = (days: number) => new Date(EXAMPLE_NOW - days * 86_400_000).toISOString();
const silent = aMandate({ id: 'silent', name: 'I', heardAt: daysAgo(SILENT_AFTER_DAYS + 1) });
const longSilent = aMandate({ id: 'long-silent', name: 'J', heardAt: daysAgo(300) });
const all = [
  quietZ,
  quietA,
  synchronised,
  silent,
  longSilent,
  recent,
  old,
  troubled,
  problem,
  loose,
  moved,
  blocked,
];

const trouble: NotificationMessage = {
  id: 'source-trouble:f1',
  kind: 'source-trouble',
  severity: 'warning',
  action: 'details',
  since: TODAY,
  fileId: 'f1',
  name: 'Ventes.ecf',
  product: 'facturation',
  trouble: { kind: 'missing', since: TODAY },
};
const missing: NotificationMessage = {
  id: 'accounting-missing',
  kind: 'accounting-missing',
  severity: 'warning',
  action: null,
  since: TODAY,
  path: 'S:\\Compta.cre',
};
const detached: NotificationMessage = {
  id: 'file-detached:f2',
  kind: 'file-detached',
  severity: 'warning',
  action: 'restore-link',
  since: TODAY,
  fileId: 'f2',
  name: 'Rochat.fac',
  attachedPath: 'S:\\Rochat.fac',
  openedPath: 'S:\\Rochat.fac',
  status: 'other-file',
};
const order = (mandates = all) =>
  orderMandates(
    anOverview({
      mandates: [...mandates],
      notifications: [aRow(trouble, troubled), aRow(detached, loose)],
    }),
    EXAMPLE_NOW,
  ).map(({ mandate }) => mandate.id);

describe('orderMandates', () => {
  it('has what needs a person first: errors, broken links, problems, the oldest pending, the longest silent, the quiet', () => {
    expect(order()).toEqual([
      'blocked',
      'moved',
      'loose',
      'problem',
      'troubled',
      'old',
      'recent',
      'long-silent',
      'silent',
      'quiet-a',
      'synchronised',
      'quiet-z',
    ]);
  });

  it('does not depend on the order in which they are told', () => {
    expect(order(all.toReversed())).toEqual(order());
  });

  it('counts the rows that ask for a person, but not what icon and moved files say already', () => {
    const listed = orderMandates(
      anOverview({
        mandates: [blocked, troubled],
        notifications: [
          aRow(syncErrorOf(noInternet), blocked),
          aRow(trouble, troubled),
          aRow(missing, troubled),
        ],
      }),
      EXAMPLE_NOW,
    );
    expect(listed.map(({ mandate, matters }) => [mandate.id, matters])).toEqual([
      ['blocked', 0],
      ['troubled', 2],
    ]);
  });
});

describe('a silent mandate', () => {
  const urgencyOf = (change: Partial<OverviewMandate>) =>
    orderMandates(anOverview({ mandates: [aMandate(change)] }), EXAMPLE_NOW)[0]?.urgency;

  it('has not been heard from for longer than a late month of payroll', () => {
    expect(urgencyOf({ heardAt: daysAgo(SILENT_AFTER_DAYS) })).toBe('quiet');
    expect(urgencyOf({ heardAt: daysAgo(SILENT_AFTER_DAYS + 0.01) })).toBe('silent');
  });

  it('is none where nothing feeds it, or where something else is to be done', () => {
    expect(urgencyOf({ heardAt: null })).toBe('quiet');
    const heardAt = daysAgo(300);
    expect(urgencyOf({ heardAt, pending: waiting })).toBe('pending');
    expect(urgencyOf({ heardAt, withProblems: 1 })).toBe('problem');
    expect(urgencyOf({ heardAt, withProblems: 1, missing: 1 })).toBe('loose');
  });
});

describe('filterMandates', () => {
  const listed = orderMandates(
    anOverview({
      mandates: [...all, aMandate({ ...silent, id: 'waits', pending: waiting })],
      notifications: [aRow(trouble, troubled), aRow(detached, loose)],
    }),
    EXAMPLE_NOW,
  );

  it.each([
    ['settle', ['blocked', 'moved', 'loose', 'problem', 'troubled']],
    ['waiting', ['problem', 'old', 'recent', 'waits']],
    ['silent', ['long-silent', 'silent']],
    ['shared', ['blocked', 'synchronised']],
  ] as const)('%s', (filter, ids) => {
    expect(filterMandates(listed, filter).map(({ mandate }) => mandate.id)).toEqual(ids);
    expect(countByFilter(listed).get(filter)).toBe(ids.length);
  });

  it('all', () => expect(filterMandates(listed, 'all')).toEqual(listed));
});

describe('searchMandates', () => {
  const listed = orderMandates(
    anOverview({
      mandates: ['Boulangerie Aux Trois Épis', 'Épicerie Amstutz'].map((name, i) =>
        aMandate({ id: `m${i}`, name }),
      ),
    }),
    EXAMPLE_NOW,
  );
  const found = (search: string) => searchMandates(listed, search).map(({ mandate }) => mandate.name);

  it.each([
    ['epi', ['Boulangerie Aux Trois Épis', 'Épicerie Amstutz']],
    ['ÉPICERIE', ['Épicerie Amstutz']],
    ['trois boul', ['Boulangerie Aux Trois Épis']],
    ['  ', ['Boulangerie Aux Trois Épis', 'Épicerie Amstutz']],
    ['garage', []],
  ])('finds for %j %j', (query, names) => expect(found(query)).toEqual(names));
});
