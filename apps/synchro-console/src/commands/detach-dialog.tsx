import { Modal } from '@synchro/sync-react/page-parts';
import type { ReactElement } from 'react';
import type { MandateFileMessage } from '../contract-types.js';
import { useTexts } from '../messages/console-texts.js';
import { useDetachFile } from '../use-mandate-commands.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { ConfirmCommand } from './confirm-command.js';

export interface DetachDialogProps extends CommandDialogProps {
  readonly mandateId: string;
  readonly file: MandateFileMessage;
  /** Of a document: the name of the entry file that its program writes, `null` where none is known. */
  readonly entryFileName: string | null;
  /** Where it is the mandate's only accounting file, nothing but the mandate as a whole can be let go of. */
  readonly isLastAccounting: boolean;
  readonly onRemoveMandate: (() => void) | null;
}

/** The dialog behind *Détacher…*: what ends, what stays, and for the only accounting file why that cannot be. */
export function DetachDialog(props: DetachDialogProps): ReactElement {
  const { mandateId, file, entryFileName, isLastAccounting, onRemoveMandate, onClose, say } = props;
  const { t } = useTexts();
  const detach = useDetachFile(mandateId, file.id);
  const { name, role } = file;

  const explain = (n: number): ReactElement => {
    switch (role) {
      case 'accounting':
        return (
          <>
            <p className="command-pending">{t('detach.pending.accounting', { n })}</p>
            <p>{t('detach.accounting')}</p>
            <p>{t('detach.stays')}</p>
          </>
        );
      case 'entries':
        return (
          <>
            <p className="command-pending">{t('detach.pending.entries', { n })}</p>
            <p>{t('detach.entries')}</p>
            <p>{t('detach.stays')}</p>
          </>
        );
      case 'document':
        return (
          <>
            <p>{t('detach.document')}</p>
            {entryFileName === null ? null : <p>{t('detach.document.entries', { name: entryFileName })}</p>}
            <p>{t('detach.stays')}</p>
          </>
        );
    }
  };
  return (
    <Modal title={t('detach.title')} subtitle={name} size="small" onClose={onClose}>
      {isLastAccounting ? (
        <>
          <div className="modal-body command-body">
            <p>{t('detach.last')}</p>
          </div>
          <footer className="modal-foot">
            {onRemoveMandate === null ? null : (
              <button type="button" className="button primary" onClick={onRemoveMandate}>
                {t('remove')}
              </button>
            )}
            <button type="button" className="button" onClick={onClose}>
              {t('cancel')}
            </button>
          </footer>
        </>
      ) : (
        <ConfirmCommand
          pending={file.pending}
          action={t('detach.submit')}
          explain={explain}
          onClose={onClose}
          onConfirm={async (pendingSeen) => {
            await detach.mutateAsync(pendingSeen);
            say(t('detach.done', { name }), 'focus');
            onClose();
          }}
        />
      )}
    </Modal>
  );
}
