import { SynchroError } from '@synchro/sync-core/contract';
import type { AccessProblem, Instant } from '@synchro/sync-core/domain';
import type { Clock } from '../environment.js';
import { accessProblemOf, isAccessError, pathOfError } from '../files/file-access-error.js';

/**
 * The checks of a mandate's files that fail now. Each file is checked on its own: one that cannot be checked is
 * reported and tried again, and all others go on [W1–W3].
 *
 *     fails ── tried again after 250 ms, then whenever the failure has lasted twice as long, at most 30 s later
 *       └─ lasts 2 s ──▶ reported (a drive that does not answer: at once)
 *     succeeds, or is no longer to be checked ──▶ no longer reported
 *
 * Kept in memory only: after a restart, the first scan finds what fails.
 */
export interface FailedChecks {
  /** The failures to report, in the order in which they began. */
  of(mandateId: string): readonly FailedCheck[];
  /** Begins one scan of a mandate. */
  begin(mandateId: string): CheckRound;
}

export interface FailedCheck {
  /** The accounting file that the check belongs to; `null`: all of the mandate. */
  readonly accountingFileId: string | null;
  readonly path: string;
  readonly reason: AccessProblem;
  readonly since: Instant;
}

/** The checks of one scan. */
export interface CheckRound {
  /**
   * Runs one check. A failure is recorded and not passed on.
   * @param check answers after how many milliseconds to check again, `null` if there is nothing to wait for
   * @param report reports the failure where its subject has a notification of its own, and answers as `check` does
   * @returns the same; after a failure, when to try again
   */
  attempt(
    subject: CheckSubject,
    check: () => Promise<number | null>,
    report?: (failure: OngoingFailure) => number | null,
  ): Promise<number | null>;
  /** Ends the scan: what it did not check is no longer reported. */
  end(): void;
}

/** A failure as its subject's own notification reports it. */
export interface OngoingFailure {
  readonly reason: AccessProblem;
  /** What was thrown last. */
  readonly cause: unknown;
  /** For how long the check has failed. */
  readonly lastedMs: number;
}

export interface CheckSubject {
  readonly accountingFileId: string | null;
  /** What the failure concerns, where the error does not say. */
  readonly path: string;
}

/** A program that locks its file for a moment is no reason to disturb anybody. */
const REPORTED_AFTER_MS = 2_000;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 30_000;

interface Failure extends FailedCheck {
  readonly sinceMs: number;
  /** Its subject has a notification of its own: whichever check fails there, that one reports it. */
  readonly hasReport: boolean;
  readonly isReported: boolean;
}

export function createFailedChecks(input: {
  readonly clock: Clock;
  /** What is reported has changed. */
  readonly onChange: () => void;
  readonly onError: (what: string, cause: unknown) => void;
}): FailedChecks {
  const { clock } = input;
  const failures = new Map<string, Map<string, Failure>>();

  const remove = (mandateId: string, key: string): void => {
    const ofMandate = failures.get(mandateId);
    const failure = ofMandate?.get(key);
    if (ofMandate === undefined || failure === undefined) return;
    ofMandate.delete(key);
    if (ofMandate.size === 0) failures.delete(mandateId);
    if (failure.isReported) input.onChange();
  };

  const record = (
    mandateId: string,
    subject: CheckSubject,
    cause: unknown,
    reportsItself: boolean,
  ): Failure => {
    const ofMandate = failures.get(mandateId) ?? new Map<string, Failure>();
    failures.set(mandateId, ofMandate);
    const reason = accessProblemOf(cause);
    const found = pathOfError(cause) ?? subject.path;
    const key = isOfStore(cause) ? STORAGE : found;
    const before = ofMandate.get(key);
    const { path, since, sinceMs } = before ?? {
      path: found,
      since: clock.now(),
      sinceMs: clock.elapsedMs(),
    };
    const hasReport = before?.hasReport === true || (reportsItself && key === subject.path);
    const isDue = reason === 'not-responding' || clock.elapsedMs() - sinceMs >= REPORTED_AFTER_MS;
    const isReported = !hasReport && (before?.isReported === true || isDue);
    const failure: Failure = {
      accountingFileId: key === path ? subject.accountingFileId : null,
      path,
      reason,
      since,
      sinceMs,
      hasReport,
      isReported,
    };
    ofMandate.set(key, failure);
    if (before?.reason !== reason)
      input.onError(isAccessError(cause) ? `reading ${path}` : `checking ${path}`, cause);
    const wasReported = before?.isReported === true;
    if (isReported !== wasReported || (isReported && before?.reason !== reason)) input.onChange();
    return failure;
  };

  return {
    of: (mandateId) => [...(failures.get(mandateId)?.values() ?? [])].filter(({ isReported }) => isReported),
    begin(mandateId) {
      const failed = new Set<string>();
      const round: CheckRound = {
        async attempt(subject, check, report) {
          try {
            return await check();
          } catch (cause) {
            const failure = record(mandateId, subject, cause, report !== undefined);
            failed.add(isOfStore(cause) ? STORAGE : failure.path);
            const lastedMs = clock.elapsedMs() - failure.sinceMs;
            const retryMs = Math.min(Math.max(lastedMs, FIRST_RETRY_MS), LAST_RETRY_MS);
            // A database that cannot be written takes no report either.
            if (report === undefined || isOfStore(cause)) return retryMs;
            const { reason } = failure;
            const dueMs = await round.attempt(subject, () =>
              Promise.resolve(report({ reason, cause, lastedMs })),
            );
            return dueMs === null ? retryMs : Math.min(dueMs, retryMs);
          }
        },
        end() {
          for (const key of [...(failures.get(mandateId)?.keys() ?? [])])
            if (!failed.has(key)) remove(mandateId, key);
        },
      };
      return round;
    },
  };
}

/** One cause, one failure: a database that cannot be written fails every check for the same reason. */
const STORAGE = 'storage';
const isOfStore = (cause: unknown): boolean =>
  cause instanceof SynchroError && cause.code === 'storage-failed';
