import type { NotificationMessage, Overview, OverviewMandate } from '../contract-types.js';
import { isSilent } from './silence.js';

/** How urgently a mandate needs a person; the first is on top of the list. */
export const urgencies = ['blocked', 'loose', 'problem', 'pending', 'silent', 'quiet'] as const;
export type Urgency = (typeof urgencies)[number];

export interface ListedMandate {
  readonly mandate: OverviewMandate;
  readonly urgency: Urgency;
  /** Rows of the banner that ask for a person and are said neither by the red icon nor by the files that are elsewhere or nowhere. */
  readonly matters: number;
}

/** The red icon: it cannot be synchronised, which only a shared mandate can be in want of. */
export const isBlocked = ({ sync }: OverviewMandate): boolean => sync !== null && sync.causes.length > 0;

export const pendingTotal = ({ pending }: OverviewMandate): number =>
  pending.new + pending.changed + pending.deleted;

/** Rows of one mandate, by what the list says of them. */
interface Matters {
  readonly all: number;
  /** Of them: files whose link is broken. */
  readonly loose: number;
}

/**
 * The mandates, first what needs a person: errors, broken links, problems, what waits – the longest first –, whose
 * sources have fallen silent, and what is quiet; by name where nothing else tells them apart. Pure, so that the order
 * is the same after every snapshot.
 */
export function orderMandates({ mandates, notifications }: Overview, now: number): readonly ListedMandate[] {
  const matters = new Map<string, Matters>();
  for (const { notification, mandates: concerned } of notifications)
    if (isMatter(notification))
      for (const { id } of concerned) {
        const { all, loose } = matters.get(id) ?? noMatters;
        const isLoose = notification.kind === 'file-detached';
        matters.set(id, { all: all + 1, loose: loose + (isLoose ? 1 : 0) });
      }
  return mandates
    .map((mandate) => {
      const ofIts = matters.get(mandate.id) ?? noMatters;
      return { mandate, matters: ofIts.all, urgency: urgencyOf(mandate, ofIts, now) };
    })
    .sort(
      (a, b) =>
        urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
        compareText(waitingSince(a), waitingSince(b)) ||
        names.compare(a.mandate.name, b.mandate.name) ||
        compareText(a.mandate.id, b.mandate.id),
    );
}

const noMatters: Matters = { all: 0, loose: 0 };

/** Counted from the rows, so that a mark in the list has always a reason that can be read. */
const isMatter = ({ kind, severity }: NotificationMessage): boolean =>
  (severity === 'warning' || severity === 'error') &&
  kind !== 'sync-error' &&
  kind !== 'signed-out' &&
  kind !== 'file-moved';

function urgencyOf(mandate: OverviewMandate, matters: Matters, now: number): Urgency {
  if (isBlocked(mandate)) return 'blocked';
  if (mandate.moved + mandate.missing + matters.loose > 0) return 'loose';
  if (matters.all > 0 || mandate.withProblems > 0) return 'problem';
  if (pendingTotal(mandate) > 0) return 'pending';
  return isSilent(mandate.heardAt, now) ? 'silent' : 'quiet';
}

/** ISO moments sort as text; who waits for nothing comes last. */
const waitingSince = ({ urgency, mandate }: ListedMandate): string =>
  (urgency === 'silent' ? mandate.heardAt : mandate.pendingSince) ?? '9';

const names = new Intl.Collator(['fr', 'de', 'it', 'en'], { numeric: true });
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
