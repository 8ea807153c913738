import { Icon } from '@synchro/sync-react/page-parts';
import type { ReactElement } from 'react';
import { useTexts } from './messages/console-texts.js';

export interface FailureProps {
  readonly text: string;
  readonly onRetry?: () => void;
}

/** Why something could not be had or done, in the place where it is missed, and the way to try again. */
export function Failure({ text, onRetry }: FailureProps): ReactElement {
  const { tb } = useTexts();
  return (
    <p role="alert" className="failed" data-severity="error">
      <Icon severity="error" />
      <span>{text}</span>
      {onRetry === undefined ? null : (
        <button type="button" className="button" onClick={onRetry}>
          {tb('action.retry')}
        </button>
      )}
    </p>
  );
}
