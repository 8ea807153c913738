import type { ReactElement } from 'react';
import type { AccountState } from './contract-types.js';
import { DialogTexts, useDialogTexts } from './dialogs/dialog-texts.js';
import { Modal } from './dialogs/modal.js';
import { SignInContent } from './sign-in/sign-in-content.js';
import css from './sign-in/sign-in.css?inline';
import { useStyles } from './styles/use-styles.js';

export interface SignInDialogProps {
  /** The newest, as the stream of a scope or of the overview brings it; `null`: the service has no accounts. */
  readonly account: AccountState | null;
  /** How many pending entries wait for it, as far as the asker knows. */
  readonly heldBack?: number;
  readonly onClose: () => void;
}

/**
 * The dialog behind *Se connecter*: opens the issuer's page in the browser, waits for it, and closes by itself once
 * somebody is signed in. Closing it by hand leaves an attempt under way alone; *Annuler* ends it.
 */
export function SignInDialog(props: SignInDialogProps): ReactElement {
  return (
    <DialogTexts>
      <SignInWindow {...props} />
    </DialogTexts>
  );
}

function SignInWindow({ account, heldBack = 0, onClose }: SignInDialogProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const styles = useStyles(css);
  return (
    <Modal title={t('sign-in.title')} size="small" onClose={onClose}>
      <div ref={styles} className="modal-content">
        {account === null ? (
          <>
            <p className="modal-body">{t('error.not-supported')}</p>
            <footer className="modal-foot">
              <button type="button" className="button" onClick={onClose}>
                {tb('close')}
              </button>
            </footer>
          </>
        ) : (
          <SignInContent account={account} heldBack={heldBack} onClose={onClose} />
        )}
      </div>
    </Modal>
  );
}
