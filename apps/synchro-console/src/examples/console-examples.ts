import type { Connection } from '@synchro/sync-core/client';
import type { Overview, OverviewMandate } from '../contract-types.js';
import {
  ALL_CAPABILITIES,
  aMandate,
  anOverview,
  aRow,
  IN_WINTER,
  LAST_WEEK,
  signedIn,
  signedOut,
  syncErrorOf,
  TODAY,
  YESTERDAY,
} from './example-parts.js';

/** A state that a person can see: what the service has said, and how the connection stands. */
export interface ConsoleExample {
  /** `null`: nothing has been heard yet. */
  readonly overview: Overview | null;
  readonly connection: Connection;
  /** Where in the console, as its address says it; the list unless told otherwise. */
  readonly at?: string;
  /** Buttons, by name, that are pressed one after the other. */
  readonly press?: readonly string[];
}

const connected: Connection = { status: 'connected', since: Date.parse(YESTERDAY) };
const lost = {
  status: 'reconnecting',
  reason: 'no-answer',
  since: Date.parse('2026-06-05T08:59:00.000Z'),
  retryAt: Date.parse('2026-06-05T09:00:30.000Z'),
} as const satisfies Connection;
const showing = (change: Partial<Overview>): ConsoleExample & { readonly overview: Overview } => ({
  overview: anOverview(change),
  connection: connected,
});

/** At the files of a mandate, after some buttons. */
const commanding = (...press: readonly string[]) => ({
  ...showing({ ...online, mandates: [local, shared] }),
  at: '#/mandates/mandate-1/files',
  press,
});

const local = aMandate({
  pending: { new: 3, changed: 0, deleted: 1 },
  pendingSince: TODAY,
  files: 5,
});
const shared = aMandate({
  id: 'mandate-2',
  name: 'Boulangerie Aux Trois Épis Sàrl',
  kind: 'shared',
  pending: { new: 12, changed: 2, deleted: 0 },
  pendingSince: YESTERDAY,
});
const quiet = aMandate({ id: 'mandate-3', name: 'Garage Brunner', heldBy: 'PC-ANNA' });
const withCauses = (mandate: OverviewMandate, ...causes: NonNullable<OverviewMandate['sync']>['causes']) => ({
  ...mandate,
  sync: { causes },
});
const online = { account: signedIn, capabilities: [...ALL_CAPABILITIES] };

const noInternet = { code: 'no-internet', since: TODAY } as const;
const nobody = { code: 'signed-out', since: LAST_WEEK } as const;
const noAccess = { code: 'refused', since: YESTERDAY, reason: 'no-access' } as const;

const offline = withCauses(shared, noInternet);
const forgotten = withCauses(shared, nobody);
const refused = withCauses(shared, noAccess);
const moved = aMandate({ ...quiet, heldBy: null, moved: 3, troubles: 3 });
const nowhere = aMandate({ id: 'mandate-6', name: 'Pharmacie du Marché', missing: 1 });
const several = withCauses(shared, noInternet, noAccess);

const signedOutRow = aRow(syncErrorOf(nobody), forgotten);
const movedRow = aRow(
  {
    id: 'file-moved:mandate-3',
    kind: 'file-moved',
    severity: 'warning',
    action: 'migrate',
    since: TODAY,
    files: ['Compta 2026.cre', 'Ventes.ecf', 'Salaires.ecs'].map((name, i) => ({ fileId: `f${i}`, name })),
    folder: 'Brunner',
    from: 'S:\\Mandats\\Brunner',
    to: 'S:\\Archives\\Brunner',
  },
  moved,
);
const otherFileRow = aRow(
  {
    id: 'mandate-3:file-detached:file-fac',
    kind: 'file-detached',
    severity: 'warning',
    action: 'restore-link',
    since: TODAY,
    fileId: 'file-fac',
    name: 'Garage Brunner.fac',
    attachedPath: 'S:\\Mandats\\Brunner\\Garage Brunner.fac',
    openedPath: 'S:\\Mandats\\Brunner\\Garage Brunner.fac',
    status: 'other-file',
  },
  quiet,
);
const troubled = aMandate({ id: 'mandate-4', name: 'Pharmacie du Lac', troubles: 1, withProblems: 2 });
const troubleRow = aRow(
  {
    id: 'source-trouble:file-ecs',
    kind: 'source-trouble',
    severity: 'warning',
    action: 'details',
    since: TODAY,
    fileId: 'file-ecs',
    name: 'Salaires 2026 (01-01-2026 ~ 31-12-2026).ecs',
    product: 'salaires',
    trouble: { kind: 'unreadable', since: TODAY, problems: [{ code: 'bad-date', line: 12, column: 1 }] },
  },
  troubled,
);

const long = aMandate({
  id: 'mandate-long',
  name: 'Communauté héréditaire de feu Jean-Baptiste-Emmanuel de Montmollin-Chambrier-et-Associés, Immeubles et Participations SA en liquidation',
  kind: 'shared',
  pending: { new: 12_345, changed: 678, deleted: 90 },
  pendingSince: LAST_WEEK,
  withProblems: 1_234,
});

const silent = aMandate({ id: 'mandate-5', name: 'Hoirie Delacrétaz', heardAt: IN_WINTER });

/** Every eleventh is blocked, every seventh has something moved, every third waits, every tenth is silent. */
const hundreds = Array.from({ length: 400 }, (_, i): OverviewMandate => {
  const mandate = aMandate({
    id: `mandate-${i}`,
    name: `Mandat ${String(i + 1)} ${['Sàrl', 'SA', 'GmbH', 'AG'][i % 4] ?? ''}`,
    kind: i % 11 === 0 ? 'shared' : 'local',
    pending: { new: i % 3 === 0 ? i + 1 : 0, changed: 0, deleted: 0 },
    pendingSince: i % 3 === 0 ? TODAY : null,
    moved: i % 7 === 3 ? 1 : 0,
    troubles: i % 7 === 3 ? 1 : 0,
    heardAt: i % 10 === 8 ? IN_WINTER : TODAY,
  });
  return i % 11 === 0 ? withCauses(mandate, noInternet) : mandate;
});

/** Every state of the page, by name: for tests, screenshots and a development page. */
export const consoleExamples = {
  empty: showing({}),
  'one-local': showing({ mandates: [local] }),
  'shared-and-synchronised': showing({
    ...online,
    mandates: [local, shared, quiet],
  }),
  'document-missing': showing({ mandates: [local, nowhere] }),
  'no-internet': showing({
    ...online,
    mandates: [local, offline],
    notifications: [aRow(syncErrorOf(noInternet), offline)],
  }),
  'signed-out': showing({
    ...online,
    account: signedOut,
    mandates: [local, forgotten],
    notifications: [signedOutRow],
  }),
  refused: showing({
    ...online,
    mandates: [refused],
    notifications: [aRow(syncErrorOf(noAccess), refused)],
  }),
  several: showing({
    ...online,
    mandates: [local, several, moved, troubled],
    notifications: [
      aRow(syncErrorOf(noInternet), several),
      aRow(syncErrorOf(noAccess), several),
      movedRow,
      troubleRow,
    ],
  }),
  'moved-folder': showing({ ...online, mandates: [local, moved], notifications: [movedRow] }),
  'other-file': showing({ ...online, mandates: [local, quiet], notifications: [otherFileRow] }),
  'hundreds-of-mandates': showing({
    ...online,
    mandates: hundreds,
    notifications: [aRow(syncErrorOf(noInternet), ...hundreds.filter(({ kind }) => kind === 'shared'))],
  }),
  'long-names': showing({ ...online, mandates: [long, local] }),
  silent: showing({ ...online, mandates: [local, silent, quiet] }),
  'hundreds-filtered': { ...showing({ ...online, mandates: hundreds }), at: '#/?show=silent&q=sa' },
  'nothing-found': { ...showing({ ...online, mandates: hundreds }), at: '#/?show=shared&q=personne' },
  files: { ...showing({ ...online, mandates: [local, shared] }), at: '#/mandates/mandate-2/files' },
  'files-of-one': { ...showing({ ...online, mandates: [local, shared] }), at: '#/mandates/mandate-1/files' },
  history: { ...showing({ ...online, mandates: [local, shared] }), at: '#/mandates/mandate-1/history' },
  create: { ...showing({ ...online, mandates: [local] }), at: '#/new' },
  menu: commanding('Autres commandes du mandat'),
  attach: commanding('Attacher un fichier…'),
  rename: commanding('Autres commandes du mandat', 'Renommer…'),
  remove: commanding('Autres commandes du mandat', 'Retirer le mandat…'),
  'detach-entries': commanding('Détacher… – Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf'),
  'detach-document': commanding('Détacher… – Atelier Rochat.fac'),
  'detach-period': commanding('Détacher… – Compta 2025.cre'),
  'service-lost': { ...showing({ mandates: [local, quiet] }), connection: lost },
  'never-answered': { overview: null, connection: lost },
  loading: { overview: null, connection: { status: 'connecting' } },
} as const satisfies Record<string, ConsoleExample>;
