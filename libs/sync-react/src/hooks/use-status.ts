import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Connection, SynchroClient, WatchHandle } from '@synchro/sync-core/client';
import type { StatusQuery, StatusSnapshot } from '@synchro/sync-core/contract';
import { useEffect, useRef } from 'react';
import { useSync } from '../sync-context.js';
import { queryKeys } from './query-keys.js';

export interface Status {
  /** What was last told of the scope; `null` before anything was. It stays while reconnecting [B6]. */
  readonly snapshot: StatusSnapshot | null;
  readonly connection: Connection;
  /** Does not wait for the next try to reconnect. */
  readonly retryNow: () => void;
}

const CONNECTING: Connection = { status: 'connecting' };

/** Follows what concerns one open document: the stream writes the query cache, nothing polls. */
export function useStatus(scope: StatusQuery): Status {
  const { client } = useSync();
  const queries = useQueryClient();
  const handle = useRef<WatchHandle | null>(null);
  const { product, path, documentId } = scope;

  useEffect(() => {
    const followed: StatusQuery = { product, path, ...(documentId === undefined ? {} : { documentId }) };
    const watch = follow(client, queries, followed);
    handle.current = watch;
    const stopPausing = pauseWhileHidden(watch);
    return () => {
      stopPausing();
      watch.stop();
      handle.current = null;
    };
  }, [client, queries, product, path, documentId]);

  const snapshot = useQuery<StatusSnapshot | null>({
    queryKey: queryKeys.status(scope),
    ...fromStream(null),
  });
  const connection = useQuery<Connection>({
    queryKey: queryKeys.connection(scope),
    ...fromStream(CONNECTING),
  });
  return {
    snapshot: snapshot.data ?? null,
    connection: connection.data ?? CONNECTING,
    retryNow: () => handle.current?.retryNow(),
  };
}

/** The stream is the only source: nothing is ever fetched, and nothing gets stale. */
const fromStream = <T>(initialData: T) => ({
  queryFn: () => initialData,
  enabled: false,
  staleTime: Infinity,
  gcTime: Infinity,
  initialData,
});

function follow(client: SynchroClient, queries: QueryClient, scope: StatusQuery): WatchHandle {
  return client.watch(
    'streamStatus',
    { query: scope },
    {
      onSnapshot: (snapshot) => queries.setQueryData(queryKeys.status(scope), snapshot),
      onConnection: (connection) => queries.setQueryData(queryKeys.connection(scope), connection),
    },
  );
}

/** Browsers allow six connections to a service: a page that nobody sees gives its own back. */
function pauseWhileHidden(watch: WatchHandle): () => void {
  const follow = () => (document.visibilityState === 'hidden' ? watch.pause() : watch.resume());
  document.addEventListener('visibilitychange', follow);
  return () => document.removeEventListener('visibilitychange', follow);
}
