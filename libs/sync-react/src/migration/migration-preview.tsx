import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { linkErrorText } from '../link-parts/link-error-text.js';
import { LinkFrame } from '../link-parts/link-frame.js';
import { MoveList } from '../link-parts/move-list.js';
import { movesOf } from './choices.js';
import type { Row } from './choices.js';
import { LeftList } from './left-list.js';

export interface MigrationPreviewProps {
  readonly rows: readonly Row[];
  /** A rejection is told here. */
  readonly onConfirm: () => Promise<void>;
  readonly onBack: () => void;
}

/** What the mandate will say afterwards, and what stays as it is, before anything is done. */
export function MigrationPreview({ rows, onConfirm, onBack }: MigrationPreviewProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const [failure, setFailure] = useState<string | null>(null);
  const moves = movesOf(rows).map(({ fileId, from, path }) => ({ fileId, from, to: path }));
  return (
    <LinkFrame
      notice={null}
      isLoaded
      loadError={null}
      failure={failure}
      focusOn=".lead"
      foot={
        <>
          <ActionButton
            className="primary"
            onPress={async () => {
              setFailure(null);
              await onConfirm();
            }}
            onFailure={(refusal) => setFailure(linkErrorText(refusal, t, tb))}
          >
            {t('migration.confirm', { n: moves.length })}
          </ActionButton>
          <button type="button" className="button" onClick={onBack}>
            {t('migration.back')}
          </button>
        </>
      }
    >
      <p className="lead" tabIndex={-1}>
        {t('migration.preview.lead', { n: moves.length })}
      </p>
      <MoveList moves={moves} />
      <LeftList rows={rows.filter(({ isTicked }) => !isTicked)} />
    </LinkFrame>
  );
}
