import { memo, useId } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import type { LinkMessage } from '../contract-types.js';
import { CheckBox } from '../dialogs/check-box.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { folderOf, splitPath } from '../link-parts/compare-paths.js';
import type { LinkOption } from '../link-parts/link-options.js';
import { PathText } from '../link-parts/path-text.js';
import type { TranslateDialog } from '../dialogs/dialog-texts.js';
import type { Choice, Row } from './choices.js';
import { placelessText, strayText } from './left-text.js';

export interface MigrationRowProps {
  readonly row: Row;
  /** Said above for all files of the folder. */
  readonly newFolder: string | null;
  /** Why the service refused everything because of it. */
  readonly failure: string | null;
  readonly onChoose: (fileId: string, choice: Choice) => void;
  readonly onPoint: (file: LinkMessage) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** One file: whether it is migrated, to where, and why it is believed to be there. */
function MigrationRowView(props: MigrationRowProps): ReactElement {
  const { row, newFolder, failure, onChoose, onPoint, onFailure } = props;
  const { t } = useDialogTexts();
  const { link, options, chosen, stray, isTicked } = row;
  const noteId = useId();
  const { fileId, name } = link;
  const isElsewhere = chosen !== null && folderOf(chosen.path) !== newFolder;
  return (
    <li className="move" data-file={fileId}>
      {options.length === 0 ? (
        <span className="no-check" />
      ) : (
        <CheckBox
          label={t('migration.select', { name })}
          state={isTicked ? 'all' : 'none'}
          disabled={chosen === null || stray !== null}
          describedBy={noteId}
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
        {isElsewhere ? <PathText path={chosen.path} other={link.path} /> : null}
        <span id={noteId} className={stray === null ? 'hint' : 'hint stray'}>
          {noteText(row, t)}
        </span>
        {failure === null ? null : (
          <span role="alert" className="failure">
            {failure}
          </span>
        )}
        {chosen?.adopts === 'pointed' ? (
          <ActionButton
            className="way-point"
            label={`${t('link.point')} ${name}`}
            onPress={() => onPoint(link)}
            onFailure={onFailure}
          >
            {t('link.point')}
          </ActionButton>
        ) : null}
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
    a.row.stray?.name === b.row.stray?.name &&
    a.row.stray?.folder === b.row.stray?.folder &&
    a.row.options.length === b.row.options.length &&
    a.newFolder === b.newFolder &&
    a.failure === b.failure &&
    a.onPoint === b.onPoint &&
    a.onFailure === b.onFailure &&
    a.onChoose === b.onChoose,
);

function nameText(oldPath: string, chosen: LinkOption | null, t: TranslateDialog): string {
  const { name: old } = splitPath(oldPath);
  const name = chosen === null ? old : splitPath(chosen.path).name;
  return name === old ? old : t('migration.renamed', { old, name });
}

function noteText({ link, options, chosen, stray }: Row, t: TranslateDialog): string {
  if (stray !== null) return strayText(stray, t);
  if (options.length === 0 || link.status === 'copy') return placelessText(link.status, t);
  if (chosen === null) return '';
  if (chosen.adopts === 'pointed') return t('migration.pointed');
  const { certainty, reasons } = chosen;
  if (certainty === 'unknown' || reasons.length === 0)
    return certainty === 'certain' ? t('link.certain.alone') : t('migration.unknown');
  return t(`migration.${certainty}`, { reasons: reasons.map((reason) => t(`reason.${reason}`)).join(', ') });
}
