import type { ReactElement } from 'react';
import type { Pick } from './chooser-entries.js';
import { FolderChooser } from './folder-chooser.js';
import { TypedChooser } from './typed-chooser.js';

export interface FileChooserProps {
  /** What is to be chosen, said above; left out where a dialog around says it. */
  readonly title?: string;
  /** The name of a lost file: it is said, and the file is marked and chosen where it turns up. */
  readonly sought?: string | null;
  readonly pick: Pick;
  /** Without the point, in small letters; none: any file. */
  readonly extensions?: readonly string[];
  /** The folder to begin in, or the nearest above it that exists; none: where the service lets one begin. */
  readonly start?: string | null;
  /** Whether the service can `browse-folders`; if it cannot, a path can still be given. */
  readonly canBrowse: boolean;
  /** Whether files of mandates can be chosen too. */
  readonly takesAttached?: boolean;
  /** Busy until it settles; a rejection is told in place. */
  readonly onChoose: (path: string) => Promise<void> | void;
  readonly onCancel: () => void;
}

/**
 * A file or folder of the service's machine, chosen from its folders. A panel, for a dialog that gives it its place for
 * as long as it is needed; it takes the focus. It needs `DialogTexts` above it.
 */
export function FileChooser(props: FileChooserProps): ReactElement {
  return props.canBrowse ? <FolderChooser {...props} /> : <TypedChooser {...props} />;
}
