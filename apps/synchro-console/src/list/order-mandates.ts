import type { Overview, OverviewMandate } from '../contract-types.js';

/** How urgently a mandate needs a person; the first is on top of the list. */
export const urgencies = ['blocked', 'moved', 'problem', 'pending', 'quiet'] as const;
export type Urgency = (typeof urgencies)[number];

export interface ListedMandate {
  readonly mandate: OverviewMandate;
  readonly urgency: Urgency;
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
  const withError = new Set(
    notifications
      .filter(({ notification }) => notification.severity === 'error')
      .flatMap((row) => row.mandates.map(({ id }) => id)),
  );
  return mandates
    .map((mandate) => ({ mandate, urgency: urgencyOf(mandate, withError.has(mandate.id)) }))
    .sort(
      (a, b) =>
        urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
        // ISO moments sort as text; who waits for nothing comes last.
        compareText(a.mandate.pendingSince ?? '9', b.mandate.pendingSince ?? '9') ||
        names.compare(a.mandate.name, b.mandate.name) ||
        compareText(a.mandate.id, b.mandate.id),
    );
}

function urgencyOf(mandate: OverviewMandate, hasError: boolean): Urgency {
  if (isBlocked(mandate) || hasError) return 'blocked';
  if (mandate.moved > 0) return 'moved';
  if (mandate.troubles > 0 || mandate.withProblems > 0) return 'problem';
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
