import { useState } from 'react';
import type { ReactElement } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { extensionsOf } from '../file-chooser/chooser-entries.js';
import { parentPath } from '../file-chooser/path-steps.js';
import type { Finding, Searched } from './finding.js';
import { SearchPanel } from './search-panel.js';

export interface FileFinderProps {
  readonly mandateId: string;
  readonly finding: Finding;
  /** Whether the service can `browse-folders`. */
  readonly canBrowse: boolean;
  readonly onPointed: (path: string) => void;
  /** Busy until it settles: what was found is looked up. */
  readonly onSearched: (searched: Searched) => Promise<void>;
  readonly onCancel: () => void;
}

/** A person points to a file, or names a folder that is searched; in the place of what the dialog shows otherwise. */
export function FileFinder(props: FileFinderProps): ReactElement {
  const { mandateId, finding, canBrowse, onPointed, onSearched, onCancel } = props;
  const { Chooser } = finding;
  const { t } = useDialogTexts();
  const [folder, setFolder] = useState<string | null>(null);

  if (finding.way === 'point') {
    const { name, path } = finding.file;
    return (
      <Chooser
        title={t('link.point.title')}
        sought={name}
        pick="file"
        extensions={extensionsOf(name)}
        start={parentPath(path)}
        canBrowse={canBrowse}
        onChoose={onPointed}
        onCancel={onCancel}
      />
    );
  }
  const { files } = finding;
  const [first] = files;
  if (folder === null)
    return (
      <Chooser
        title={t('link.search.title')}
        sought={files.length === 1 ? (first?.name ?? null) : null}
        pick="folder"
        start={first === undefined ? null : parentPath(first.path)}
        canBrowse={canBrowse}
        onChoose={setFolder}
        onCancel={onCancel}
      />
    );
  return (
    <SearchPanel
      mandateId={mandateId}
      files={files}
      folder={folder}
      onOver={onSearched}
      onCancel={onCancel}
    />
  );
}
