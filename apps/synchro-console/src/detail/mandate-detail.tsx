import { Tabs } from '@synchro/sync-react/page-parts';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { tabs } from '../address/console-address.js';
import type { ConsoleAddress } from '../address/console-address.js';
import { goTo } from '../address/use-address.js';
import type { Overview, OverviewMandate } from '../contract-types.js';
import type { Dialogs } from '../dialogs.js';
import { Failure } from '../failure.js';
import { useTexts } from '../messages/console-texts.js';
import { Skeleton } from '../skeleton.js';
import { useNarrow } from '../use-narrow.js';
import { pendingTotal } from '../list/order-mandates.js';
import { FilesTab } from './files-tab.js';
import { HistoryTab } from './history-tab.js';
import { MandateHead } from './mandate-head.js';
import { PostingsTab } from './postings-tab.js';
import { signatureOf, useMandate } from './use-mandate.js';

export interface MandateDetailProps {
  readonly overview: Overview;
  readonly mandate: OverviewMandate;
  readonly address: Extract<ConsoleAddress, { view: 'mandate' }>;
  readonly dialogs: Dialogs;
}

/** The selected mandate: its head, and files, pending entries or history as the address says. Give it the id as key. */
export function MandateDetail({ overview, mandate, address, dialogs }: MandateDetailProps): ReactElement {
  const { t, explain } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const { capabilities } = overview;
  const isNarrow = useNarrow();
  const waiting = pendingTotal(mandate);
  const signature = signatureOf(overview, mandate);
  const { data, error, refetch } = useMandate(mandate.id, signature);

  // Where the list has made room for the mandate, the link that was followed is gone and the focus with it.
  useEffect(() => {
    if (isNarrow) heading.current?.focus();
  }, [isNarrow]);

  const panel = (): ReactElement | null => {
    if (data === undefined) return error === null ? <Skeleton rows={5} /> : null;
    const { tab, accountingFile } = address;
    if (tab === 'files') return <FilesTab mandate={data} capabilities={capabilities} dialogs={dialogs} />;
    if (tab === 'entries')
      return <PostingsTab mandate={data} tab={tab} accountingFile={accountingFile} signature={signature} />;
    return (
      <HistoryTab
        mandate={data}
        accountingFile={accountingFile}
        signature={signature}
        capabilities={capabilities}
      />
    );
  };
  return (
    <>
      <MandateHead
        mandate={mandate}
        known={data ?? null}
        capabilities={capabilities}
        dialogs={dialogs}
        onPost={waiting > 0 && address.tab !== 'entries' ? () => goTo({ ...address, tab: 'entries' }) : null}
        heading={heading}
      />
      <Tabs
        label={t('mandate.tabs')}
        tabs={tabs.map((id) => ({
          id,
          title: id === 'entries' && waiting > 0 ? t('tab.entries-count', { n: waiting }) : t(`tab.${id}`),
        }))}
        selected={address.tab}
        onSelect={(tab) => goTo({ ...address, tab })}
      >
        {error === null ? null : <Failure text={explain(error)} onRetry={() => void refetch()} />}
        {panel()}
      </Tabs>
    </>
  );
}
