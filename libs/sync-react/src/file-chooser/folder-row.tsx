import type { ReactElement } from 'react';
import { Drawing } from '../banner/icon.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import type { FolderEntry } from './chooser-entries.js';

export interface FolderRowProps {
  readonly entry: FolderEntry;
  readonly isSought: boolean;
  /** Among those where one can begin, which may have the same name. */
  readonly isRoot: boolean;
}

const drawings = {
  folder: 'M1.5 4.5h5l2 2h8v8h-15z',
  file: 'M4 1.5h6.5L14 5v11.5H4zM10.5 1.5V5H14',
} as const;

/** One entry: folder or file, its whole name, and what is to be known before it is chosen. */
export function FolderRow({ entry, isSought, isRoot }: FolderRowProps): ReactElement {
  const { t } = useDialogTexts();
  const { kind, name, path, mandate } = entry;
  return (
    <>
      <span className="entry-icon" data-kind={kind}>
        <Drawing path={drawings[kind]} />
      </span>
      <span className="entry-text">
        <span className="unseen">{t(`chooser.${kind}`)} </span>
        <span className="entry-name">{name}</span>
        {isSought ? <span className="entry-mark"> {t('chooser.sought-mark')}</span> : null}
        {isRoot && path !== name ? <span className="entry-note"> {path}</span> : null}
        {mandate === null ? null : (
          <span className="entry-note"> {t('chooser.of-mandate', { name: mandate.name })}</span>
        )}
      </span>
    </>
  );
}
