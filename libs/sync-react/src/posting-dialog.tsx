import { useState } from 'react';
import type { ReactElement } from 'react';
import type { PostingResult, StatusSnapshot } from './contract-types.js';
import { DialogTexts, useDialogTexts } from './dialogs/dialog-texts.js';
import { Modal } from './dialogs/modal.js';
import { Tabs } from './dialogs/tabs.js';
import entries from './entries/entries.css?inline';
import { EntriesPanel } from './posting/entries-panel.js';
import { HistoryPanel } from './posting/history-panel.js';
import css from './posting/posting.css?inline';
import type { PostingAs, PostingContext } from './posting/posting-context.js';
import { PostingOutcome } from './posting/posting-outcome.js';
import { useStyles } from './styles/use-styles.js';

const allStyles = `${entries}\n${css}`;

export interface PostingDialogProps {
  /** The newest of the scope, as the stream brings it. */
  readonly snapshot: StatusSnapshot;
  readonly onClose: () => void;
}

/** The dialog behind *Comptabiliser*, and the history with *Décomptabiliser*. An entry point of its own: it loads when it is opened. */
export function PostingDialog({ snapshot, onClose }: PostingDialogProps): ReactElement | null {
  const { mandate, file } = snapshot;
  if (mandate === null || file === null) return null;
  return (
    <DialogTexts>
      <PostingWindow
        mandateId={mandate.id}
        accountingFile={file.id}
        snapshot={snapshot}
        title={`${mandate.name} – ${file.name}`}
        onClose={onClose}
      />
    </DialogTexts>
  );
}

interface PostingWindowProps extends PostingContext {
  readonly title: string;
  readonly onClose: () => void;
}

function PostingWindow({ title, onClose, ...context }: PostingWindowProps): ReactElement {
  const { t } = useDialogTexts();
  const styles = useStyles(allStyles);
  const [view, setView] = useState<'entries' | 'history'>('entries');
  const [outcome, setOutcome] = useState<{ result: PostingResult; as: PostingAs } | null>(null);

  const panel = (): ReactElement => {
    if (view === 'history') return <HistoryPanel {...context} />;
    if (outcome === null)
      return <EntriesPanel {...context} onPosted={(result, as) => setOutcome({ result, as })} />;
    return <PostingOutcome {...context} {...outcome} onBack={() => setOutcome(null)} onClose={onClose} />;
  };
  return (
    <Modal title={t('posting.title')} subtitle={title} size="large" onClose={onClose}>
      <div ref={styles} className="entries-window posting-window">
        <Tabs
          label={t('posting.tabs')}
          tabs={[
            { id: 'entries', title: t('posting.tab.entries') },
            { id: 'history', title: t('posting.tab.history') },
          ]}
          selected={view}
          onSelect={setView}
        >
          {panel()}
        </Tabs>
      </div>
    </Modal>
  );
}
