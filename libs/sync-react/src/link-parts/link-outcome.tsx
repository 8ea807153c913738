import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { ActionButton } from '../banner/action-button.js';
import type { RestoredLinks } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { useUndoLinkChange } from '../hooks/use-undo-link-change.js';
import { linkErrorText } from './link-error-text.js';
import { LinkFrame } from './link-frame.js';
import { MoveList } from './move-list.js';

export interface LinkOutcomeProps {
  readonly mandateId: string;
  readonly outcome: RestoredLinks;
  /** How much is undone at once: *Annuler*, or *Annuler la migration*. */
  readonly kind: 'link' | 'migration';
  /** Whether the service can `undo-link`. */
  readonly canUndo: boolean;
  /** What is left over, below what was restored. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** What was corrected, with the way back; closing is one key, because the button for it has the focus. */
export function LinkOutcome(props: LinkOutcomeProps): ReactElement {
  const { mandateId, outcome, kind, canUndo, children, onClose } = props;
  const { changeId, restored } = outcome;
  const { t, tb } = useDialogTexts();
  const undo = useUndoLinkChange(mandateId);
  const [isUndone, setUndone] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const close = useRef<HTMLButtonElement>(null);
  const saidId = useId();
  // The button that was pressed has gone.
  useEffect(() => close.current?.focus(), [isUndone]);

  const press = async () => {
    setFailure(null);
    await undo.mutateAsync(changeId);
    setUndone(true);
  };
  const n = restored.length;
  return (
    <LinkFrame
      notice={null}
      isLoaded
      loadError={null}
      failure={failure}
      foot={
        <>
          {canUndo && !isUndone ? (
            <ActionButton onPress={press} onFailure={(error) => setFailure(linkErrorText(error, t, tb))}>
              {kind === 'link' ? tb('action.undo-link') : t('migration.undo')}
            </ActionButton>
          ) : null}
          <button
            ref={close}
            type="button"
            className="button primary"
            aria-describedby={saidId}
            onClick={onClose}
          >
            {tb('close')}
          </button>
        </>
      }
    >
      <p id={saidId} role="status" className="lead">
        {isUndone
          ? t(`${kind}.undone`, { n })
          : kind === 'link'
            ? t('link.done', { n })
            : t('migration.done', { n })}
      </p>
      {isUndone ? null : (
        <>
          <MoveList moves={restored} />
          {children}
        </>
      )}
    </LinkFrame>
  );
}
