import type { ReactElement } from 'react';
import type { NotificationMessage, StatusSnapshot } from './contract-types.js';
import { DetailsContent } from './details/details-content.js';
import { detailsTitle } from './details/details-title.js';
import css from './details/details.css?inline';
import { DialogTexts, useDialogTexts } from './dialogs/dialog-texts.js';
import { Modal } from './dialogs/modal.js';
import { useStyles } from './styles/use-styles.js';
import { useKept } from './details/use-kept.js';

export interface DetailsDialogProps {
  /** The newest of the scope, as the stream brings it. */
  readonly snapshot: StatusSnapshot;
  /** The notification that it is about. */
  readonly itemId: string;
  readonly onClose: () => void;
}

/** The dialog behind *Détails…*: what is wrong with a file, since when, and the ways out that the service has. */
export function DetailsDialog({ snapshot, itemId, onClose }: DetailsDialogProps): ReactElement | null {
  const present = snapshot.notifications.find(({ id }) => id === itemId);
  // Once it is solved, the notification has gone, and the dialog says so instead of vanishing under the hand.
  const item = useKept(present);
  if (item === undefined || snapshot.mandate === null) return null;
  return (
    <DialogTexts>
      <DetailsWindow
        item={item}
        isSolved={present === undefined}
        mandateId={snapshot.mandate.id}
        capabilities={snapshot.capabilities}
        onClose={onClose}
      />
    </DialogTexts>
  );
}

interface DetailsWindowProps {
  readonly item: NotificationMessage;
  readonly isSolved: boolean;
  readonly mandateId: string;
  readonly capabilities: StatusSnapshot['capabilities'];
  readonly onClose: () => void;
}

function DetailsWindow({
  item,
  isSolved,
  mandateId,
  capabilities,
  onClose,
}: DetailsWindowProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const styles = useStyles(css);
  return (
    <Modal title={detailsTitle(item, t)} size="small" onClose={onClose}>
      <div ref={styles} className="details">
        {isSolved ? (
          <>
            <p className="modal-body" role="status">
              {t('details.solved')}
            </p>
            <footer className="modal-foot">
              <button type="button" className="button" onClick={onClose}>
                {tb('close')}
              </button>
            </footer>
          </>
        ) : (
          <DetailsContent item={item} mandateId={mandateId} capabilities={capabilities} onClose={onClose} />
        )}
      </div>
    </Modal>
  );
}
