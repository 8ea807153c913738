import type { ReactElement } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';

export interface ChangedValueProps {
  readonly before: string | undefined;
  readonly after: string;
}

/** A value, with what it was beside it where it has changed; a screen reader hears a sentence instead of an arrow. */
export function ChangedValue({ before, after }: ChangedValueProps): ReactElement {
  const { t } = useDialogTexts();
  if (before === undefined || before === after) return <>{after}</>;
  const said = (value: string) => (value === '' ? t('empty-value') : value);
  return (
    <>
      <span className="unseen">{t('was', { before: said(before), after: said(after) })}</span>
      <span aria-hidden="true" className="changed-value">
        <del>{said(before)}</del> → <ins>{said(after)}</ins>
      </span>
    </>
  );
}
