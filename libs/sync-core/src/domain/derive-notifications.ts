import { isReplaceableClaim } from './replaceable-claim.js';
import { totalPending } from './count-pending.js';
import { ownEntries } from './own-entries.js';
import type {
  ComptaFacts,
  DetachedFacts,
  DocumentFacts,
  Notification,
  RestoredFacts,
  SignedOutFacts,
} from './notification.js';
import { sortNotifications } from './sort-notifications.js';

/**
 * Derives everything that the scope of one accounting document is told, in the order it is shown [N1–N12, N19–N21].
 *
 * One cause, one notification: it is there exactly while its cause is, under an id that does not change
 * meanwhile [N1]. Nothing is merged or suppressed, since every warning must be readable for itself – the banner
 * has the room to say "+ n".
 *
 * @throws {RangeError} if entries are pending and `pending.since` is `null`: a mistake of the caller
 */
export function deriveNotifications(facts: ComptaFacts): readonly Notification[] {
  return sortNotifications([
    ...entriesPending(facts),
    ...sourceTroubles(facts),
    ...twins(facts),
    ...chartMissing(facts),
    ...indexTrouble(facts),
    ...heldElsewhere(facts),
    ...claimUnverified(facts),
    ...accountingMissing(facts),
    ...watchingDegraded(facts),
    ...checksFailed(facts),
    ...signedOut(facts.signedOut),
    ...fileDetached(facts.detached),
    ...linkRestored(facts.restored),
  ]);
}

/**
 * Derives everything that the scope of one document of invoicing, payroll, … is told [N11, N12, N16–N19].
 * @throws {RangeError} if entries wait or are posted, but not since when: a mistake of the caller
 */
export function deriveDocumentNotifications(facts: DocumentFacts): readonly Notification[] {
  return sortNotifications([
    ...fileDetached(facts.detached),
    ...signedOut(facts.signedOut),
    ...ownEntries(facts),
    ...linkRestored(facts.restored),
  ]);
}

/** [N11] */
function* signedOut(facts: SignedOutFacts | null): Iterable<Notification> {
  if (facts === null) return;
  yield { id: 'signed-out', kind: 'signed-out', severity: 'warning', action: 'sign-in', ...facts };
}

/** A copy is said quietly: nothing is wrong with the original, but what is entered here reaches nobody [N12, N12a]. */
function* fileDetached(facts: DetachedFacts | null): Iterable<Notification> {
  if (facts === null) return;
  const cause = { kind: 'file-detached', ...facts } as const;
  const severity = facts.status === 'copy' ? 'information' : 'warning';
  yield { id: `file-detached:${facts.fileId}`, severity, action: 'restore-link', ...cause };
}

/** [N19] */
function* linkRestored(facts: RestoredFacts | null): Iterable<Notification> {
  if (facts === null) return;
  const cause = { kind: 'link-restored', ...facts } as const;
  yield { id: `link-restored:${facts.fileId}`, severity: 'success', action: 'undo-link', ...cause };
}

/** Who is not known to own the mandate sees what waits and cannot post it [N2]. */
function* entriesPending({ pending, claim }: ComptaFacts): Iterable<Notification> {
  const { counts, withProblems, since } = pending;
  if (totalPending(counts) === 0) return;
  if (since === null) throw new RangeError('Entries are pending, but not since when.');
  const action = claim.status === 'owned' ? 'post' : null;
  yield {
    id: 'entries-pending',
    kind: 'entries-pending',
    severity: 'information',
    action,
    since,
    counts,
    withProblems,
  };
}

/** [N3] The id is the file's, so that a file that is first missing, then unreadable, stays one row. */
function* sourceTroubles({ sources }: ComptaFacts): Iterable<Notification> {
  for (const { fileId, name, product, trouble } of sources) {
    if (trouble === null) continue;
    const cause = { kind: 'source-trouble', fileId, name, product, trouble } as const;
    yield {
      id: `source-trouble:${fileId}`,
      severity: 'warning',
      action: 'details',
      since: trouble.since,
      ...cause,
    };
  }
}

/** [N4] Both dates are told, so that a person can see which of the two is the newer. */
function* twins({ twins }: ComptaFacts): Iterable<Notification> {
  for (const twin of twins) {
    yield {
      id: `source-twin:${twin.twinId}`,
      kind: 'source-twin',
      severity: 'warning',
      action: 'details',
      ...twin,
    };
  }
}

/** Said quietly [N5]: many mandates have no chart; then entries are only checked less before posting. */
function* chartMissing({ chart }: ComptaFacts): Iterable<Notification> {
  if (chart.status === 'present') return;
  const { status: reason, detail, since } = chart;
  yield {
    id: 'chart-missing',
    kind: 'chart-missing',
    severity: 'information',
    action: null,
    since,
    reason,
    detail,
  };
}

/** [N6] */
function* indexTrouble({ index }: ComptaFacts): Iterable<Notification> {
  if (index.status === 'sound') return;
  const { status: reason, name, detail, since } = index;
  const cause = { kind: 'index-trouble', name, reason, detail } as const;
  yield { id: 'index-trouble', severity: 'warning', action: 'details', since, ...cause };
}

/** [N7] */
function* heldElsewhere({ claim }: ComptaFacts): Iterable<Notification> {
  if (claim.status !== 'elsewhere') return;
  const { machine, since } = claim;
  yield {
    id: 'held-elsewhere',
    kind: 'held-elsewhere',
    severity: 'information',
    action: 'take-over',
    since,
    machine,
  };
}

/** Of what is missing with its accounting file, that one says it [N8, N12, N21]. */
function* claimUnverified({ claim }: ComptaFacts): Iterable<Notification> {
  if (claim.status !== 'unverified' || claim.reason === 'missing') return;
  const { name, reason, since } = claim;
  const cause = { kind: 'claim-unverified', name, reason } as const;
  const action = isReplaceableClaim(reason) ? 'take-over' : null;
  yield { id: 'claim-unverified', severity: 'warning', action, since, ...cause };
}

/** Of one that is open at another place it is said where it is instead [N8, N12]. */
function* accountingMissing({ accountingFile, detached }: ComptaFacts): Iterable<Notification> {
  const { path, missingSince } = accountingFile;
  if (missingSince === null || detached !== null) return;
  const cause = { kind: 'accounting-missing', path } as const;
  yield { id: 'accounting-missing', severity: 'warning', action: null, since: missingSince, ...cause };
}

/** [N9] Scanned instead of watched: right, only later. */
function* watchingDegraded({ degradedFolders }: ComptaFacts): Iterable<Notification> {
  for (const { folder, since } of degradedFolders) {
    const cause = { kind: 'watching-degraded', folder } as const;
    yield { id: `watching-degraded:${folder}`, severity: 'information', action: null, since, ...cause };
  }
}

/** [N20] The id is the path's, so that a reason that changes stays one row. */
function* checksFailed({ failedChecks }: ComptaFacts): Iterable<Notification> {
  for (const { path, name, reason, since } of failedChecks) {
    const cause = { kind: 'check-failed', path, name, reason } as const;
    yield { id: `check-failed:${path}`, severity: 'warning', action: null, since, ...cause };
  }
}
