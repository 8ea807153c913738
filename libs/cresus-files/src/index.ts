export { readChart, writeChart } from './chart.js';
export type { ChartAccount, ChartOfAccounts, ChartVatCode } from './chart.js';
export {
  emptyEccIndex,
  findByName,
  isPlainName,
  readEccIndex,
  removeEccEntry,
  setEccEntry,
} from './ecc-index.js';
export type { EccEntry, EccIndex } from './ecc-index.js';
export { entryDefects, OPEN_SIDE } from './entry-defects.js';
export type { EntryDefect, EntryFile, EntryFileType, EntryLine, FileEntry } from './entry-file.js';
export { CresusFileError } from './file-problem.js';
export type { FileProblem, FileProblemCode, ReadResult } from './file-problem.js';
export { readImportText, writeImportText } from './import-text.js';
export type { ImportFormat, ImportLine } from './import-text.js';
export { readEntryFile } from './read-entry-file.js';
export { decodeWindows1252, encodeWindows1252 } from './windows-1252.js';
export { writeEntryFile } from './write-entry-file.js';
