import type { PendingCounts } from '@synchro/sync-core/domain';
import type { BannerTranslator } from '../messages/load-banner-messages.js';

const changes = ['new', 'changed', 'deleted'] as const;

/**
 * What waits, in one sentence: parts that are zero are left out, and the noun stands once – with the first part in
 * French and Italian (`3 nouvelles écritures, 1 supprimée en attente`), with the last in German and English
 * (`3 neue, 1 gelöschte Buchung zu verbuchen`).
 */
export function pendingText(t: BannerTranslator, counts: PendingCounts): string {
  const present = changes.filter((change) => counts[change] > 0);
  const nounAt = t('pending.noun') === 'first' ? 0 : present.length - 1;
  const parts = present.map((change, i) =>
    t(i === nounAt ? `pending.${change}` : `pending.${change}.short`, { count: counts[change] }),
  );
  return t('pending.text', { parts: parts.join(', ') });
}
