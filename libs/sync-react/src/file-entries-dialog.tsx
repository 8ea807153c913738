import { useState } from 'react';
import type { ReactElement } from 'react';
import type { FileEntryState, StatusSnapshot } from './contract-types.js';
import { DialogTexts, useDialogTexts } from './dialogs/dialog-texts.js';
import { Modal } from './dialogs/modal.js';
import { Tabs } from './dialogs/tabs.js';
import entries from './entries/entries.css?inline';
import { FileEntriesPanel } from './file-entries/file-entries-panel.js';
import css from './file-entries/file-entries.css?inline';
import { formatCount } from './messages/formats.js';
import { useStyles } from './styles/use-styles.js';

const allStyles = `${entries}\n${css}`;
const states: readonly FileEntryState[] = ['waiting', 'problems', 'posted'];

export interface FileEntriesDialogProps {
  /** The newest of the document's scope, as the stream brings it. */
  readonly snapshot: StatusSnapshot;
  /** Which of its entries are shown first. */
  readonly first: FileEntryState;
  readonly onClose: () => void;
}

/** The dialog behind *Afficher…*: what has become of the entries that a document's program writes. */
export function FileEntriesDialog(props: FileEntriesDialogProps): ReactElement | null {
  const { mandate, file } = props.snapshot;
  if (mandate === null || file === null) return null;
  return (
    <DialogTexts>
      <FileEntriesWindow mandateId={mandate.id} file={file} {...props} />
    </DialogTexts>
  );
}

interface FileEntriesWindowProps extends FileEntriesDialogProps {
  readonly mandateId: string;
  readonly file: NonNullable<StatusSnapshot['file']>;
}

function FileEntriesWindow(props: FileEntriesWindowProps): ReactElement {
  const { mandateId, file, snapshot, first, onClose } = props;
  const { t } = useDialogTexts();
  const styles = useStyles(allStyles);
  const [state, setState] = useState(first);
  const counts = countsOf(snapshot.entries);
  const title = (each: FileEntryState) => t(`own.tab.${each}`, { n: formatCount(counts[each]) });
  return (
    <Modal
      title={t('own.title')}
      subtitle={snapshot.entries?.name ?? file.name}
      size="large"
      onClose={onClose}
    >
      <div ref={styles} className="entries-window file-entries">
        <Tabs
          label={t('posting.tabs')}
          tabs={states.map((each) => ({ id: each, title: title(each) }))}
          selected={state}
          onSelect={setState}
        >
          <FileEntriesPanel
            key={state}
            mandateId={mandateId}
            fileId={file.id}
            state={state}
            revision={snapshot.revision}
            label={title(state)}
            isLocked={file.product === 'salaires'}
          />
        </Tabs>
      </div>
    </Modal>
  );
}

/** How many are in each of the lists; those that wait and have problems are in that of the problems alone. */
function countsOf(entries: StatusSnapshot['entries']): Readonly<Record<FileEntryState, number>> {
  if (entries === null) return { waiting: 0, problems: 0, posted: 0 };
  const { waiting, withProblems, posted } = entries;
  const all = waiting.new + waiting.changed + waiting.deleted;
  return { waiting: all - withProblems, problems: withProblems, posted };
}
