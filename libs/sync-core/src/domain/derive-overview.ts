import type { SyncCause } from './derive-sync-causes.js';
import type { Instant } from './model.js';
import type { DetachedFacts, Notification } from './notification.js';
import { compareNotifications } from './sort-notifications.js';

export interface MandateRef {
  readonly id: string;
  readonly name: string;
}

/** A file that is not where its mandate says, but has been found elsewhere. */
export interface MovedFile {
  readonly fileId: string;
  readonly name: string;
  readonly folder: string;
  readonly since: Instant;
  /** The only place where it can be; `null` where a person has to choose. */
  readonly to: { readonly folder: string; readonly path: string } | null;
  readonly path: string;
}

/** One mandate with what the console can be told about it. */
export interface MandateFacts {
  readonly mandate: MandateRef;
  readonly causes: readonly SyncCause[];
  readonly moved: readonly MovedFile[];
  /** Files in whose place another document lies [L3, L8]. */
  readonly displaced: readonly DetachedFacts[];
  /** What its accounting files are told; the console takes warnings and errors from it. */
  readonly notifications: readonly Notification[];
}

export interface OverviewRow {
  readonly mandates: readonly MandateRef[];
  readonly notification: Notification;
}

/**
 * Derives all rows of the console. The red icons, the red banner and its rows come from the same causes, so a mandate
 * is red exactly when a row says why [N13].
 *
 * @param nameOf the name of a folder, for one that moved with all its files
 */
export function deriveOverview(
  mandates: readonly MandateFacts[],
  nameOf: (folder: string) => string,
): readonly OverviewRow[] {
  return [
    ...syncErrors(mandates),
    ...mandates.flatMap((facts) => [
      ...fileMoves(facts, nameOf),
      ...displacements(facts),
      ...warnings(facts),
    ]),
  ].toSorted((a, b) => compareNotifications(a.notification, b.notification));
}

/** One row for each cause, whatever the number of mandates [N13]: one sign-in puts all of them right. */
function syncErrors(mandates: readonly MandateFacts[]): readonly OverviewRow[] {
  const rows = new Map<string, { cause: SyncCause; mandates: MandateRef[] }>();
  for (const { mandate, causes } of mandates)
    for (const cause of causes) {
      const key = cause.code === 'refused' ? `${cause.code}:${cause.reason}` : cause.code;
      const row = rows.get(key);
      if (row === undefined) rows.set(key, { cause, mandates: [mandate] });
      else {
        row.mandates.push(mandate);
        if (cause.since < row.cause.since) row.cause = cause;
      }
    }
  return [...rows].map(([key, { cause, mandates: concerned }]) => ({
    mandates: concerned,
    notification: {
      id: `sync-error:${key}`,
      kind: 'sync-error',
      severity: 'error',
      action: cause.code === 'signed-out' ? 'sign-in' : 'retry',
      since: cause.since,
      cause,
    },
  }));
}

/** Files that went from one folder to another together are told as one [N14]. */
function fileMoves({ mandate, moved }: MandateFacts, nameOf: (folder: string) => string): OverviewRow[] {
  const groups = new Map<string, MovedFile[]>();
  for (const file of moved) {
    const key =
      file.to === null || file.to.folder === file.folder ? file.fileId : `${file.folder}\n${file.to.folder}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].map((files) => {
    const [first] = files;
    if (first === undefined) throw new Error('A group has a file.');
    const isFolder = files.length > 1;
    return {
      mandates: [mandate],
      notification: {
        id: `${mandate.id}:file-moved:${first.fileId}`,
        kind: 'file-moved',
        severity: 'warning',
        action: 'migrate',
        since: files.map(({ since }) => since).toSorted()[0] ?? first.since,
        files: files.map(({ fileId, name }) => ({ fileId, name })),
        folder: isFolder ? nameOf(first.folder) : null,
        from: isFolder ? first.folder : first.path,
        to: first.to === null ? null : isFolder ? first.to.folder : first.to.path,
      },
    };
  });
}

/** One by one, since each is for a person to look at: what lies there may be right, and is adopted then [N14a]. */
function displacements({ mandate, displaced }: MandateFacts): OverviewRow[] {
  return displaced.map((facts) => ({
    mandates: [mandate],
    notification: {
      id: `${mandate.id}:file-detached:${facts.fileId}`,
      kind: 'file-detached',
      severity: 'warning',
      action: 'restore-link',
      ...facts,
    },
  }));
}

/** What a person must see of a mandate's accounting files; that a file is missing is said by its move, if it moved [N15]. */
function warnings({ mandate, moved, notifications }: MandateFacts): OverviewRow[] {
  const movedIds = new Set(moved.map(({ fileId }) => fileId));
  const movedPaths = new Set(moved.map(({ path }) => path));
  return notifications
    .filter(({ severity, kind }) => severity !== 'information' && kind !== 'signed-out')
    .filter((notification) => {
      if (notification.kind === 'accounting-missing') return !movedPaths.has(notification.path);
      if (notification.kind !== 'source-trouble' || notification.trouble.kind !== 'missing') return true;
      return !movedIds.has(notification.fileId);
    })
    .map((notification) => ({
      mandates: [mandate],
      notification: { ...notification, id: `${mandate.id}:${notification.id}` },
    }));
}
