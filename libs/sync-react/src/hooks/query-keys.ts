import type { FileEntryState } from '../contract-types.js';
import type { LinkTarget } from './use-link.js';

/** Where things lie in the query cache. What depends on pending or posted entries carries their revision. */
export const queryKeys = {
  entries: (mandateId: string, accountingFile: string, revision: number) =>
    ['entries', mandateId, accountingFile, revision] as const,
  fileEntries: (mandateId: string, fileId: string, state: FileEntryState, revision: number) =>
    ['file-entries', mandateId, fileId, state, revision] as const,
  postings: (mandateId: string, accountingFile: string) => ['postings', mandateId, accountingFile] as const,
  link: ({ mandateId, fileId, document }: LinkTarget) =>
    ['link', mandateId, fileId, document?.path ?? null, document?.documentId ?? null] as const,
  mandateFiles: (mandateId: string) => ['mandate-files', mandateId] as const,
  migration: (mandateId: string) => ['migration', mandateId] as const,
} as const;
