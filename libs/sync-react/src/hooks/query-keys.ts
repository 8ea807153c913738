import type { Scope } from '../contract-types.js';

/** Where things lie in the query cache. What depends on pending or posted entries carries their revision. */
export const queryKeys = {
  statuses: ['status'] as const,
  status: ({ product, path, documentId }: Scope) => ['status', product, path, documentId ?? null] as const,
  overview: ['overview'] as const,
  entries: (mandateId: string, accountingFile: string, revision: number) =>
    ['entries', mandateId, accountingFile, revision] as const,
  postings: (mandateId: string, accountingFile: string) => ['postings', mandateId, accountingFile] as const,
} as const;
