import { ActionButton } from '@synchro/sync-react/page-parts';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../messages/console-texts.js';
import { pendingOfRefusal } from './pending-of-refusal.js';

export interface ConfirmCommandProps {
  /** What waits as it is known when the question is asked. */
  readonly pending: number;
  /** What will happen, for so many entries that wait. */
  readonly explain: (pending: number) => ReactNode;
  /** On the button. */
  readonly action: string;
  /** Does it, for what was shown to wait. */
  readonly onConfirm: (pendingSeen: number) => Promise<void>;
  readonly onClose: () => void;
}

/**
 * The question before something ends: what will happen, and what waits. What was shown goes along with the command, so
 * where more has come meanwhile nothing is done, the new number is shown, and the question is asked again.
 */
export function ConfirmCommand(props: ConfirmCommandProps): ReactElement {
  const { pending, explain, action, onConfirm, onClose } = props;
  const { t, explain: explainError } = useTexts();
  const [seen, setSeen] = useState(pending);
  const [notice, setNotice] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const confirm = async () => {
    setNotice(null);
    setFailure(null);
    try {
      await onConfirm(seen);
    } catch (error) {
      const newer = pendingOfRefusal(error);
      if (newer === null) throw error;
      setSeen(newer);
      setNotice(t('confirm.outdated', { n: newer }));
    }
  };
  return (
    <>
      <div className="modal-body command-body">
        {notice === null ? null : (
          <p role="alert" className="notice">
            {notice}
          </p>
        )}
        {explain(seen)}
        {failure === null ? null : (
          <p role="alert" className="failure">
            {failure}
          </p>
        )}
      </div>
      <footer className="modal-foot">
        <ActionButton
          className="primary"
          onPress={confirm}
          onFailure={(error) => setFailure(explainError(error))}
        >
          {action}
        </ActionButton>
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </footer>
    </>
  );
}
