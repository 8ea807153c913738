import type {
  AccountMessage,
  Capability,
  MandateFileMessage,
  MandateMessage,
  NotificationMessage,
  Overview,
  OverviewMandate,
  OverviewNotification,
  SyncCause,
} from '../contract-types.js';

/** Fixed moments: it is 11:00 in Switzerland on the fifth of June 2026. */
export const EXAMPLE_NOW = Date.parse('2026-06-05T09:00:00.000Z');
export const TODAY = '2026-06-05T08:05:00.000Z';
export const YESTERDAY = '2026-06-04T14:30:00.000Z';
export const LAST_WEEK = '2026-05-27T06:10:00.000Z';
/** Longer ago than a source is silent without a word. */
export const IN_WINTER = '2026-02-20T09:00:00.000Z';

/** What the service can do without a server for shared mandates. */
export const LOCAL_CAPABILITIES: readonly Capability[] = [
  'post',
  'already-posted',
  'unpost',
  'export',
  'arrival',
  'confirm-source',
  'ignore-twin',
  'show-in-folder',
  'take-over',
];
export const ALL_CAPABILITIES: readonly Capability[] = [
  ...LOCAL_CAPABILITIES,
  'sign-in',
  'retry-sync',
  'manage-mandates',
  'attach-file',
  'browse-folders',
  'restore-link',
  'migrate',
  'search-folder',
  'undo-link',
  'file-entries',
];

export const aMandate = (change: Partial<OverviewMandate> = {}): OverviewMandate => ({
  id: 'mandate-1',
  name: 'Menuiserie Rochat',
  kind: 'local',
  pending: { new: 0, changed: 0, deleted: 0 },
  withProblems: 0,
  troubles: 0,
  pendingSince: null,
  heldBy: null,
  files: 3,
  heardAt: TODAY,
  moved: 0,
  missing: 0,
  sync: change.kind === 'shared' ? { causes: [] } : null,
  ...change,
});

export const signedIn: AccountMessage = {
  status: 'signed-in',
  since: YESTERDAY,
  account: { name: 'Anna Keller', email: 'anna.keller@fiduciaire-keller.example' },
};
export const signedOut: AccountMessage = { status: 'signed-out', since: LAST_WEEK, failure: null };

export const anOverview = (change: Partial<Overview> = {}): Overview => ({
  revision: 7,
  mandates: [],
  notifications: [],
  account: null,
  capabilities: [...LOCAL_CAPABILITIES],
  service: { version: '0.1.0', startedAt: YESTERDAY },
  ...change,
});

/** A row of the banner about some mandates. */
export const aRow = (
  notification: NotificationMessage,
  ...mandates: readonly OverviewMandate[]
): OverviewNotification => ({
  mandates: mandates.map(({ id, name }) => ({ id, name })),
  notification,
});

export const syncErrorOf = (cause: SyncCause): NotificationMessage => ({
  id: `sync-error:${cause.code}`,
  kind: 'sync-error',
  severity: 'error',
  action: cause.code === 'signed-out' ? 'sign-in' : 'retry',
  since: cause.since,
  cause,
});

const folder = 'S:\\Mandats\\Rochat';

export const aFile = (change: Partial<MandateFileMessage> = {}): MandateFileMessage => {
  const name = change.name ?? 'Compta 2026.cre';
  return {
    id: 'file-cre',
    role: 'accounting',
    product: 'compta',
    name,
    path: `${folder}\\${name}`,
    attachedAt: LAST_WEEK,
    period: { begin: '2026-01-01', end: '2026-12-31' },
    trouble: null,
    lastTakenInAt: null,
    pending: 0,
    entryFile: null,
    machine: 'PC-ANNA',
    link: 'linked',
    ...change,
  };
};

/** The files of a mandate: two periods, what feeds them, and the document of one program. */
export const exampleFiles: readonly MandateFileMessage[] = [
  aFile({
    id: 'file-cre-2025',
    name: 'Compta 2025.cre',
    period: { begin: '2025-01-01', end: '2025-12-31' },
  }),
  aFile({ pending: 3 }),
  aFile({
    id: 'file-ecf',
    role: 'entries',
    product: 'facturation',
    name: 'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf',
    lastTakenInAt: TODAY,
    pending: 3,
  }),
  aFile({
    id: 'file-ecs',
    role: 'entries',
    product: 'salaires',
    name: 'Salaires 2026 (01-01-2026 ~ 31-12-2026).ecs',
    lastTakenInAt: YESTERDAY,
    trouble: { kind: 'unreadable', since: TODAY, problems: [{ code: 'bad-date', line: 12, column: 1 }] },
  }),
  aFile({
    id: 'file-fac',
    role: 'document',
    product: 'facturation',
    name: 'Atelier Rochat.fac',
    period: null,
    pending: 3,
    entryFile: 'file-ecf',
    link: 'moved',
  }),
];

/** The files of a mandate on two machines, one of which has not fed it for long. */
export const filesOfTwoMachines: readonly MandateFileMessage[] = [
  ...exampleFiles,
  aFile({
    id: 'file-bank',
    role: 'entries',
    product: 'banking',
    name: 'Banque cantonale (01-01-2026 ~ 31-12-2026).ecf',
    lastTakenInAt: IN_WINTER,
    machine: 'PC-BRUNO',
  }),
  aFile({
    id: 'file-crbank',
    role: 'document',
    product: 'banking',
    name: 'Banque cantonale.crbank',
    period: null,
    machine: 'PC-BRUNO',
  }),
];

export const aMandateMessage = (mandate: OverviewMandate): MandateMessage => ({
  id: mandate.id,
  name: mandate.name,
  kind: mandate.kind,
  createdAt: LAST_WEEK,
  heldBy: mandate.heldBy === null ? null : { machine: mandate.heldBy, since: YESTERDAY },
  files: [...(mandate.kind === 'shared' ? filesOfTwoMachines : exampleFiles)],
});
