import { PostingPanels } from '@synchro/sync-react/posting-panels';
import type { ReactElement } from 'react';
import { goTo } from '../address/use-address.js';
import { Failure } from '../failure.js';
import type { MandateMessage } from '../contract-types.js';
import { useTexts } from '../messages/console-texts.js';
import { Skeleton } from '../skeleton.js';
import { accountingFiles, choosePeriod } from './choose-period.js';
import { PeriodChoice } from './period-choice.js';
import { useAccountingStatuses } from './use-accounting-statuses.js';

export interface PostingsTabProps {
  readonly mandate: MandateMessage;
  readonly tab: 'entries' | 'history';
  /** As the address names it. */
  readonly accountingFile: string | null;
  readonly signature: string;
}

/** Pending entries or history of one fiscal period, with the choice of it where there are several. */
export function PostingsTab({ mandate, tab, accountingFile, signature }: PostingsTabProps): ReactElement {
  const { t, explain } = useTexts();
  const statuses = useAccountingStatuses(accountingFiles(mandate.files), signature);
  const chosen = choosePeriod(statuses, accountingFile);
  if (statuses.length === 0) return <p className="detail-text">{t('entries.no-accounting')}</p>;
  if (chosen === null) return <Skeleton rows={6} />;
  const { file, snapshot, error, retry } = chosen;
  return (
    <div className="postings">
      {statuses.length === 1 ? null : (
        <PeriodChoice
          statuses={statuses}
          chosen={file.id}
          onChoose={(id) => goTo({ view: 'mandate', mandateId: mandate.id, tab, accountingFile: id })}
        />
      )}
      {error === null ? null : <Failure text={explain(error)} onRetry={retry} />}
      {snapshot === null ? (
        error === null && <Skeleton rows={6} />
      ) : (
        <PostingPanels
          key={`${file.id} ${tab}`}
          view={tab}
          mandateId={mandate.id}
          accountingFile={file.id}
          snapshot={snapshot}
        />
      )}
    </div>
  );
}
