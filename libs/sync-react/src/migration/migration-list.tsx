import { useId, useMemo } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import type { LinkMessage } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { LinkFrame } from '../link-parts/link-frame.js';
import { isLost, movesOf } from './choices.js';
import { groupRows } from './group-rows.js';
import { LostSection } from './lost-section.js';
import { MigrationGroup } from './migration-group.js';
import type { MigrationChoices } from './use-choices.js';

/** What the service says of one file, or why it refused everything because of it. */
export interface RowFailure {
  readonly fileId: string;
  readonly text: string;
}

export interface MigrationListProps {
  readonly choices: MigrationChoices;
  readonly isLoaded: boolean;
  readonly loadError: Error | null;
  readonly notice: string | null;
  readonly failure: string | null;
  readonly rowFailure: RowFailure | null;
  readonly focusOn: string | null;
  readonly canSearch: boolean;
  readonly onPoint: (file: LinkMessage) => Promise<void>;
  readonly onSearch: (files: readonly LinkMessage[]) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
  readonly onLookAgain: () => Promise<void>;
  readonly onPreview: () => void;
  readonly onClose: () => void;
}

/** Every file that is not where the mandate says: where it may be, whether it is migrated, and what is found nowhere. */
export function MigrationList(props: MigrationListProps): ReactElement {
  const { choices, isLoaded, loadError, notice, failure, rowFailure, focusOn, canSearch } = props;
  const { onPoint, onSearch, onFailure, onLookAgain, onPreview, onClose } = props;
  const { rows, unsought, choose, seek } = choices;
  const { t, tb } = useDialogTexts();
  const hintId = useId();
  const moves = movesOf(rows).length;
  const left = rows.length - moves;
  const lost = rows.filter(isLost);
  const groups = useMemo(() => groupRows(rows.filter((row) => !isLost(row))), [rows]);
  const noneText = t(lost.length === rows.length ? 'migration.lost.all' : 'migration.none-selected');
  const hint =
    rows.length === 0 || left === 0
      ? null
      : { id: hintId, text: moves === 0 ? noneText : t('migration.left', { n: left }) };
  return (
    <LinkFrame
      notice={notice}
      isLoaded={isLoaded}
      loadError={loadError}
      failure={failure}
      hint={hint}
      focusOn={focusOn}
      foot={
        <>
          {!isLoaded ? (
            <ActionButton onPress={onLookAgain}>{t('link.look-again')}</ActionButton>
          ) : rows.length === 0 ? null : (
            <ActionButton
              className="primary way-preview"
              disabled={moves === 0}
              describedBy={hint?.id}
              onPress={onPreview}
            >
              {t('migration.preview')}
            </ActionButton>
          )}
          <button type="button" className="button" onClick={onClose}>
            {rows.length === 0 ? tb('close') : t('cancel')}
          </button>
        </>
      }
    >
      <p className="lead" tabIndex={-1}>
        {rows.length === 0 ? t('migration.empty') : t('migration.intro', { n: rows.length })}
      </p>
      {groups.map((group) => (
        <MigrationGroup
          key={group.folder}
          group={group}
          rowFailure={rowFailure}
          onChoose={choose}
          onPoint={onPoint}
          onFailure={onFailure}
        />
      ))}
      {lost.length === 0 ? null : (
        <LostSection
          rows={lost}
          unsought={unsought}
          onSeek={seek}
          canSearch={canSearch}
          onPoint={onPoint}
          onSearch={onSearch}
          onFailure={onFailure}
        />
      )}
    </LinkFrame>
  );
}
