import type { ReactElement } from 'react';
import type { LinkCandidate } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';

export interface AlongFilesProps {
  readonly along: LinkCandidate['along'];
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

/** The mandate's other files that moved with it: a folder that was moved is put right in one step. */
export function AlongFiles({ along, isTicked, onTick }: AlongFilesProps): ReactElement {
  const { t } = useDialogTexts();
  const n = along.length;
  return (
    <div className="along">
      <label className="tick">
        <input type="checkbox" checked={isTicked} onChange={(event) => onTick(event.currentTarget.checked)} />
        <span>{t('link.along', { n })}</span>
      </label>
      <details>
        <summary>{t('link.along.names', { n })}</summary>
        <ul>
          {along.map(({ fileId, name }) => (
            <li key={fileId}>{name}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
