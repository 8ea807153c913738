import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';

export interface AlreadyPostedProps {
  readonly selectedCount: number;
  /** Entries with problems that could be marked as well: the accounting has them, so the problems do not matter. */
  readonly problemCount: number;
  readonly failure: string | null;
  readonly onConfirm: (withProblems: boolean) => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks before entries are marked as already posted: it explains what that means, because it exports nothing. */
export function AlreadyPosted(props: AlreadyPostedProps): ReactElement {
  const { selectedCount, problemCount, failure, onConfirm, onCancel } = props;
  const { t } = useDialogTexts();
  const [withProblems, setWithProblems] = useState(selectedCount === 0);
  const count = selectedCount + (withProblems ? problemCount : 0);
  const explanation = useRef<HTMLParagraphElement>(null);
  const explanationId = useId();
  useEffect(() => explanation.current?.focus(), []);
  return (
    <footer className="post-foot" role="group" aria-labelledby={explanationId}>
      <div className="post-facts">
        <p ref={explanation} id={explanationId} tabIndex={-1} className="question">
          {t('already.explain', { n: count })}
        </p>
        {problemCount === 0 ? null : (
          <label className="fact">
            <input
              type="checkbox"
              className="check"
              checked={withProblems}
              onChange={(event) => setWithProblems(event.currentTarget.checked)}
            />
            {t('already.include', { n: problemCount })}
          </label>
        )}
        {failure === null ? null : (
          <span className="failure" role="alert">
            {failure}
          </span>
        )}
      </div>
      <div className="post-buttons">
        <button type="button" className="button" onClick={onCancel}>
          {t('cancel')}
        </button>
        <ActionButton className="primary" disabled={count === 0} onPress={() => onConfirm(withProblems)}>
          {t('already.confirm')}
        </ActionButton>
      </div>
    </footer>
  );
}
