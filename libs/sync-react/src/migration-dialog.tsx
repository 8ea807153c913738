import type { ReactElement } from 'react';
import type { Capability } from './contract-types.js';
import { DialogTexts, useDialogTexts } from './dialogs/dialog-texts.js';
import { Modal } from './dialogs/modal.js';
import linkParts from './link-parts/link-parts.css?inline';
import { MigrationContent } from './migration/migration-content.js';
import css from './migration/migration.css?inline';
import { useStyles } from './styles/use-styles.js';

export interface MigrationDialogProps {
  readonly mandateId: string;
  /** Said below the title, where it is known. */
  readonly mandateName?: string;
  /** What the service can do beside it: have folders shown and searched, and a migration undone. */
  readonly capabilities: readonly Capability[];
  readonly onClose: () => void;
}

const allStyles = `${linkParts}\n${css}`;

/** The dialog behind *Migrer…*: every file that is not where its mandate says, what will change, and the report. */
export function MigrationDialog(props: MigrationDialogProps): ReactElement {
  return (
    <DialogTexts>
      <MigrationWindow {...props} />
    </DialogTexts>
  );
}

function MigrationWindow({ mandateId, mandateName, ...props }: MigrationDialogProps): ReactElement {
  const { t } = useDialogTexts();
  const styles = useStyles(allStyles);
  return (
    <Modal title={t('migration.title')} subtitle={mandateName} size="medium" onClose={props.onClose}>
      <div ref={styles} className="link-content migration">
        <MigrationContent mandateId={mandateId} {...props} />
      </div>
    </Modal>
  );
}
