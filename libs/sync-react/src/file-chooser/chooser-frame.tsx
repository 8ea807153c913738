import { useState } from 'react';
import type { DragEvent, KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { useStyles } from '../styles/use-styles.js';
import css from './file-chooser.css?inline';
import { readPathText } from './read-path-text.js';

export interface ChooserFrameProps {
  /** Left out where a dialog around says it. */
  readonly title: string | undefined;
  readonly sought: string | null;
  readonly children: ReactNode;
  readonly foot: ReactNode;
  /** A path was dropped; `null`: something whose path nobody tells. */
  readonly onDropped: (path: string | null) => void;
  readonly onCancel: () => void;
}

/** What is looked for, the contents, the buttons; a path that is dropped anywhere on it, and Escape for the way back. */
export function ChooserFrame(props: ChooserFrameProps): ReactElement {
  const { title, sought, children, foot, onDropped, onCancel } = props;
  const { t } = useDialogTexts();
  const styles = useStyles(css);
  const [isOver, setOver] = useState(false);

  const onDragOver = (event: DragEvent) => {
    // Without this the browser would leave the page for the file that is dropped.
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const given = event.dataTransfer.getData('text/uri-list') || event.dataTransfer.getData('text/plain');
    const path = readPathText(given);
    onDropped(path === '' ? null : path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // The chooser gives way, not the dialog that it stands in.
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <div
      ref={styles}
      className="file-chooser"
      data-dropping={isOver}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      onKeyDown={onKeyDown}
    >
      <div className="modal-body">
        {title === undefined ? null : <h3>{title}</h3>}
        {sought === null ? null : <p className="sought">{t('chooser.sought', { name: sought })}</p>}
        {children}
      </div>
      <footer className="modal-foot">
        {foot}
        <button type="button" className="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </footer>
    </div>
  );
}
