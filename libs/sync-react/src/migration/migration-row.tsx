import { memo } from 'react';
import type { ReactElement } from 'react';
import { CheckBox } from '../dialogs/check-box.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { folderOf, splitPath } from '../link-parts/compare-paths.js';
import type { LinkOption } from '../link-parts/link-options.js';
import { PathText } from '../link-parts/path-text.js';
import type { TranslateDialog } from '../dialogs/dialog-texts.js';
import type { Choice, Row } from './choices.js';

export interface MigrationRowProps {
  readonly row: Row;
  /** Said above for all files of the folder. */
  readonly newFolder: string | null;
  readonly onChoose: (fileId: string, choice: Choice) => void;
}

/** One file: whether it is migrated, to where, and why it is believed to be there. */
function MigrationRowView({ row, newFolder, onChoose }: MigrationRowProps): ReactElement {
  const { t } = useDialogTexts();
  const { link, options, chosen, isTicked } = row;
  const { fileId, name } = link;
  const isElsewhere = chosen !== null && folderOf(chosen.path) !== newFolder;
  return (
    <li className="move">
      {options.length === 0 ? (
        <span className="no-check" />
      ) : (
        <CheckBox
          label={t('migration.select', { name })}
          state={isTicked ? 'all' : 'none'}
          disabled={chosen === null}
          onChange={(next) => onChoose(fileId, { path: chosen?.path ?? null, isTicked: next })}
        />
      )}
      <div className="move-text">
        <span className="place-name">{nameText(link.path, chosen, t)}</span>
        {options.length < 2 ? null : (
          <select
            aria-label={t('migration.place', { name })}
            value={chosen?.path ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChoose(fileId, { path: value === '' ? null : value, isTicked: value !== '' })
            }
          >
            <option value="">{t('migration.choose')}</option>
            {options.map(({ path }) => (
              <option key={path} value={path}>
                {path}
              </option>
            ))}
          </select>
        )}
        {isElsewhere && options.length === 1 ? <PathText path={chosen.path} other={link.path} /> : null}
        <span className="hint">{noteText(row, t)}</span>
      </div>
    </li>
  );
}

/** Thousands of files may be shown, of which one changes; their rows are derived anew each time. */
export const MigrationRow = memo(
  MigrationRowView,
  (a, b) =>
    a.row.link === b.row.link &&
    a.row.chosen?.path === b.row.chosen?.path &&
    a.row.isTicked === b.row.isTicked &&
    a.newFolder === b.newFolder &&
    a.onChoose === b.onChoose,
);

function nameText(oldPath: string, chosen: LinkOption | null, t: TranslateDialog): string {
  const { name: old } = splitPath(oldPath);
  const name = chosen === null ? old : splitPath(chosen.path).name;
  return name === old ? old : t('migration.renamed', { old, name });
}

function noteText({ link, options, chosen }: Row, t: TranslateDialog): string {
  if (link.status === 'copy') return t('migration.copy');
  if (options.length === 0)
    return link.status === 'other-file'
      ? t('migration.other-file')
      : `${t('migration.missing')} – ${t('migration.missing.hint')}`;
  if (chosen === null) return '';
  const { certainty, reasons } = chosen;
  if (certainty === 'unknown' || reasons.length === 0)
    return certainty === 'certain' ? t('link.certain.alone') : t('migration.unknown');
  return t(`migration.${certainty}`, { reasons: reasons.map((reason) => t(`reason.${reason}`)).join(', ') });
}
