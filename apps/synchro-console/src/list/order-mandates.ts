import type { NotificationMessage, Overview, OverviewMandate } from '../contract-types.js';

/** How urgently a mandate needs a person; the first is on top of the list. */
export const urgencies = ['blocked', 'moved', 'problem', 'pending', 'quiet'] as const;
export type Urgency = (typeof urgencies)[number];

export interface ListedMandate {
  readonly mandate: OverviewMandate;
  readonly urgency: Urgency;
  /** Rows of the banner that ask for a person and are said neither by the red icon nor by the moved files. */
  readonly matters: number;
}

/** The red icon: it cannot be synchronised, which only a shared mandate can be in want of. */
export const isBlocked = ({ sync }: OverviewMandate): boolean => sync !== null && sync.causes.length > 0;

export const pendingTotal = ({ pending }: OverviewMandate): number =>
  pending.new + pending.changed + pending.deleted;

/**
 * The mandates, first what needs a person: errors, moved files, problems, what waits – the longest first –, and what
 * is quiet; by name where nothing else tells them apart. Pure, so that the order is the same after every snapshot.
 */
export function orderMandates({ mandates, notifications }: Overview): readonly ListedMandate[] {
  const matters = new Map<string, number>();
  for (const { notification, mandates: concerned } of notifications)
    if (isMatter(notification)) for (const { id } of concerned) matters.set(id, (matters.get(id) ?? 0) + 1);
  return mandates
    .map((mandate) => {
      const ofIts = matters.get(mandate.id) ?? 0;
      return { mandate, matters: ofIts, urgency: urgencyOf(mandate, ofIts) };
    })
    .sort(
      (a, b) =>
        urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
        // ISO moments sort as text; who waits for nothing comes last.
        compareText(a.mandate.pendingSince ?? '9', b.mandate.pendingSince ?? '9') ||
        names.compare(a.mandate.name, b.mandate.name) ||
        compareText(a.mandate.id, b.mandate.id),
    );
}

/** Counted from the rows, so that a mark in the list has always a reason that can be read. */
const isMatter = ({ kind, severity }: NotificationMessage): boolean =>
  (severity === 'warning' || severity === 'error') &&
  kind !== 'sync-error' &&
  kind !== 'signed-out' &&
  kind !== 'file-moved';

function urgencyOf(mandate: OverviewMandate, matters: number): Urgency {
  if (isBlocked(mandate)) return 'blocked';
  if (mandate.moved > 0) return 'moved';
  if (matters > 0 || mandate.withProblems > 0) return 'problem';
  return pendingTotal(mandate) > 0 ? 'pending' : 'quiet';
}

/** The mandates whose name contains every word, whatever its case and accents. */
export function filterMandates(listed: readonly ListedMandate[], query: string): readonly ListedMandate[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return listed.filter(({ mandate }) => {
    const name = plain(mandate.name);
    return words.every((word) => name.includes(word));
  });
}

const names = new Intl.Collator(['fr', 'de', 'it', 'en'], { numeric: true });
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
