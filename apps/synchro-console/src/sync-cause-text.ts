import { sinceText } from '@synchro/sync-react/page-parts';
import type { TranslateBanner } from '@synchro/sync-react/page-parts';
import type { SyncCause } from './contract-types.js';
import type { TranslateConsole } from './messages/console-messages.js';

/** Why a mandate cannot be synchronised, and since when. */
export function syncCauseText(
  cause: SyncCause,
  t: TranslateConsole,
  tb: TranslateBanner,
  now: number,
): string {
  const since = sinceText(cause.since, tb, now);
  return t(`sync.${cause.code === 'refused' ? cause.reason : cause.code}`, { since });
}
