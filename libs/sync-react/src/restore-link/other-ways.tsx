import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';

export interface OtherWaysProps {
  /** Whether nothing was found so far. */
  readonly isLost: boolean;
  readonly canSearch: boolean;
  readonly onPoint: () => Promise<void>;
  readonly onSearch: () => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** What a person who knows more can do: point to the file, or say where to search. */
export function OtherWays(props: OtherWaysProps): ReactElement {
  const { isLost, canSearch, onPoint, onSearch, onFailure } = props;
  const { t } = useDialogTexts();
  return (
    <div className="ways">
      <p className="hint">{t(isLost ? 'link.ways.missing' : 'link.ways.other')}</p>
      <ActionButton className="way-point" onPress={onPoint} onFailure={onFailure}>
        {t('link.point')}
      </ActionButton>
      {canSearch ? (
        <ActionButton className="way-search" onPress={onSearch} onFailure={onFailure}>
          {t('link.search')}
        </ActionButton>
      ) : null}
    </div>
  );
}
