import type { LinkMessage } from '../contract-types.js';
import type { TranslateDialog } from '../dialogs/dialog-texts.js';
import { linkOptions } from '../link-parts/link-options.js';

/** What has changed since a link was shown, so that nothing was restored; `null` where the link itself says it all. */
export function outdatedText(
  before: LinkMessage,
  after: LinkMessage,
  chosenPath: string,
  t: TranslateDialog,
): string | null {
  if (after.status === 'linked') return null;
  if (after.path !== before.path) return t('link.outdated.from', { path: after.path });
  const options = linkOptions(after, null);
  if (options.some(({ path }) => path === chosenPath)) return t('link.outdated.same');
  const [first] = options;
  return first === undefined ? t('link.outdated.gone') : t('link.outdated.found', { path: first.path });
}
