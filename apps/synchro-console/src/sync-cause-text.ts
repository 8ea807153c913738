import { sinceText } from '@synchro/sync-react/page-parts';
import type { SyncCause } from './contract-types.js';
import type { Texts } from './messages/console-texts.js';

/** Why a mandate cannot be synchronised – all of it, whatever the number of causes –, and since when. */
export function syncCauseText(causes: readonly [SyncCause, ...SyncCause[]], { t, tb, now }: Texts): string {
  // ISO moments sort as text.
  const since = causes.map((cause) => cause.since).reduce((a, b) => (a < b ? a : b));
  const words = causes.map((cause) => tb(`cause.${cause.code === 'refused' ? cause.reason : cause.code}`));
  return t('sync.cause', { cause: words.join(', '), since: sinceText(since, tb, now()) });
}

/** Whether there is one, for the types. */
export const hasCause = (causes: readonly SyncCause[]): causes is [SyncCause, ...SyncCause[]] =>
  causes.length > 0;
