import type { NotificationMessage } from '../contract-types.js';
import { describe, expect, it } from 'vitest';
import {
  aMandate,
  anOverview,
  aRow,
  LAST_WEEK,
  syncErrorOf,
  TODAY,
  YESTERDAY,
} from '../examples/example-parts.js';
import { filterMandates, orderMandates } from './order-mandates.js';

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
const all = [quietZ, quietA, synchronised, recent, old, troubled, problem, moved, blocked];

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
const order = (mandates = all) =>
  orderMandates(anOverview({ mandates: [...mandates], notifications: [aRow(trouble, troubled)] })).map(
    ({ mandate }) => mandate.id,
  );

describe('orderMandates', () => {
  it('has what needs a person first: errors, moved files, problems, the oldest pending, the quiet by name', () => {
    expect(order()).toEqual([
      'blocked',
      'moved',
      'problem',
      'troubled',
      'old',
      'recent',
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
    );
    expect(listed.map(({ mandate, matters }) => [mandate.id, matters])).toEqual([
      ['blocked', 0],
      ['troubled', 2],
    ]);
  });
});

describe('filterMandates', () => {
  const listed = orderMandates(
    anOverview({
      mandates: ['Boulangerie Aux Trois Épis', 'Épicerie Amstutz'].map((name, i) =>
        aMandate({ id: `m${i}`, name }),
      ),
    }),
  );
  const found = (query: string) => filterMandates(listed, query).map(({ mandate }) => mandate.name);

  it.each([
    ['epi', ['Boulangerie Aux Trois Épis', 'Épicerie Amstutz']],
    ['ÉPICERIE', ['Épicerie Amstutz']],
    ['trois boul', ['Boulangerie Aux Trois Épis']],
    ['  ', ['Boulangerie Aux Trois Épis', 'Épicerie Amstutz']],
    ['garage', []],
  ])('finds for %j %j', (query, names) => expect(found(query)).toEqual(names));
});
