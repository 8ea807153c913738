import { CallError } from '@synchro/sync-core/client';
import type { TranslateDialog } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import type { TranslateBanner } from '../messages/banner-messages.js';

/** Why links were not corrected, and what to do; some refusals mean something else here than where entries are posted. */
export function linkErrorText(error: unknown, t: TranslateDialog, tb: TranslateBanner): string {
  if (error instanceof CallError) {
    const { machine, folder } = error.details;
    if (error.code === 'held-elsewhere')
      return t('link.error.held-elsewhere', { machine: typeof machine === 'string' ? machine : '' });
    if (error.code === 'not-beside-accounting' && typeof folder === 'string')
      return t('link.error.not-beside-accounting', { folder });
  }
  return errorText(error, t, tb);
}
