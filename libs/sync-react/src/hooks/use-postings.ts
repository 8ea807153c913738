import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { PostingSummary } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { queryKeys } from './query-keys.js';

/** The history of postings, newest first; read again when the revision says that something was posted or un-posted. */
export function usePostings(
  mandateId: string,
  accountingFile: string,
  revision: number,
): UseQueryResult<readonly PostingSummary[]> {
  const { client } = useSynchro();
  const query = useQuery({
    queryKey: queryKeys.postings(mandateId, accountingFile),
    queryFn: async ({ signal }) => {
      const params = { mandateId };
      const { items } = await client.call('listPostings', { params, query: { accountingFile }, signal });
      return items;
    },
    staleTime: 0, // Another window may have posted or confirmed while this one was closed.
  });
  const { refetch } = query;
  const known = useRef(revision);
  useEffect(() => {
    if (known.current === revision) return;
    known.current = revision;
    void refetch();
  }, [revision, refetch]);
  return query;
}
