import type { Connection } from '@synchro/sync-core/client';
import type { NotificationMessage, Product, StatusSnapshot } from '../contract-types.js';
import {
  accountExamples,
  aDocumentSnapshot,
  aSnapshot,
  counts,
  NINE_DAYS_AGO,
  notificationExamples,
} from './example-parts.js';

/** A state that a person can see: what the service has said, and how the connection stands. */
export interface BannerExample {
  /** `null`: nothing has been heard yet. */
  readonly snapshot: StatusSnapshot | null;
  readonly connection: Connection;
  /** The program around, where it is not the accounting. */
  readonly product?: Product;
}

/** One in which something has been heard. */
type KnownExample = BannerExample & { readonly snapshot: StatusSnapshot };

const connected: Connection = { status: 'connected', since: Date.parse('2026-06-05T08:00:00.000Z') };
const lost = (
  reason: Extract<Connection, { status: 'reconnecting' }>['reason'],
): Extract<Connection, { status: 'reconnecting' }> => ({
  status: 'reconnecting',
  reason,
  since: Date.parse('2026-06-05T09:00:00.000Z'),
  retryAt: Date.parse('2026-06-05T09:00:30.000Z'),
});
const showing = (...notifications: NotificationMessage[]): KnownExample => ({
  snapshot: aSnapshot(notifications),
  connection: connected,
});
const pending = (created: number, changed: number, deleted: number, withProblems = 0): KnownExample =>
  showing(notificationExamples.pending(counts(created, changed, deleted), withProblems));
const { signedOut, detached, syncError, fileMoved, folderMoved } = notificationExamples;
const today = '2026-06-05T06:12:00.000Z';
const refused = (reason: 'no-access' | 'subscription-ended' | 'client-too-old' | 'server-fault') =>
  showing(syncError({ code: 'refused', since: today, reason }));

const { entriesWaiting, entriesProblems, entriesLocked, linkRestored } = notificationExamples;
const unknownAccount = { code: 'unknown-account', line: 0, account: '3299' } as const;

/** What a program is told of its own document. */
const own = (
  product: 'facturation' | 'salaires',
  ...notifications: NotificationMessage[]
): KnownExample & { readonly product: Product } => ({
  snapshot: aDocumentSnapshot(product, notifications),
  connection: connected,
  product,
});

/** A shared mandate, with who is signed in; as a program other than the accounting sees it where one is named. */
function shared(
  example: KnownExample,
  account: StatusSnapshot['account'],
  product: Product = 'compta',
): KnownExample & { readonly product: Product } {
  const { mandate } = example.snapshot;
  const snapshot = {
    ...example.snapshot,
    account,
    mandate: mandate === null ? null : { ...mandate, kind: 'shared' as const },
  };
  return { ...example, snapshot, product };
}

/** What a folder of a server in a big company may be called. */
const longName =
  'Fakturierung Liegenschaftsverwaltungsgenossenschaft Obergerlafingen-Bätterkinden (01-01-2026 ~ 31-12-2026) – definitive Fassung nach Rücksprache mit der Revisionsstelle.fac';

const {
  twin,
  chartMissing,
  indexHeldElsewhere,
  heldElsewhere,
  accountingMissing,
  degraded,
  checkFailed,
  claimUnverified,
} = notificationExamples;
const { unreadable, refused: refusedFile, missing, older, doubtful } = notificationExamples;

function withoutCapabilities(notifications: readonly NotificationMessage[]): StatusSnapshot {
  return { ...aSnapshot(notifications), capabilities: ['post'] };
}

/** Every state of a banner that a person can see, by name: for the development page, tests and screenshots. */
export const bannerExamples = {
  nothing: showing(),
  'not-in-a-mandate': { snapshot: { ...aSnapshot([]), mandate: null, file: null }, connection: connected },
  'one-new': pending(1, 0, 0),
  'several-new': pending(3, 0, 0),
  'new-and-deleted': pending(3, 0, 1),
  'one-deleted': pending(0, 0, 1),
  'one-changed': pending(0, 1, 0),
  'all-kinds': pending(12, 2, 3),
  'with-problems': pending(12, 0, 0, 2),
  thousands: pending(12_345, 0, 0),
  unreadable: showing(unreadable),
  'unreadable-busy': showing(refusedFile),
  missing: showing(missing),
  older: showing(older),
  doubtful: showing(doubtful),
  twin: showing(twin),
  'chart-missing': showing(chartMissing),
  'index-held-elsewhere': showing(indexHeldElsewhere),
  'held-elsewhere': showing(heldElsewhere, {
    ...notificationExamples.pending(counts(3, 0, 0), 0),
    action: null,
  }),
  'claim-unverified': showing(claimUnverified('damaged', 'take-over'), {
    ...notificationExamples.pending(counts(3, 0, 0), 0),
    action: null,
  }),
  'claim-unverified-disk-full': showing(claimUnverified('disk-full', null)),
  'accounting-missing': showing(accountingMissing),
  'watching-degraded': showing(degraded),
  'check-failed': showing(checkFailed('no-access')),
  'check-failed-not-responding': showing(checkFailed('not-responding')),
  'check-failed-storage': showing(checkFailed('storage-failed')),
  'signed-out': shared(showing(signedOut(14, NINE_DAYS_AGO)), accountExamples['signed-out']),
  'signed-out-today': shared(showing(signedOut(0, today)), accountExamples['signed-out']),
  'signed-out-one-waits': shared(showing(signedOut(1, today)), accountExamples['signed-out']),
  'signed-out-denied': shared(showing(signedOut(14, NINE_DAYS_AGO)), accountExamples.denied),
  'signed-out-expired': shared(showing(signedOut(14, NINE_DAYS_AGO)), accountExamples.expired),
  'signing-in': shared(showing(signedOut(14, NINE_DAYS_AGO)), accountExamples['signing-in']),
  'signed-in': shared(showing(), accountExamples['signed-in']),
  'signed-out-facturation': shared(
    showing(signedOut(14, NINE_DAYS_AGO)),
    accountExamples['signed-out'],
    'facturation',
  ),
  'signed-out-salaires': shared(
    showing(signedOut(12_345, NINE_DAYS_AGO)),
    accountExamples['signed-out'],
    'salaires',
  ),
  'signed-out-unsupported': shared(
    { snapshot: withoutCapabilities([signedOut(14, NINE_DAYS_AGO)]), connection: connected },
    null,
  ),
  'detached-renamed': showing(detached('renamed', 'S:\\Mandats\\Rochat\\Facturation 2026 def.fac')),
  'detached-moved': showing(detached('moved', 'S:\\Archives\\Facturation 2026.fac')),
  'detached-moved-and-renamed': showing(
    detached('moved-and-renamed', 'S:\\Archives\\Facturation 2026 def.fac'),
  ),
  'detached-copy': showing(detached('copy', 'S:\\Mandats\\Rochat\\Facturation 2026 - Copie.fac')),
  'detached-other-file': showing(detached('other-file', 'S:\\Mandats\\Rochat\\Facturation 2026.fac')),
  'link-restored': showing(linkRestored),
  'link-restored-facturation': own('facturation', linkRestored),
  'entries-waiting': own('facturation', entriesWaiting(counts(3, 1, 0))),
  'entries-waiting-one': own('salaires', entriesWaiting(counts(0, 0, 1))),
  'entries-problems': own('facturation', entriesProblems(2, unknownAccount)),
  'entries-problems-one': own(
    'facturation',
    entriesProblems(1, { code: 'outside-periods', line: 0, date: '2025-12-31' }),
  ),
  'entries-problems-several': own(
    'facturation',
    entriesProblems(12_345, { code: 'unknown-vat-code', line: 0, vatCode: 'IPM' }, 3),
    entriesWaiting(counts(12_350, 0, 0)),
  ),
  'entries-problems-one-other': own('salaires', entriesProblems(2, { code: 'unbalanced' }, 1)),
  'entries-blocked': own('facturation', entriesProblems(4, { code: 'source-blocked', trouble: 'suspect' })),
  'entries-locked': own('salaires', entriesLocked(12)),
  'entries-locked-one': own('salaires', entriesLocked(1)),
  'own-entries-all': own(
    'salaires',
    entriesProblems(2, unknownAccount, 1),
    entriesLocked(12),
    entriesWaiting(counts(5, 0, 0)),
    linkRestored,
  ),
  'sync-no-internet': showing(syncError({ code: 'no-internet', since: today })),
  'sync-signed-out': showing(syncError({ code: 'signed-out', since: NINE_DAYS_AGO })),
  'sync-no-access': refused('no-access'),
  'sync-subscription-ended': refused('subscription-ended'),
  'sync-client-too-old': refused('client-too-old'),
  'sync-server-fault': refused('server-fault'),
  'file-moved': showing(fileMoved),
  'file-moved-long-name': showing({ ...fileMoved, files: [{ fileId: 'file-doc', name: longName }] }),
  'files-moved': showing({ ...folderMoved, folder: null }),
  'folder-moved': showing(folderMoved),
  'everything-shared': shared(
    showing(
      syncError({ code: 'no-internet', since: today }),
      signedOut(14, NINE_DAYS_AGO),
      detached('moved', 'S:\\Archives\\Facturation 2026.fac'),
      folderMoved,
      notificationExamples.pending(counts(12, 2, 3), 0),
    ),
    accountExamples['signed-out'],
  ),
  several: showing(
    unreadable,
    older,
    notificationExamples.pending(counts(3, 1, 1), 1),
    accountingMissing,
    chartMissing,
  ),
  connecting: { snapshot: null, connection: { status: 'connecting' } },
  'no-answer': { snapshot: null, connection: lost('no-answer') },
  'access-denied': { snapshot: null, connection: lost('access-denied') },
  'too-old': { snapshot: null, connection: lost('too-old') },
  overloaded: { snapshot: null, connection: lost('overloaded') },
  'service-error': { snapshot: null, connection: lost('service-error') },
  silent: { snapshot: null, connection: lost('silent') },
  'reconnecting-with-entries': { ...pending(3, 0, 0), connection: lost('no-answer') },
  'reconnecting-with-nothing': { ...showing(), connection: lost('no-answer') },
} as const satisfies Record<string, BannerExample>;
