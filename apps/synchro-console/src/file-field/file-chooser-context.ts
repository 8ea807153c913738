import { createContext } from 'react';
import type { ComponentType } from 'react';

/** What the dialog that a file is chosen in is told, and tells. */
export interface FileChooserProps {
  readonly title: string;
  /** The name of the very file that is sought. */
  readonly sought: string | null;
  readonly pick: 'file';
  /** Only files whose names end so, without the point. */
  readonly extensions: readonly string[];
  /** The folder to begin in; `null`: where one can begin. */
  readonly start: string | null;
  readonly canBrowse: boolean;
  readonly onChoose: (path: string) => void;
  readonly onCancel: () => void;
}

/** Brings the chooser when it is first opened. */
export type LoadFileChooser = () => Promise<ComponentType<FileChooserProps>>;

/** Where file fields have their chooser from; without one, or where the service does not list folders, paths are typed. */
export const FileChooserContext = createContext<LoadFileChooser | null>(null);
