export { bannerExamples } from './examples/banner-examples.js';
export type { BannerExample } from './examples/banner-examples.js';
export { chooserExamples } from './examples/chooser-examples.js';
export type { ChooserExample } from './examples/chooser-examples.js';
export {
  linkCapabilities,
  migrationDialogExamples,
  pressSelectors,
  restoreLinkExamples,
  signInExamples,
} from './examples/dialog-examples.js';
export type { DialogExample, ExampleAnswer, SignInExample } from './examples/dialog-examples.js';
export { aFileEntry, anEntry, entryExamples, manyEntries } from './examples/example-entries.js';
export { aFile, aFolder, aListing, folderExamples } from './examples/example-folders.js';
export { aCandidate, aLink, linkExamples, manyLinks, migrationExamples } from './examples/example-links.js';
export { fileEntriesExamples } from './examples/file-entries-examples.js';
export type { FileEntriesExample } from './examples/file-entries-examples.js';
export {
  accountExamples,
  aDocumentSnapshot,
  aSnapshot,
  counts,
  EXAMPLE_NOW,
  NINE_DAYS_AGO,
  notificationExamples,
} from './examples/example-parts.js';
