import { useCancelSignIn, useSignOut } from '@synchro/sync-react';
import { ActionButton, Icon } from '@synchro/sync-react/page-parts';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { AccountMessage } from '../contract-types.js';
import type { Dialogs } from '../dialogs.js';
import { useTexts } from '../messages/console-texts.js';

export interface AccountBarProps {
  readonly account: AccountMessage;
  readonly dialogs: Dialogs;
}

/** Who is signed in to the server for shared mandates, with the way in and out. */
export function AccountBar({ account, dialogs }: AccountBarProps): ReactElement {
  const { mutateAsync: signOut } = useSignOut();
  const { mutateAsync: cancelSignIn } = useCancelSignIn();
  const { t, tb, explain } = useTexts();
  const [failure, setFailure] = useState<string | null>(null);
  const fail = (error: unknown) => setFailure(explain(error));
  const command = (run: () => Promise<unknown>) => async () => {
    setFailure(null);
    await run();
  };

  const parts = (): ReactElement => {
    switch (account.status) {
      case 'signed-in':
        return (
          <>
            <span className="account-name" title={account.account.email}>
              {account.account.name}
              <span className="quiet"> {account.account.email}</span>
            </span>
            <ActionButton onPress={command(signOut)} onFailure={fail}>
              {t('account.sign-out')}
            </ActionButton>
          </>
        );
      case 'signing-in':
        return (
          <>
            <span className="account-name">{t('account.signing-in')}</span>
            <a className="button" href={account.url} target="_blank" rel="noreferrer">
              {t('account.resume')}
            </a>
            <ActionButton onPress={command(cancelSignIn)} onFailure={fail}>
              {t('account.cancel')}
            </ActionButton>
          </>
        );
      case 'signed-out':
        return (
          <>
            <span className="account-name" data-severity="warning">
              {account.failure === null ? null : <Icon severity="warning" />}
              {t(`account.${account.failure ?? 'signed-out'}`)}
            </span>
            <ActionButton
              className="primary"
              opensDialog
              onPress={command(() => dialogs.open({ kind: 'sign-in' }))}
              onFailure={fail}
            >
              {tb('action.sign-in')}
            </ActionButton>
          </>
        );
    }
  };
  return (
    <div className="account" role="group" aria-label={t('account.label')}>
      {parts()}
      {failure === null ? null : (
        <span role="alert" className="failure">
          {failure}
        </span>
      )}
    </div>
  );
}
