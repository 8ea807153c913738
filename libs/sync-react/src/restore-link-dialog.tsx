import type { ReactElement } from 'react';
import type { Capability } from './contract-types.js';
import { DialogTexts, useDialogTexts } from './dialogs/dialog-texts.js';
import { Modal } from './dialogs/modal.js';
import type { LinkTarget } from './hooks/use-link.js';
import linkParts from './link-parts/link-parts.css?inline';
import { RestoreLinkContent } from './restore-link/restore-link-content.js';
import type { RestoreLinkContentProps } from './restore-link/restore-link-content.js';
import css from './restore-link/restore-link.css?inline';
import { useStyles } from './styles/use-styles.js';

/** A file of a mandate, and the document that the asking program has open, where one does. */
export interface RestoreLinkDialogProps extends LinkTarget {
  /** What the service can do beside it: have folders shown and searched, and a correction undone. */
  readonly capabilities: readonly Capability[];
  readonly onClose: () => void;
}

const allStyles = `${linkParts}\n${css}`;

/**
 * The dialog behind *Rétablir le lien*: where the file was and where it is now, why it is believed to be the same, and
 * the confirmation, without which the mandate is never corrected.
 */
export function RestoreLinkDialog({
  onClose,
  capabilities,
  ...target
}: RestoreLinkDialogProps): ReactElement {
  return (
    <DialogTexts>
      <RestoreLinkWindow target={target} capabilities={capabilities} onClose={onClose} />
    </DialogTexts>
  );
}

function RestoreLinkWindow({ target, capabilities, onClose }: RestoreLinkContentProps): ReactElement {
  const { t } = useDialogTexts();
  const styles = useStyles(allStyles);
  return (
    <Modal title={t('link.title')} size="small" onClose={onClose}>
      <div ref={styles} className="link-content restore-link">
        <RestoreLinkContent target={target} capabilities={capabilities} onClose={onClose} />
      </div>
    </Modal>
  );
}
