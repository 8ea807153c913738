import { Modal } from '@synchro/sync-react/page-parts';
import type { ReactElement } from 'react';
import { goTo } from '../address/use-address.js';
import { useTexts } from '../messages/console-texts.js';
import { useRemoveMandate } from '../use-mandate-commands.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { ConfirmCommand } from './confirm-command.js';

export interface RemoveDialogProps extends CommandDialogProps {
  readonly mandateId: string;
  readonly name: string;
  readonly pending: number;
}

/** The dialog behind *Retirer le mandat…*: what ends, what stays, and the way back. */
export function RemoveDialog({ mandateId, name, pending, onClose, say }: RemoveDialogProps): ReactElement {
  const { t } = useTexts();
  const remove = useRemoveMandate(mandateId);
  return (
    <Modal title={t('remove.title')} subtitle={name} size="small" onClose={onClose}>
      <ConfirmCommand
        pending={pending}
        action={t('remove.submit')}
        onClose={onClose}
        onConfirm={async (pendingSeen) => {
          await remove.mutateAsync(pendingSeen);
          goTo({ view: 'list' });
          say(t('remove.done', { name }), 'focus');
          onClose();
        }}
        explain={(n) => (
          <>
            <p className="command-pending">{t('remove.pending', { n })}</p>
            <p>{t('remove.ends')}</p>
            <p>{t('remove.stays')}</p>
          </>
        )}
      />
    </Modal>
  );
}
