import { useId } from 'react';
import type { ReactElement } from 'react';
import { Failure } from '../failure.js';
import { useTexts } from '../messages/console-texts.js';
import { Skeleton } from '../skeleton.js';
import { LinkChangeItem } from './link-change-item.js';
import { useLinkChanges } from './use-link-changes.js';

export interface LinkChangesProps {
  readonly mandateId: string;
  readonly signature: string;
}

/** The corrections of the mandate's links, newest first. */
export function LinkChanges({ mandateId, signature }: LinkChangesProps): ReactElement {
  const { t, explain } = useTexts();
  const { data, error, refetch } = useLinkChanges(mandateId, signature);
  const titleId = useId();
  return (
    <section className="link-changes" aria-labelledby={titleId}>
      <h3 id={titleId} className="history-title">
        {t('link-changes')}
      </h3>
      {error === null ? null : <Failure text={explain(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton rows={2} /> : null}
      {data?.length === 0 ? <p className="detail-text">{t('link-changes.none')}</p> : null}
      <ul>
        {data?.map((change) => (
          <LinkChangeItem key={change.id} mandateId={mandateId} change={change} />
        ))}
      </ul>
    </section>
  );
}
