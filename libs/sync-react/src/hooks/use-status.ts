import type { WatchHandle } from '@synchro/sync-core/client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Scope, StatusSnapshot } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { afterConnection, newConnection } from './connection-history.js';
import type { ConnectionHistory } from './connection-history.js';
import { queryKeys } from './query-keys.js';

export interface ScopeStatus extends ConnectionHistory {
  /** The newest that is known, also while not connected; `null` before anything is. */
  readonly snapshot: StatusSnapshot | null;
  /** Tries to connect now instead of later. */
  readonly retry: () => void;
}

/**
 * What concerns one open document, kept true by the service's event stream, which writes the query cache. A hidden
 * page closes its stream and comes back: browsers allow six connections to a service.
 *
 * For one scope in the life of the component; give it a `key` to follow another.
 */
export function useStatus(scope: Scope): ScopeStatus {
  const { client, now } = useSynchro();
  const cache = useQueryClient();
  const handle = useRef<WatchHandle | null>(null);
  const [history, setHistory] = useState(() => newConnection(now()));
  const { product, path, documentId } = scope;

  useEffect(() => {
    const query = { product, path, ...(documentId === undefined ? {} : { documentId }) };
    const stream = client.watch(
      'streamStatus',
      { query },
      {
        onSnapshot: (snapshot) => void cache.setQueryData(queryKeys.status(query), snapshot),
        onConnection: (connection) => setHistory((before) => afterConnection(before, connection, now())),
      },
    );
    handle.current = stream;
    const followVisibility = () => (document.hidden ? stream.pause() : stream.resume());
    if (document.hidden) stream.pause();
    document.addEventListener('visibilitychange', followVisibility);
    return () => {
      document.removeEventListener('visibilitychange', followVisibility);
      handle.current = null;
      stream.stop();
    };
  }, [client, cache, now, product, path, documentId]);

  const retry = useCallback(() => handle.current?.retryNow(), []);
  return { ...history, snapshot: useSnapshot(scope) ?? null, retry };
}

/**
 * The snapshot that the stream has written into the cache. `useQuery` says the same; its machinery of fetching is
 * 2.5 KB that a banner without a dialog has no use for.
 */
function useSnapshot(scope: Scope): StatusSnapshot | undefined {
  const cache = useQueryClient();
  const subscribe = useCallback((changed: () => void) => cache.getQueryCache().subscribe(changed), [cache]);
  return useSyncExternalStore(subscribe, () => cache.getQueryData<StatusSnapshot>(queryKeys.status(scope)));
}
