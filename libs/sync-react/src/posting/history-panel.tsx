import type { ReactElement } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { usePostings } from '../hooks/use-postings.js';
import { HistoryItem } from './history-item.js';
import type { PostingContext } from './posting-context.js';

/** The history of postings, newest first, each with what can be done with it. */
export function HistoryPanel(context: PostingContext): ReactElement {
  const { mandateId, accountingFile, snapshot } = context;
  const { t, tb } = useDialogTexts();
  const { data, error, refetch } = usePostings(mandateId, accountingFile, snapshot.revision);
  return (
    <div className="modal-body">
      {error === null ? null : (
        <p role="alert" className="failure">
          {errorText(error, t, tb)}{' '}
          <button type="button" className="button" onClick={() => void refetch()}>
            {tb('action.retry')}
          </button>
        </p>
      )}
      {data === undefined && error === null ? <p role="status">{t('loading')}</p> : null}
      {data?.length === 0 ? <p className="nothing">{t('history.empty')}</p> : null}
      <ul className="history">
        {data?.map((posting) => (
          <HistoryItem
            key={posting.id}
            {...context}
            posting={posting}
            blockedBy={data.find(({ id }) => id === posting.undo.blockedBy) ?? null}
          />
        ))}
      </ul>
    </div>
  );
}
