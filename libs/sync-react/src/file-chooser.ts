export { extensionsOf } from './file-chooser/chooser-entries.js';
export { FileChooser } from './file-chooser/file-chooser.js';
export type { FileChooserProps } from './file-chooser/file-chooser.js';
export { FileChooserDialog } from './file-chooser/file-chooser-dialog.js';
export type { FileChooserDialogProps } from './file-chooser/file-chooser-dialog.js';
