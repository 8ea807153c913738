import { CallError } from '@synchro/sync-core/client';
import { pendingParts } from '../banner/pending-text.js';
import type { PendingCountsMessage } from '../contract-types.js';
import type { TranslateDialog } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import type { TranslateBanner } from '../messages/banner-messages.js';

export interface PostingFailure {
  readonly text: string;
  /** Newer than the one that was seen, if the refusal tells it. */
  readonly revision: number | null;
}

/** Why nothing was posted; where the entries have changed meanwhile, with what is pending now. */
export function postingFailure(error: unknown, t: TranslateDialog, tb: TranslateBanner): PostingFailure {
  const refusal = error instanceof CallError ? error : null;
  const details = refusal?.details ?? {};
  const revision = typeof details['revision'] === 'number' ? details['revision'] : null;
  switch (refusal?.code) {
    case 'revision-outdated': {
      const pending = pendingOf(details['pending']);
      if (pending === null) return { text: errorText(error, t, tb), revision };
      const parts = pendingParts(pending, tb);
      return { text: parts === '' ? t('outdated.none') : t('outdated', { parts }), revision };
    }
    case 'entries-not-pending': {
      const { entries } = details;
      if (!Array.isArray(entries)) return { text: errorText(error, t, tb), revision };
      return { text: t('no-longer-pending', { n: entries.length }), revision };
    }
    default:
      return { text: errorText(error, t, tb), revision };
  }
}

function pendingOf(value: unknown): PendingCountsMessage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { new: created, changed, deleted } = value as Record<string, unknown>;
  if (typeof created !== 'number' || typeof changed !== 'number' || typeof deleted !== 'number') return null;
  return { new: created, changed, deleted };
}
