import type {
  AccountState,
  NotificationMessage,
  NotificationOf,
  PendingCountsMessage,
  StatusSnapshot,
} from '../contract-types.js';

/** Fixed moments: it is 11:00 in Switzerland on the fifth of June 2026. */
export const EXAMPLE_NOW = Date.parse('2026-06-05T09:00:00.000Z');
/** Nine days before. */
export const NINE_DAYS_AGO = '2026-05-27T06:30:00.000Z';
const since = '2026-06-05T08:05:00.000Z';
const yesterday = '2026-06-04T14:30:00.000Z';

const invoicing = 'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf';
const payroll = 'Salaires 2026 (01-01-2026 ~ 31-12-2026).ecs';

export const counts = (created: number, changed: number, deleted: number): PendingCountsMessage => ({
  new: created,
  changed,
  deleted,
});

const sourceTrouble = (
  fileId: string,
  name: string,
  trouble: NotificationOf<'source-trouble'>['trouble'],
): NotificationOf<'source-trouble'> => ({
  id: `source-trouble:${fileId}`,
  kind: 'source-trouble',
  severity: 'warning',
  action: 'details',
  since: trouble.since,
  fileId,
  name,
  product: name.endsWith('.ecs') ? 'salaires' : 'facturation',
  trouble,
});

export const notificationExamples = {
  pending: (pending: PendingCountsMessage, withProblems: number): NotificationOf<'entries-pending'> => ({
    id: 'entries-pending',
    kind: 'entries-pending',
    severity: 'information',
    action: 'post',
    since,
    counts: pending,
    withProblems,
  }),
  unreadable: sourceTrouble('file-ecf', invoicing, {
    kind: 'unreadable',
    since,
    problems: [
      { code: 'bad-date', line: 12, column: 1, found: '31.02.2026' },
      { code: 'too-few-fields', line: 14, column: 1 },
    ],
  }),
  refused: sourceTrouble('file-ecf', invoicing, {
    kind: 'unreadable',
    since,
    problems: [{ code: 'busy', line: 0, column: 0 }],
  }),
  missing: sourceTrouble('file-ecf', invoicing, { kind: 'missing', since: yesterday }),
  older: sourceTrouble('file-ecs', payroll, {
    kind: 'suspect',
    since,
    reasons: [
      { code: 'lot-went-back', known: 41, found: 17 },
      { code: 'time-went-back', known: '2026-06-05T09:41:00', found: '2026-05-02T17:20:10' },
    ],
    version: 'version-17',
  }),
  doubtful: sourceTrouble('file-ecs', payroll, {
    kind: 'suspect',
    since,
    reasons: [
      { code: 'mass-deletion', posted: 1240, gone: 1100 },
      { code: 'other-uid', expected: 123, found: 7 },
    ],
    version: 'version-18',
  }),
  twin: {
    id: 'source-twin:twin-1',
    kind: 'source-twin',
    severity: 'warning',
    action: 'details',
    since,
    twinId: 'twin-1',
    name: 'Atelier Rochat (01-01-2026 ~ 31-12-2026) (1).ecf',
    modifiedAt: '2026-06-05T07:58:00.000Z',
    original: invoicing,
    originalModifiedAt: '2026-06-03T15:12:00.000Z',
  },
  chartMissing: {
    id: 'chart-missing',
    kind: 'chart-missing',
    severity: 'information',
    action: null,
    since: yesterday,
    reason: 'none',
    detail: null,
  },
  indexHeldElsewhere: {
    id: 'index-trouble',
    kind: 'index-trouble',
    severity: 'warning',
    action: 'details',
    since,
    name: 'Compta 2026.ecc',
    reason: 'held-elsewhere',
    detail: `${payroll} – Rochat Immobilier SA`,
  },
  heldElsewhere: {
    id: 'held-elsewhere',
    kind: 'held-elsewhere',
    severity: 'information',
    action: 'take-over',
    since: yesterday,
    machine: 'PC-ANNA',
  },
  claimUnverified: (
    reason: NotificationOf<'claim-unverified'>['reason'],
    action: 'take-over' | null,
  ): NotificationOf<'claim-unverified'> => ({
    id: 'claim-unverified',
    kind: 'claim-unverified',
    severity: 'warning',
    action,
    since,
    name: 'Compta 2026.synchro',
    reason,
  }),
  accountingMissing: {
    id: 'accounting-missing',
    kind: 'accounting-missing',
    severity: 'warning',
    action: null,
    since,
    path: 'S:\\Mandats\\Rochat\\Compta 2026.cre',
  },
  degraded: {
    id: 'watching-degraded:S:\\Mandats',
    kind: 'watching-degraded',
    severity: 'information',
    action: null,
    since,
    folder: 'S:\\Mandats\\Rochat',
  },
  checkFailed: (reason: NotificationOf<'check-failed'>['reason']): NotificationOf<'check-failed'> => ({
    id: 'check-failed:S:\\Mandats\\Rochat\\Compta 2026.ecc',
    kind: 'check-failed',
    severity: 'warning',
    action: null,
    since,
    path: 'S:\\Mandats\\Rochat\\Compta 2026.ecc',
    name: 'Compta 2026.ecc',
    reason,
  }),
  signedOut: (heldBack: number, startedAt: string): NotificationOf<'signed-out'> => ({
    id: 'signed-out',
    kind: 'signed-out',
    severity: 'warning',
    action: 'sign-in',
    since: startedAt,
    heldBack,
  }),
  detached: (
    status: NotificationOf<'file-detached'>['status'],
    openedPath: string,
  ): NotificationOf<'file-detached'> => ({
    id: 'file-detached:file-doc',
    kind: 'file-detached',
    severity: status === 'copy' ? 'information' : 'warning',
    action: 'restore-link',
    since,
    fileId: 'file-doc',
    name: 'Facturation 2026.fac',
    attachedPath: 'S:\\Mandats\\Rochat\\Facturation 2026.fac',
    openedPath,
    status,
  }),
  linkRestored: {
    id: 'link-restored:file-doc',
    kind: 'link-restored',
    severity: 'success',
    action: 'undo-link',
    since,
    fileId: 'file-doc',
    name: 'Facturation 2026.fac',
    changeId: 'change-1',
  },
  entriesWaiting: (waiting: PendingCountsMessage): NotificationOf<'entries-waiting'> => ({
    id: 'entries-waiting:file-ecf',
    kind: 'entries-waiting',
    severity: 'information',
    action: 'show-entries',
    since,
    fileId: 'file-ecf',
    counts: waiting,
  }),
  entriesProblems: (
    count: number,
    first: NotificationOf<'entries-problems'>['first'],
    others = 0,
  ): NotificationOf<'entries-problems'> => ({
    id: 'entries-problems:file-ecf',
    kind: 'entries-problems',
    severity: 'warning',
    action: 'show-entries',
    since,
    fileId: 'file-ecf',
    count,
    first,
    others,
  }),
  entriesLocked: (count: number): NotificationOf<'entries-locked'> => ({
    id: 'entries-locked:file-ecs',
    kind: 'entries-locked',
    severity: 'information',
    action: 'show-entries',
    since: yesterday,
    fileId: 'file-ecs',
    count,
  }),
  syncError: (cause: NotificationOf<'sync-error'>['cause']): NotificationOf<'sync-error'> => ({
    id: `sync-error:${cause.code}`,
    kind: 'sync-error',
    severity: 'error',
    action: cause.code === 'signed-out' ? 'sign-in' : 'retry',
    since: cause.since,
    cause,
  }),
  fileMoved: {
    id: 'file-moved:file-doc',
    kind: 'file-moved',
    severity: 'warning',
    action: 'migrate',
    since,
    files: [{ fileId: 'file-doc', name: 'Facturation 2026.fac' }],
    folder: null,
    from: 'S:\\Mandats\\Rochat\\Facturation 2026.fac',
    to: 'S:\\Archives\\Facturation 2026.fac',
  },
  folderMoved: {
    id: 'file-moved:folder',
    kind: 'file-moved',
    severity: 'warning',
    action: 'migrate',
    since,
    files: [
      { fileId: 'file-doc', name: 'Facturation 2026.fac' },
      { fileId: 'file-sal', name: 'Salaires 2026.sal' },
      { fileId: 'file-cre', name: 'Compta 2026.cre' },
    ],
    folder: 'Rochat',
    from: 'S:\\Mandats\\Rochat',
    to: 'S:\\Archives\\Rochat',
  },
} as const satisfies Record<string, NotificationMessage | ((...given: never[]) => NotificationMessage)>;

/** Who is signed in to the server for shared mandates, in each of its states. */
export const accountExamples = {
  'signed-out': { status: 'signed-out', since: NINE_DAYS_AGO, failure: null },
  denied: { status: 'signed-out', since: NINE_DAYS_AGO, failure: 'denied' },
  expired: { status: 'signed-out', since: NINE_DAYS_AGO, failure: 'expired' },
  'signing-in': { status: 'signing-in', since, url: 'https://login.example.ch/authorize?state=1' },
  'signed-in': {
    status: 'signed-in',
    since,
    account: { name: 'Anna Rochat', email: 'anna.rochat@example.ch' },
  },
} as const satisfies Record<string, AccountState>;

export const aSnapshot = (notifications: readonly NotificationMessage[]): StatusSnapshot => ({
  revision: 7,
  mandate: { id: 'mandate-1', name: 'Menuiserie Rochat', kind: 'local' },
  file: {
    id: 'file-cre',
    role: 'accounting',
    product: 'compta',
    path: 'S:\\Mandats\\Rochat\\Compta 2026.cre',
    name: 'Compta 2026.cre',
  },
  pending: notifications.find((one) => one.kind === 'entries-pending')?.counts ?? counts(0, 0, 0),
  entries: null,
  notifications: [...notifications],
  account: null,
  capabilities: [
    'post',
    'already-posted',
    'unpost',
    'export',
    'arrival',
    'confirm-source',
    'ignore-twin',
    'show-in-folder',
    'take-over',
    'sign-in',
    'retry-sync',
    'restore-link',
    'migrate',
    'undo-link',
    'file-entries',
  ],
  service: { version: '0.1.0', startedAt: yesterday },
});

/** The same of a program's own document, whose entries are so many. */
export function aDocumentSnapshot(
  product: 'facturation' | 'salaires',
  notifications: readonly NotificationMessage[],
  entries: Partial<NonNullable<StatusSnapshot['entries']>> = {},
): StatusSnapshot {
  const isPayroll = product === 'salaires';
  const name = isPayroll ? 'Salaires 2026.sal' : 'Facturation 2026.fac';
  return {
    ...aSnapshot(notifications),
    file: { id: 'file-doc', role: 'document', product, path: `S:\\Mandats\\Rochat\\${name}`, name },
    entries: {
      fileId: isPayroll ? 'file-ecs' : 'file-ecf',
      name: isPayroll ? payroll : invoicing,
      waiting: counts(0, 0, 0),
      withProblems: 0,
      posted: 0,
      lastPostedAt: null,
      ...entries,
    },
  };
}
