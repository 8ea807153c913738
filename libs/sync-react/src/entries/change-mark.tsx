import type { ReactElement } from 'react';
import { Drawing } from '../banner/icon.js';
import type { Change } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';

/** Plus, pencil, minus: told apart by shape and word, not by colour. */
const shapes: Readonly<Record<Change, string>> = {
  new: 'M9 3v12M3 9h12',
  changed: 'M3 15l1-4 8-8 3 3-8 8ZM10.5 4.5l3 3',
  deleted: 'M3 9h12',
};

/** The cell that says whether an entry is new, changed or deleted. */
export function ChangeMark({ change }: { readonly change: Change }): ReactElement {
  const { t } = useDialogTexts();
  return (
    <span role="gridcell" className="cell change" data-change={change}>
      <Drawing path={shapes[change]} />
      {t(`change.${change}`)}
    </span>
  );
}
