import { useId } from 'react';
import type { ReactElement } from 'react';
import { CheckBox } from '../dialogs/check-box.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { comparePaths } from '../link-parts/compare-paths.js';
import { FolderText } from '../link-parts/path-text.js';
import { isCertain } from './choices.js';
import type { Choice, Row } from './choices.js';
import type { RowGroup } from './group-rows.js';
import { MigrationRow } from './migration-row.js';

export interface MigrationGroupProps {
  readonly group: RowGroup;
  readonly onChoose: (fileId: string, choice: Choice) => void;
}

/** The files of one folder, which are ticked and unticked together as far as they are certain. */
export function MigrationGroup({ group, onChoose }: MigrationGroupProps): ReactElement {
  const { t } = useDialogTexts();
  const { folder, newFolder, rows } = group;
  const certain = rows.filter(isCertain);
  const headingId = useId();
  return (
    <section className="folder" aria-labelledby={headingId}>
      <div className="folder-head">
        {certain.length < 2 ? (
          <span className="no-check" />
        ) : (
          <CheckBox
            label={t('migration.select-all', { folder })}
            state={stateOf(certain)}
            onChange={(isTicked) => {
              for (const { link, chosen } of certain)
                onChoose(link.fileId, { path: chosen?.path ?? null, isTicked });
            }}
          />
        )}
        <h3 id={headingId}>
          <FolderText parts={comparePaths(folder, newFolder ?? folder).folder} />
          {newFolder === null ? null : (
            <span className="new-folder">
              <span aria-hidden="true">→ </span>
              <span className="unseen">{t('migration.new-folder', { folder: '' })}</span>
              <FolderText parts={comparePaths(newFolder, folder).folder} />
            </span>
          )}
        </h3>
      </div>
      <ul>
        {rows.map((row) => (
          <MigrationRow key={row.link.fileId} row={row} newFolder={newFolder} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  );
}

function stateOf(rows: readonly Row[]): 'all' | 'some' | 'none' {
  const ticked = rows.filter(({ isTicked }) => isTicked).length;
  if (ticked === 0) return 'none';
  return ticked === rows.length ? 'all' : 'some';
}
