import type { ReactElement } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { splitPath } from '../link-parts/compare-paths.js';
import type { Row } from './choices.js';
import { leftText } from './left-text.js';

/** The files that stay as they are, each with the reason. */
export function LeftList({ rows }: { readonly rows: readonly Row[] }): ReactElement | null {
  const { t } = useDialogTexts();
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="left-title">{t('migration.left', { n: rows.length })}</h3>
      <ul className="left">
        {rows.map((row) => (
          <li key={row.link.fileId} className="move">
            <span className="place-name">{splitPath(row.link.path).name}</span>
            <span className="hint">{leftText(row, t)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
