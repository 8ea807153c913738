import type { ReactElement } from 'react';
import { Drawing, Icon } from '../banner/icon.js';
import type { EntryProblemMessage } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { problemText } from '../dialogs/problem-text.js';

export interface LinesButtonProps {
  /** What the entry is called. */
  readonly entry: string;
  readonly count: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Folds a compound entry open and shut; its row has the focus, so it is no stop of its own. */
export function LinesButton({ entry, count, isOpen, onToggle }: LinesButtonProps): ReactElement {
  const { t } = useDialogTexts();
  return (
    <button
      type="button"
      className="lines-button"
      tabIndex={-1}
      aria-label={t(isOpen ? 'compound.hide' : 'compound.show', { entry })}
      onClick={onToggle}
    >
      <Drawing path={isOpen ? 'M4 7l5 5 5-5' : 'M7 4l5 5-5 5'} />
      {t('compound.lines', { n: count })}
    </button>
  );
}

export interface EntryProblemsProps {
  readonly problems: readonly EntryProblemMessage[];
  readonly lineCount: number;
}

/** Why an entry cannot be posted, below its label. */
export function EntryProblems({ problems, lineCount }: EntryProblemsProps): ReactElement[] {
  const { t } = useDialogTexts();
  return problems.map((problem, i) => (
    <span key={i} className="problem" data-severity="error">
      <Icon severity="error" />
      {problemText(problem, lineCount, t)}
    </span>
  ));
}
