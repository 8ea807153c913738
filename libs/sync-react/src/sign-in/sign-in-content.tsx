import { useEffect, useId, useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { durationText } from '../banner/duration-text.js';
import type { AccountState } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { useSynchro } from '../root/synchro-context.js';
import { isWebAddress } from './open-page.js';
import { useSignIn } from './use-sign-in.js';

export interface SignInContentProps {
  readonly account: AccountState;
  readonly heldBack: number;
  readonly onClose: () => void;
}

export function SignInContent({ account: told, heldBack, onClose }: SignInContentProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const [failure, setFailure] = useState<string | null>(null);
  const { account, isBlocked, start, cancel } = useSignIn(told);
  const { status } = account;

  useEffect(() => {
    if (status === 'signed-in') onClose();
  }, [status, onClose]);

  const onFailure = (error: unknown) => setFailure(errorText(error, t, tb));
  const press = async () => {
    setFailure(null);
    await start();
  };
  return (
    <>
      <div className="modal-body sign-in">
        {account.status === 'signing-in' ? (
          <Waiting url={account.url} isBlocked={isBlocked} />
        ) : (
          <Invitation account={account} heldBack={heldBack} />
        )}
        {failure === null ? null : (
          <p role="alert" className="failure">
            {failure}
          </p>
        )}
      </div>
      <footer className="modal-foot">
        {status === 'signing-in' ? (
          <ActionButton
            key="cancel"
            onFailure={onFailure}
            onPress={async () => {
              setFailure(null);
              await cancel();
              onClose();
            }}
          >
            {t('cancel')}
          </ActionButton>
        ) : (
          <>
            <ActionButton key="start" className="primary" onPress={press} onFailure={onFailure}>
              {tb('action.sign-in')}
            </ActionButton>
            <button type="button" className="button" onClick={onClose}>
              {tb('close')}
            </button>
          </>
        )}
      </footer>
    </>
  );
}

/** Since when nobody is signed in, what that means, and how the attempt before came to nothing. */
function Invitation({
  account,
  heldBack,
}: {
  readonly account: Exclude<AccountState, { status: 'signing-in' }>;
  readonly heldBack: number;
}): ReactElement {
  const { t, tb } = useDialogTexts();
  const { product, now } = useSynchro();
  const since = durationText(account.since, tb, now());
  const place = product === undefined ? 'console' : product === 'compta' ? 'accounting' : 'file';
  return (
    <>
      {account.status === 'signed-out' && account.failure !== null ? (
        <p role="alert" className="failure">
          {t(`sign-in.${account.failure}`)}
        </p>
      ) : null}
      <p className="lead">
        {heldBack === 0 ? t('sign-in.since', { since }) : t('sign-in.held-back', { since, n: heldBack })}
      </p>
      <p>{t(`sign-in.explain.${place}`)}</p>
      <p className="hint">{t('sign-in.how')}</p>
    </>
  );
}

/** The page is open elsewhere, or is to be opened by hand. */
function Waiting({ url, isBlocked }: { readonly url: string; readonly isBlocked: boolean }): ReactElement {
  const { t } = useDialogTexts();
  const id = useId();
  return (
    <>
      <p role="status" id={id} className="lead">
        {t(isBlocked ? 'sign-in.blocked' : 'sign-in.waiting')}
      </p>
      {isWebAddress(url) ? (
        <p>
          <a href={url} target="_blank" rel="noopener noreferrer" aria-describedby={id}>
            {t('sign-in.link')}
          </a>
        </p>
      ) : null}
      <p className="hint">{t('sign-in.waiting.hint')}</p>
    </>
  );
}
