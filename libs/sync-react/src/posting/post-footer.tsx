import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { Icon } from '../banner/icon.js';
import type { EntryItem, PostingRequest } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { AlreadyPosted } from './already-posted.js';
import { alreadyPostedRequest, hasOnlyOwnProblems, postingRequest } from './posting-request.js';
import { isSound } from './selection.js';
import type { Selection } from './selection.js';
import { Totals } from './totals.js';

export interface PostFooterProps {
  readonly items: readonly EntryItem[];
  readonly selection: Selection;
  readonly selected: readonly EntryItem[];
  /** Entries that have come in since and are not chosen. */
  readonly lateCount: number;
  readonly isWhole: boolean;
  readonly revision: number;
  readonly canPost: boolean;
  readonly canMarkAlreadyPosted: boolean;
  /** Why the last try has posted nothing. */
  readonly failure: string | null;
  readonly onPost: (request: PostingRequest) => Promise<void>;
}

/** What is chosen, what stays behind, and the buttons. */
export function PostFooter(props: PostFooterProps): ReactElement {
  const { items, selection, selected, lateCount, isWhole, revision, canPost, failure, onPost } = props;
  const { t } = useDialogTexts();
  const [isAsking, setAsking] = useState(false);
  const problemCount = items.filter((item) => !isSound(item)).length;
  // A part can be named only when all is known that it is a part of.
  const isReady = canPost && isWhole && selected.length > 0;
  const markable = selected.length + items.filter(hasOnlyOwnProblems).length;

  if (isAsking)
    return (
      <AlreadyPosted
        selectedCount={selected.length}
        problemCount={items.filter(hasOnlyOwnProblems).length}
        failure={failure}
        onConfirm={(withProblems) => onPost(alreadyPostedRequest(items, selection, withProblems))}
        onCancel={() => setAsking(false)}
      />
    );
  return (
    <footer className="post-foot">
      <div className="post-facts">
        <Totals selected={selected} />
        {problemCount === 0 ? null : (
          <span className="fact" data-severity="error">
            <Icon severity="error" />
            {t('posting.left', { n: problemCount })}
          </span>
        )}
        {lateCount === 0 ? null : (
          <span className="fact" role="status" data-severity="information">
            <Icon severity="information" />
            {t('posting.late', { n: lateCount })}
          </span>
        )}
        {canPost ? null : <span className="fact">{t('posting.not-possible')}</span>}
        {failure === null ? null : (
          <span className="failure" role="alert">
            {failure}
          </span>
        )}
      </div>
      <div className="post-buttons">
        {props.canMarkAlreadyPosted ? (
          <button
            type="button"
            className="button"
            aria-disabled={!isWhole || markable === 0}
            onClick={() => setAsking(isWhole && markable > 0)}
          >
            {t('already.button')}
          </button>
        ) : null}
        <ActionButton
          className="primary"
          disabled={!isReady}
          onPress={() => onPost(postingRequest(items, selection, revision))}
        >
          {t('posting.post', { n: selected.length })}
        </ActionButton>
      </div>
    </footer>
  );
}
