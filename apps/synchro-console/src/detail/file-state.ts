import { sinceText } from '@synchro/sync-react/page-parts';
import type { MandateFileMessage } from '../contract-types.js';
import type { Texts } from '../messages/console-texts.js';

export interface FileState {
  readonly severity: 'warning' | 'success';
  readonly text: string;
}

/** How a file stands, worst first: that it is not where the mandate says tells more than that it cannot be read there. */
export function fileState({ link, trouble }: MandateFileMessage, { t, tb, now }: Texts): FileState {
  if (link !== 'linked' && !(link === 'missing' && trouble !== null))
    return { severity: 'warning', text: t(`link.${link}`) };
  if (trouble !== null) {
    const since = sinceText(trouble.since, tb, now());
    return { severity: 'warning', text: t(`trouble.${trouble.kind}`, { since }) };
  }
  return { severity: 'success', text: t('link.linked') };
}
