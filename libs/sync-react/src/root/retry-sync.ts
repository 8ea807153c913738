import type { SynchroClient } from '@synchro/sync-core/client';
import { errorText } from '../dialogs/error-text.js';
import { createTranslate } from '../messages/create-translate.js';
import type { TranslateBanner } from '../messages/banner-messages.js';
import { loadDialogMessages } from '../messages/dialog-messages.js';
import type { Locale } from '../messages/locale.js';
import { ExplainedError } from './explained-error.js';

/**
 * *Réessayer* of a banner. The words for what can go wrong come with the dialogs' texts, which a banner has no use for
 * before it does; so does this.
 *
 * @throws {ExplainedError} why it was not possible, in the user's words
 */
export async function retrySync(
  client: SynchroClient,
  mandateId: string,
  { locale, t }: { readonly locale: Locale; readonly t: TranslateBanner },
): Promise<void> {
  try {
    await client.call('retrySync', { body: { mandates: [mandateId] } });
  } catch (cause) {
    const texts = createTranslate(locale, await loadDialogMessages(locale));
    throw new ExplainedError(errorText(cause, texts, t), { cause });
  }
}
