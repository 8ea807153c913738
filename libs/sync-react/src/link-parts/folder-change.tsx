import type { ReactElement } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { comparePaths } from './compare-paths.js';
import { FolderText } from './path-text.js';

export interface FolderChangeProps {
  readonly folder: string;
  /** Where it is now; `null` where that is not one place. */
  readonly newFolder: string | null;
}

/** A folder, and what has become of it; what differs stands out. */
export function FolderChange({ folder, newFolder }: FolderChangeProps): ReactElement {
  const { t } = useDialogTexts();
  return (
    <>
      <FolderText parts={comparePaths(folder, newFolder ?? folder).folder} />
      {newFolder === null ? null : (
        <span className="new-folder">
          <span aria-hidden="true">→ </span>
          <span className="unseen">{t('migration.new-folder', { folder: '' })}</span>
          <FolderText parts={comparePaths(newFolder, folder).folder} />
        </span>
      )}
    </>
  );
}
