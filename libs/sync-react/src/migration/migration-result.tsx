import type { ReactElement } from 'react';
import type { RestoredLinks } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { PathText } from '../link-parts/path-text.js';

export interface MigrationResultProps {
  readonly restored: RestoredLinks['restored'];
  readonly left: number;
  readonly onClose: () => void;
}

/** What was restored, file by file, and how many still are not where the mandate says. */
export function MigrationResult({ restored, left, onClose }: MigrationResultProps): ReactElement {
  const { t, tb } = useDialogTexts();
  return (
    <>
      <div className="modal-body">
        <p role="status" className="lead done">
          {t('migration.done', { n: restored.length })}
        </p>
        <ul className="restored">
          {restored.map(({ fileId, from, to }) => (
            <li key={fileId}>
              <PathText path={to} other={from} />
            </li>
          ))}
        </ul>
        {left === 0 ? null : <p className="hint">{t('migration.left', { n: left })}.</p>}
      </div>
      <footer className="modal-foot">
        <button type="button" className="button primary" onClick={onClose}>
          {tb('close')}
        </button>
      </footer>
    </>
  );
}
