import type { ReactElement } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { useFileEntries } from '../hooks/use-file-entries.js';
import type { FileEntriesFilter } from '../hooks/use-file-entries.js';
import { FileEntriesTable } from './file-entries-table.js';

export interface FileEntriesPanelProps extends FileEntriesFilter {
  readonly label: string;
  /** Whether what is posted is locked in the program. */
  readonly isLocked: boolean;
}

/** The entries of a file in one state: what that means, the list, and what is wrong if it cannot be had. */
export function FileEntriesPanel({ label, isLocked, ...filter }: FileEntriesPanelProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const { items, isWhole, fetchMore, error, retry } = useFileEntries(filter);
  const { state } = filter;
  const explained = state === 'posted' && isLocked ? 'locked' : state;

  const list = (): ReactElement | null => {
    if (items === null)
      return error === null ? (
        <p role="status" className="nothing">
          {t('loading')}
        </p>
      ) : null;
    if (items.length === 0) return <p className="nothing">{t(`own.empty.${state}`)}</p>;
    return (
      <>
        <p className="explained">{t(`own.explain.${explained}`)}</p>
        <FileEntriesTable label={label} state={state} items={items} isWhole={isWhole} onEnd={fetchMore} />
      </>
    );
  };
  return (
    <>
      {error === null ? null : (
        <p role="alert" className="explained failure">
          {errorText(error, t, tb)}{' '}
          <button type="button" className="button" onClick={retry}>
            {tb('action.retry')}
          </button>
        </p>
      )}
      {list()}
    </>
  );
}
