import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { CheckBox } from '../dialogs/check-box.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import type { LinkMessage } from '../contract-types.js';
import { PathText } from '../link-parts/path-text.js';
import type { Row } from './choices.js';
import { placelessText } from './left-text.js';

export interface LostSectionProps {
  readonly rows: readonly Row[];
  /** The files that are not to be looked for. */
  readonly unsought: ReadonlySet<string>;
  readonly onSeek: (fileIds: readonly string[], isSought: boolean) => void;
  readonly canSearch: boolean;
  readonly onPoint: (file: LinkMessage) => Promise<void>;
  readonly onSearch: (files: readonly LinkMessage[]) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** The files that are found nowhere: a person points to each, or has a folder searched for those that are ticked. */
export function LostSection(props: LostSectionProps): ReactElement {
  const { rows, unsought, onSeek, canSearch, onPoint, onSearch, onFailure } = props;
  const { t } = useDialogTexts();
  const [isAsked, setAsked] = useState(false);
  const headingId = useId();
  const sought = rows.filter(({ link }) => !unsought.has(link.fileId)).map(({ link }) => link);
  const ids = rows.map(({ link }) => link.fileId);
  const search = async () => {
    setAsked(sought.length === 0);
    if (sought.length > 0) await onSearch(sought);
  };
  return (
    <section className="folder lost" aria-labelledby={headingId}>
      <div className="folder-head">
        {canSearch && rows.length > 1 ? (
          <CheckBox
            label={t('migration.look-for-all')}
            state={sought.length === rows.length ? 'all' : sought.length === 0 ? 'none' : 'some'}
            onChange={(isSought) => onSeek(ids, isSought)}
          />
        ) : (
          <span className="no-check" />
        )}
        <div className="move-text">
          <h3 id={headingId}>{t('migration.lost', { n: rows.length })}</h3>
          <span className="hint">{t(canSearch ? 'migration.lost.search' : 'migration.lost.point')}</span>
        </div>
      </div>
      <ul>
        {rows.map(({ link }) => (
          <li key={link.fileId} className="move" data-file={link.fileId}>
            {canSearch ? (
              <CheckBox
                label={t('migration.look-for', { name: link.name })}
                state={unsought.has(link.fileId) ? 'none' : 'all'}
                onChange={(isSought) => onSeek([link.fileId], isSought)}
              />
            ) : (
              <span className="no-check" />
            )}
            <div className="move-text">
              <PathText path={link.path} other={link.path} />
              <span className="hint">{placelessText(link.status, t)}</span>
              <ActionButton
                className="way-point"
                label={`${t('link.point')} ${link.name}`}
                onPress={() => onPoint(link)}
                onFailure={onFailure}
              >
                {t('link.point')}
              </ActionButton>
            </div>
          </li>
        ))}
      </ul>
      {canSearch ? (
        <div className="ways">
          <ActionButton className="way-search" onPress={search} onFailure={onFailure}>
            {t('link.search')}
          </ActionButton>
          {isAsked && sought.length === 0 ? (
            <p role="alert" className="failure">
              {t('migration.look-for-first')}
            </p>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
