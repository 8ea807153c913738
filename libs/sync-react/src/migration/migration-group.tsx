import { useId } from 'react';
import type { ReactElement } from 'react';
import { CheckBox } from '../dialogs/check-box.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import type { LinkMessage } from '../contract-types.js';
import { FolderChange } from '../link-parts/folder-change.js';
import { isCertain } from './choices.js';
import type { Choice, Row } from './choices.js';
import type { RowGroup } from './group-rows.js';
import type { RowFailure } from './migration-list.js';
import { MigrationRow } from './migration-row.js';

export interface MigrationGroupProps {
  readonly group: RowGroup;
  readonly rowFailure: RowFailure | null;
  readonly onChoose: (fileId: string, choice: Choice) => void;
  readonly onPoint: (file: LinkMessage) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** The files of one folder, which are ticked and unticked together as far as they are certain. */
export function MigrationGroup(props: MigrationGroupProps): ReactElement {
  const { group, rowFailure, onChoose, onPoint, onFailure } = props;
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
            state={stateOf(certain.filter(({ stray }) => stray === null))}
            onChange={(isTicked) => {
              for (const { link, chosen } of certain)
                onChoose(link.fileId, { path: chosen?.path ?? null, isTicked });
            }}
          />
        )}
        <h3 id={headingId}>
          <FolderChange folder={folder} newFolder={newFolder} />
        </h3>
      </div>
      <ul>
        {rows.map((row) => (
          <MigrationRow
            key={row.link.fileId}
            row={row}
            newFolder={newFolder}
            failure={rowFailure?.fileId === row.link.fileId ? rowFailure.text : null}
            onChoose={onChoose}
            onPoint={onPoint}
            onFailure={onFailure}
          />
        ))}
      </ul>
    </section>
  );
}

function stateOf(rows: readonly Row[]): 'all' | 'some' | 'none' {
  if (rows.length === 0) return 'none';
  const ticked = rows.filter(({ isTicked }) => isTicked).length;
  if (ticked === 0) return 'none';
  return ticked === rows.length ? 'all' : 'some';
}
