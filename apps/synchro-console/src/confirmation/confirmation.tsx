import { Icon } from '@synchro/sync-react/page-parts';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { CloseIcon } from '../icons.js';
import { useTexts } from '../messages/console-texts.js';
import type { Said } from './use-confirmation.js';

export interface ConfirmationProps {
  readonly said: Said | null;
  readonly onDismiss: () => void;
}

/** What was done, in a line above the page, without a pause: it is told politely, and can be put away. */
export function Confirmation({ said, onDismiss }: ConfirmationProps): ReactElement {
  const { tb } = useTexts();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said?.takesFocus === true) line.current?.focus();
  }, [said]);
  return (
    <div className="confirmation">
      <div role="status">
        {said === null ? null : (
          <p ref={line} tabIndex={-1} data-severity="success">
            <Icon severity="success" />
            <span>{said.text}</span>
          </p>
        )}
      </div>
      {said === null ? null : (
        <button
          type="button"
          className="button plain icon-button"
          aria-label={tb('close')}
          title={tb('close')}
          onClick={onDismiss}
        >
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
