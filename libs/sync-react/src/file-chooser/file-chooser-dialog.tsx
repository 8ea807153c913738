import type { ReactElement } from 'react';
import { DialogTexts } from '../dialogs/dialog-texts.js';
import { Modal } from '../dialogs/modal.js';
import { FileChooser } from './file-chooser.js';
import type { FileChooserProps } from './file-chooser.js';

export interface FileChooserDialogProps extends Omit<FileChooserProps, 'title'> {
  readonly title: string;
}

/** The chooser as a dialog of its own. */
export function FileChooserDialog({ title, ...chooser }: FileChooserDialogProps): ReactElement {
  return (
    <DialogTexts>
      <Modal title={title} size="medium" onClose={chooser.onCancel}>
        <FileChooser {...chooser} />
      </Modal>
    </DialogTexts>
  );
}
