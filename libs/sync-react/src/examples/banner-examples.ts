import type { Connection } from '@synchro/sync-core/client';
import type { NotificationMessage, StatusSnapshot } from '../contract-types.js';
import { aSnapshot, counts, notificationExamples } from './example-parts.js';

/** A state that a person can see: what the service has said, and how the connection stands. */
export interface BannerExample {
  /** `null`: nothing has been heard yet. */
  readonly snapshot: StatusSnapshot | null;
  readonly connection: Connection;
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
const { twin, chartMissing, indexHeldElsewhere, heldElsewhere, accountingMissing, degraded } =
  notificationExamples;
const { unreadable, missing, older, doubtful } = notificationExamples;

/** Every state of the accounting's banner, by name: for the development page, tests and screenshots. */
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
  'accounting-missing': showing(accountingMissing),
  'watching-degraded': showing(degraded),
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
