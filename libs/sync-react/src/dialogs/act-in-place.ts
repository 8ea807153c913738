import type { SynchroClient } from '@synchro/sync-core/client';
import type { BannerItem } from '../banner/banner-item.js';
import { createTranslate } from '../messages/create-translate.js';
import type { TranslateBanner } from '../messages/banner-messages.js';
import { loadDialogMessages } from '../messages/dialog-messages.js';
import type { Locale } from '../messages/locale.js';
import { ExplainedError } from '../root/explained-error.js';
import { errorText } from './error-text.js';

/**
 * What a banner does without a dialog: *Réessayer*, and *Annuler* of a restored link. The words for what can go wrong
 * come with the dialogs' texts, which a banner has no use for before it does; so does this.
 *
 * @throws {ExplainedError} why it was not possible, in the user's words
 */
export async function actInPlace(
  client: SynchroClient,
  mandateId: string,
  item: BannerItem,
  { locale, t }: { readonly locale: Locale; readonly t: TranslateBanner },
): Promise<void> {
  try {
    if (item.kind === 'link-restored')
      await client.call('undoLinkChange', { params: { mandateId, changeId: item.changeId } });
    else await client.call('retrySync', { body: { mandates: [mandateId] } });
  } catch (cause) {
    const texts = createTranslate(locale, await loadDialogMessages(locale));
    throw new ExplainedError(errorText(cause, texts, t), { cause });
  }
}
