import { useCallback } from 'react';
import type { Scope, StatusSnapshot } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { tellOpened } from './tell-opened.js';
import { useFollowed } from './use-followed.js';
import type { Followed } from './use-followed.js';

export type ScopeStatus = Followed<StatusSnapshot>;

/**
 * What concerns one open document, kept true by the service's event stream. The service is told first that it is open.
 *
 * For one scope in the life of the component; give it a `key` to follow another.
 */
export function useStatus(scope: Scope): ScopeStatus {
  const { client } = useSynchro();
  const { product, path, documentId } = scope;
  return useFollowed<StatusSnapshot>(
    useCallback(
      (observer) => {
        const query = { product, path, ...(documentId === undefined ? {} : { documentId }) };
        const tell = tellOpened(client, query);
        tell();
        return client.watch(
          'streamStatus',
          { query },
          {
            ...observer,
            onConnection: (connection) => {
              if (connection.status === 'connected') tell();
              observer.onConnection(connection);
            },
          },
        );
      },
      [client, product, path, documentId],
    ),
  );
}
