import { useSynchro } from '@synchro/sync-react';
import { useQueries } from '@tanstack/react-query';
import type { MandateFileMessage, StatusSnapshot } from '../contract-types.js';
import { queryKeys } from '../query-keys.js';
import { useReadAgain } from './use-read-again.js';

export interface AccountingStatus {
  readonly file: MandateFileMessage;
  /** What concerns it; `null` until it has been read. */
  readonly snapshot: StatusSnapshot | null;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * What is pending in each accounting file of a mandate, with its revision: the overview has their sum only. Read once,
 * and again when `signature` says that something has changed; the page's one stream is the overview's.
 */
export function useAccountingStatuses(
  files: readonly MandateFileMessage[],
  signature: string,
): readonly AccountingStatus[] {
  const { client } = useSynchro();
  const queries = useQueries({
    queries: files.map(({ id, path }) => ({
      queryKey: queryKeys.accountingStatus(id, path),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        client.call('getStatus', { query: { product: 'compta', path }, signal }),
      staleTime: 0,
    })),
  });
  useReadAgain(queries, signature);
  return files.map((file, i) => {
    const query = queries[i];
    return {
      file,
      snapshot: query?.data ?? null,
      error: query?.error ?? null,
      retry: () => void query?.refetch(),
    };
  });
}
