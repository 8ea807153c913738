import { useOverview } from '@synchro/sync-react';
import type { Theme } from '@synchro/sync-react';
import { useStyles } from '@synchro/sync-react/page-parts';
import tokens from '@synchro/sync-react/tokens.css?inline';
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { AccountBar } from './account/account-bar.js';
import { useAddress } from './address/use-address.js';
import { ConsoleBanner } from './banner/console-banner.js';
import { Confirmation } from './confirmation/confirmation.js';
import { useConfirmation } from './confirmation/use-confirmation.js';
import { ConsoleContent } from './console-content.js';
import { useDialogs } from './dialogs.js';
import { MandateList } from './list/mandate-list.js';
import { ListLink } from './list-link.js';
import { useTexts } from './messages/console-texts.js';
import { Skeleton } from './skeleton.js';
import page from './styles/page.css?inline';
import notices from './styles/notices.css?inline';
import mandateList from './styles/mandate-list.css?inline';
import mandate from './styles/mandate.css?inline';
import files from './styles/files.css?inline';
import history from './styles/history.css?inline';
import commands from './styles/commands.css?inline';
import states from './styles/states.css?inline';
import narrow from './styles/narrow.css?inline';
import { useLineAction } from './use-line-action.js';

/** In this order: what is narrow overrules what came before. */
const allStyles = [
  tokens,
  page,
  notices,
  mandateList,
  mandate,
  files,
  history,
  commands,
  states,
  narrow,
].join('\n');

/** The page: the account at the top, the banner above everything, the mandates, and the one that is selected. */
export function ConsolePage({ theme }: { readonly theme: Theme }): ReactElement {
  const { t, tb } = useTexts();
  const styles = useStyles(allStyles);
  const status = useOverview();
  const { overview, connection, retry } = status;
  const address = useAddress();
  const { said, say, dismiss } = useConfirmation();
  const dialogs = useDialogs(overview, say);
  const onAction = useLineAction(dialogs, retry);
  const selectedId = address.view === 'mandate' ? address.mandateId : null;
  const selected = overview?.mandates.find(({ id }) => id === selectedId);
  const title = [selected?.name, tb('product')].filter(Boolean).join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);

  const list = (): ReactElement | null => {
    if (overview !== null)
      return overview.mandates.length === 0 ? null : (
        <MandateList overview={overview} selectedId={selectedId} />
      );
    // Without an answer there is no saying what will come; the banner says why.
    return connection.status === 'reconnecting' ? null : (
      <nav className="mandates" aria-label={t('mandates')}>
        <Skeleton rows={7} />
      </nav>
    );
  };
  const isSignInPossible = overview?.capabilities.includes('sign-in') === true;
  return (
    <div
      ref={styles}
      className="synchro console"
      data-theme={theme}
      data-view={address.view === 'list' ? 'list' : 'content'}
      data-empty={
        overview?.mandates.length === 0 || (overview === null && connection.status === 'reconnecting')
      }
    >
      <header className="top">
        <h1>
          <ListLink>{tb('product')}</ListLink>
        </h1>
        {isSignInPossible && overview.account != null ? (
          <AccountBar account={overview.account} dialogs={dialogs} />
        ) : null}
      </header>
      <ConsoleBanner status={status} onAction={onAction} />
      <Confirmation said={said} onDismiss={dismiss} />
      {list()}
      <main className="content">
        <ConsoleContent
          overview={overview}
          isUnreachable={connection.status === 'reconnecting'}
          address={address}
          dialogs={dialogs}
        />
      </main>
      {dialogs.element}
    </div>
  );
}
