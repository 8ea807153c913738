import type { PendingCountsMessage } from '../contract-types.js';
import type { Translate } from '../messages/create-translate.js';

const changes = ['new', 'changed', 'deleted'] as const;

/**
 * `3 nouvelles écritures, 1 supprimée en attente`: parts that are zero are left out, and the noun stands once.
 *
 * Whether it stands with the first part (French, Italian) or with the last (German, English) each language says in
 * its messages, which are told the place of their part; it agrees with the number beside it.
 */
export function pendingText(
  counts: PendingCountsMessage,
  t: Translate<'pending.new' | 'pending.changed' | 'pending.deleted' | 'pending.text'>,
): string {
  return t('pending.text', { parts: pendingParts(counts, t) });
}

/** The same without its verb: `3 nouvelles écritures, 1 supprimée`; empty if there are none. */
export function pendingParts(
  counts: PendingCountsMessage,
  t: Translate<'pending.new' | 'pending.changed' | 'pending.deleted'>,
): string {
  const present = changes.filter((change) => counts[change] > 0);
  return present
    .map((change, i) =>
      t(`pending.${change}`, {
        n: counts[change],
        first: i === 0 ? 'yes' : 'no',
        last: i === present.length - 1 ? 'yes' : 'no',
      }),
    )
    .join(', ');
}
