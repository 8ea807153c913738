import type { ReactElement } from 'react';
import type { Capability, MandateMessage } from '../contract-types.js';
import { useTexts } from '../messages/console-texts.js';
import { LinkChanges } from './link-changes.js';
import { PostingsTab } from './postings-tab.js';

export interface HistoryTabProps {
  readonly mandate: MandateMessage;
  readonly accountingFile: string | null;
  readonly signature: string;
  readonly capabilities: readonly Capability[];
}

/** What was done in the mandate: the postings of a fiscal period, and beside them the corrections of its links. */
export function HistoryTab(props: HistoryTabProps): ReactElement {
  const { mandate, accountingFile, signature, capabilities } = props;
  const { t } = useTexts();
  const postings = (
    <PostingsTab mandate={mandate} tab="history" accountingFile={accountingFile} signature={signature} />
  );
  // A service that takes no correction back keeps no list of them.
  if (!capabilities.includes('undo-link')) return postings;
  return (
    <div className="history-tab">
      <section aria-label={t('history.postings')}>
        <h3 className="history-title">{t('history.postings')}</h3>
        {postings}
      </section>
      <LinkChanges mandateId={mandate.id} signature={signature} />
    </div>
  );
}
