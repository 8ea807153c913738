import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { pendingParts } from '../banner/pending-text.js';
import type { PostingSummary } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { useUndo } from '../hooks/use-undo.js';
import { formatMoment } from '../messages/formats.js';
import { Handover } from './handover.js';
import type { PostingContext } from './posting-context.js';

export interface HistoryItemProps extends PostingContext {
  readonly posting: PostingSummary;
  /** The later posting that builds on it, if that is in the list. */
  readonly blockedBy: PostingSummary | null;
}

/** One posting: when, what, how far it has come, and its ways forward and back. */
export function HistoryItem({ posting, blockedBy, ...context }: HistoryItemProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const undo = useUndo(context.mandateId, context.accountingFile);
  const titleId = useId();
  const reasonId = useId();
  const { counts, undo: undoing } = posting;
  const state = stateOf(posting);
  const count = counts.new + counts.changed + counts.deleted;
  const canUndo = context.snapshot.capabilities.includes('unpost') && state !== 'undone';
  const exportedAt = posting.exports.map(({ at }) => t('when', { ...formatMoment(at) }));
  const reason = undoing.possible || state === 'undone' ? null : blockedText();

  function blockedText(): string {
    return blockedBy === null
      ? t('undo.blocked-by-later')
      : t('undo.blocked', { ...formatMoment(blockedBy.postedAt) });
  }
  const unpost = async () => {
    setFailure(null);
    await undo.mutateAsync(posting.id);
    setAsking(false);
  };
  return (
    <li className="posting" aria-labelledby={titleId}>
      <h3 id={titleId}>
        {t('history.posting', { ...formatMoment(posting.postedAt) })}
        <span className="state" data-state={state}>
          {t(`state.${state}`)}
        </span>
      </h3>
      <p className="quiet">{pendingParts(counts, tb)}</p>
      {exportedAt.length === 0 ? null : (
        <p className="quiet">{t('history.exported', { when: exportedAt.join(', ') })}</p>
      )}
      <div className="posting-buttons">
        {state === 'waiting' || state === 'arrived' ? (
          <Handover {...context} postingId={posting.id} state={state} isExplained={false} />
        ) : null}
        {state === 'undone' && undoing.offersReversal ? (
          <Handover
            {...context}
            postingId={posting.id}
            state="undone"
            isExplained
            isArrived={posting.arrivedAt !== null}
          />
        ) : null}
        {canUndo && !isAsking ? (
          <ActionButton
            disabled={reason !== null}
            describedBy={reason === null ? undefined : reasonId}
            onPress={() => setAsking(true)}
          >
            {t('undo')}
          </ActionButton>
        ) : null}
      </div>
      {canUndo && reason !== null ? (
        <p id={reasonId} className="quiet">
          {reason}
        </p>
      ) : null}
      {canUndo && isAsking ? (
        <div className="asking" role="group" aria-label={t('undo')}>
          <p>{t('undo.ask', { n: count })}</p>
          {undoing.offersReversal ? <p>{t('undo.reversal')}</p> : null}
          <ActionButton
            className="primary"
            onPress={unpost}
            onFailure={(error) => setFailure(errorText(error, t, tb))}
          >
            {t('undo')}
          </ActionButton>
          <button type="button" className="button" onClick={() => setAsking(false)}>
            {t('cancel')}
          </button>
        </div>
      ) : null}
      {failure === null ? null : (
        <p role="alert" className="failure">
          {failure}
        </p>
      )}
    </li>
  );
}

function stateOf({
  kind,
  arrivedAt,
  undoneAt,
}: PostingSummary): 'waiting' | 'arrived' | 'undone' | 'already' {
  if (undoneAt !== null) return 'undone';
  if (kind === 'already-posted') return 'already';
  return arrivedAt === null ? 'waiting' : 'arrived';
}
