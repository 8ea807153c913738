import { sinceText } from '@synchro/sync-react/page-parts';
import type { SyncCause } from './contract-types.js';
import type { Texts } from './messages/console-texts.js';

/** Why a mandate cannot be synchronised, and since when. */
export function syncCauseText(cause: SyncCause, { t, tb, now }: Texts): string {
  const since = sinceText(cause.since, tb, now());
  return t('sync.cause', {
    cause: tb(`cause.${cause.code === 'refused' ? cause.reason : cause.code}`),
    since,
  });
}
