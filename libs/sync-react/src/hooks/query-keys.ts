import type { StatusQuery } from '@synchro/sync-core/contract';

/** Keys of the query cache. What depends on entries bears the revision, so that a new one is a new query. */
export const queryKeys = {
  status: (scope: StatusQuery) => ['status', scope.product, scope.path, scope.documentId ?? null] as const,
  connection: (scope: StatusQuery) => ['connection', ...queryKeys.status(scope)] as const,
  entries: (mandateId: string, accountingFile: string, revision: number) =>
    ['entries', mandateId, accountingFile, revision] as const,
  postings: (mandateId: string, accountingFile: string, revision: number) =>
    ['postings', mandateId, accountingFile, revision] as const,
};
