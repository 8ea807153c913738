import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Scope, StatusSnapshot } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { queryKeys } from './query-keys.js';
import { tellOpened } from './tell-opened.js';
import { useCached } from './use-cached.js';
import { useFollowed } from './use-followed.js';
import type { Followed } from './use-followed.js';

export interface ScopeStatus extends Followed {
  /** The newest that is known, also while not connected; `null` before anything is. */
  readonly snapshot: StatusSnapshot | null;
}

/**
 * What concerns one open document, kept true by the service's event stream, which writes the query cache.
 *
 * For one scope in the life of the component; give it a `key` to follow another.
 */
export function useStatus(scope: Scope): ScopeStatus {
  const { client } = useSynchro();
  const cache = useQueryClient();
  const { product, path, documentId } = scope;
  const followed = useFollowed(
    useCallback(
      (onConnection) => {
        const query = { product, path, ...(documentId === undefined ? {} : { documentId }) };
        const tell = tellOpened(client, query);
        tell();
        return client.watch(
          'streamStatus',
          { query },
          {
            onSnapshot: (snapshot) => void cache.setQueryData(queryKeys.status(query), snapshot),
            onConnection: (connection) => {
              if (connection.status === 'connected') tell();
              onConnection(connection);
            },
          },
        );
      },
      [client, cache, product, path, documentId],
    ),
  );
  return { ...followed, snapshot: useCached(queryKeys.status(scope)) as StatusSnapshot | null };
}
