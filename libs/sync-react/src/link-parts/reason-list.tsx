import type { ReactElement } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import type { LinkOption } from './link-options.js';

/** Why a file is believed to be the one that is looked for, and how sure that is, in words. */
export function ReasonList({ certainty, reasons }: Pick<LinkOption, 'certainty' | 'reasons'>): ReactElement {
  const { t } = useDialogTexts();
  if (reasons.length === 0)
    return <>{t(certainty === 'unknown' ? 'link.unknown' : `link.${certainty}.alone`)}</>;
  return (
    <>
      {t(`link.${certainty === 'unknown' ? 'likely' : certainty}`)}
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{t(`reason.${reason}`)}</li>
        ))}
      </ul>
    </>
  );
}
