import { CallError } from '@synchro/sync-core/client';
import type { FolderListing } from '../contract-types.js';
import type { DialogExample } from './dialog-examples.js';
import { folderExamples } from './example-folders.js';

export interface ChooserExample extends DialogExample {
  readonly pick: 'file' | 'folder';
  readonly start: string | null;
  readonly canBrowse: boolean;
}

const shown = (name: keyof typeof folderExamples, change: Partial<ChooserExample> = {}): ChooserExample => {
  const listing: FolderListing = folderExamples[name];
  return {
    answers: {
      listFolder: { by: ({ query }) => (query?.['path'] === undefined ? folderExamples.roots : listing) },
    },
    pick: 'file',
    start: listing.path,
    canBrowse: true,
    ...change,
  };
};

/** Every state of the file chooser; `Facturation 2026.fac` is sought. */
export const chooserExamples = {
  roots: shown('roots'),
  'three-files': shown('three-files'),
  'sought-present': shown('sought-present'),
  empty: shown('empty'),
  'folders-only': shown('folders-only'),
  'pick-folder': shown('three-files', { pick: 'folder' }),
  'cloud-drive': shown('cloud-drive'),
  thousands: shown('thousands'),
  truncated: shown('truncated'),
  'long-names': shown('long-names'),
  loading: shown('three-files', { answers: { listFolder: { waits: true } } }),
  failed: shown('three-files', {
    answers: { listFolder: { error: new CallError('internal-error', 500, '', {}) } },
  }),
  'not-supported': shown('three-files', { canBrowse: false, answers: {} }),
} as const satisfies Record<string, ChooserExample>;
