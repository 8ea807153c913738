import { useSynchro } from '@synchro/sync-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { LinkChange } from '../contract-types.js';
import { queryKeys } from '../query-keys.js';
import { useKeptTrue } from './use-kept-true.js';

/** The corrections of a mandate's links, newest first; read again whenever the overview tells something else of it. */
export function useLinkChanges(mandateId: string, signature: string): UseQueryResult<readonly LinkChange[]> {
  const { client } = useSynchro();
  return useKeptTrue(
    queryKeys.linkChanges(mandateId),
    async ({ signal }): Promise<readonly LinkChange[]> => {
      const { items } = await client.call('listLinkChanges', { params: { mandateId }, signal });
      return items;
    },
    signature,
  );
}
