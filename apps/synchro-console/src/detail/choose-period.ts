import type { MandateFileMessage } from '../contract-types.js';
import type { AccountingStatus } from './use-accounting-statuses.js';

/** The accounting files of a mandate, the latest fiscal period first; without a period by name, at the end. */
export function accountingFiles(files: readonly MandateFileMessage[]): readonly MandateFileMessage[] {
  const begin = ({ period }: MandateFileMessage) => period?.begin ?? '';
  return files
    .filter(({ role }) => role === 'accounting')
    .toSorted((a, b) => begin(b).localeCompare(begin(a)) || a.name.localeCompare(b.name));
}

export const pendingIn = (snapshot: AccountingStatus['snapshot']): number =>
  snapshot === null ? 0 : snapshot.pending.new + snapshot.pending.changed + snapshot.pending.deleted;

/**
 * The accounting file that is shown: the one that the address names, else the first in which something waits, else
 * the latest. `null` while it is not yet known which one that is, so that the choice does not jump under the hand.
 */
export function choosePeriod(
  statuses: readonly AccountingStatus[],
  asked: string | null,
): AccountingStatus | null {
  const named = statuses.find(({ file }) => file.id === asked);
  if (named !== undefined) return named;
  if (statuses.length > 1 && statuses.some(({ snapshot, error }) => snapshot === null && error === null))
    return null;
  return statuses.find(({ snapshot }) => pendingIn(snapshot) > 0) ?? statuses[0] ?? null;
}
