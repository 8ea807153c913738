import type { Notification, Severity } from './notification.js';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, success: 3 };

/** The order in which a banner tells several things at once (ui.md B5): what can be done, what is worst, what is oldest [N10]. */
export function sortNotifications(notifications: readonly Notification[]): readonly Notification[] {
  return notifications.toSorted(compareNotifications);
}

/** What the order depends on; whatever else is told, and by which button, does not matter to it. */
type Ordered = Pick<Notification, 'id' | 'since' | 'severity'> & { readonly action: string | null };

export function compareNotifications(a: Ordered, b: Ordered): number {
  return (
    Number(a.action === null) - Number(b.action === null) ||
    RANK[a.severity] - RANK[b.severity] ||
    compareText(a.since, b.since) ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
