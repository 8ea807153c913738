import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../banner/icon.js';
import { pendingParts } from '../banner/pending-text.js';
import type { EntryItem, PostingResult } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { problemText } from '../dialogs/problem-text.js';
import { useEntries } from '../hooks/use-entries.js';
import { Handover } from './handover.js';
import type { PostingAs, PostingContext } from './posting-context.js';

export interface PostingOutcomeProps extends PostingContext {
  readonly result: PostingResult;
  readonly as: PostingAs;
  readonly onBack: () => void;
  /** `null` where it stands in a page, which there is no closing. */
  readonly onClose: (() => void) | null;
}

/** More are told as a number; the list of what is pending shows them all. */
const SHOWN = 50;

/** What was posted, what was left behind and why, and what is left to do. */
export function PostingOutcome(props: PostingOutcomeProps): ReactElement {
  const { result, as, onBack, onClose, ...context } = props;
  const { t, tb } = useDialogTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const { posted, left } = result;
  const count = posted.new + posted.changed + posted.deleted;
  const { items } = useEntries(context.mandateId, {
    accountingFile: context.accountingFile,
    revision: Math.max(result.revision, context.snapshot.revision),
  });
  const known = new Map(items.map((item) => [item.id, item]));
  useEffect(() => heading.current?.focus(), []);

  return (
    <>
      <div className="modal-body outcome">
        <h3 ref={heading} tabIndex={-1} data-severity="success">
          <Icon severity="success" />
          {t(as === 'posting' ? 'result.posted' : 'result.already', { n: count })}
        </h3>
        <p className="quiet">{pendingParts(posted, tb)}</p>
        {left.length === 0 ? null : (
          <section aria-label={t('result.left', { n: left.length })}>
            <h3 data-severity="warning">
              <Icon severity="warning" />
              {t('result.left', { n: left.length })}
            </h3>
            <ul className="left-behind">
              {left.slice(0, SHOWN).map(({ id, problems }) => (
                <li key={id}>
                  {nameOf(known.get(id))}
                  {problems.map((problem, i) => (
                    <span key={i} className="problem">
                      {problemText(problem, known.get(id)?.lines.length ?? 1, t)}
                    </span>
                  ))}
                </li>
              ))}
              {left.length > SHOWN ? <li>{t('result.more', { n: left.length - SHOWN })}</li> : null}
            </ul>
          </section>
        )}
        {as === 'posting' ? (
          <section aria-label={t('result.next')}>
            <h3>{t('result.next')}</h3>
            <Handover {...context} postingId={result.id} state="waiting" isExplained />
          </section>
        ) : null}
      </div>
      <footer className="modal-foot">
        <button type="button" className="button" onClick={onBack}>
          {t('result.back')}
        </button>
        {onClose === null ? null : (
          <button type="button" className="button" onClick={onClose}>
            {tb('close')}
          </button>
        )}
      </footer>
    </>
  );
}

const nameOf = (item: EntryItem | undefined): string =>
  item === undefined ? '' : [item.voucher, item.label].filter(Boolean).join(', ');
