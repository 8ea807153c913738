import type { ComponentType } from 'react';
import type { LinkMessage } from '../contract-types.js';
import type { FileChooserProps } from '../file-chooser/file-chooser.js';

/** How a person helps to find files, while they do; the chooser's code has come by then. */
export type Finding =
  | { readonly way: 'point'; readonly file: LinkMessage; readonly Chooser: ComponentType<FileChooserProps> }
  | {
      readonly way: 'search';
      readonly files: readonly LinkMessage[];
      readonly Chooser: ComponentType<FileChooserProps>;
    };

/** A search in a folder that has come to its end. */
export interface Searched {
  readonly folder: string;
  /** How many places were found for each file. */
  readonly found: ReadonlyMap<string, number>;
}

/** The chooser's code, which comes over the wire when it is first wanted. @throws when the service has gone */
export const loadChooser = async (): Promise<ComponentType<FileChooserProps>> =>
  (await import('../file-chooser/file-chooser.js')).FileChooser;
