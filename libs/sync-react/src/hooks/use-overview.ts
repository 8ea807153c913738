import type { WatchHandle } from '@synchro/sync-core/client';
import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Overview } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { afterConnection, newConnection } from './connection-history.js';
import type { ConnectionHistory } from './connection-history.js';
import { queryKeys } from './query-keys.js';

const OVERVIEW_HASH = hashKey(queryKeys.overview);

export interface OverviewStatus extends ConnectionHistory {
  /** The newest that is known, also while not connected; `null` before anything is. */
  readonly overview: Overview | null;
  /** Tries to connect now instead of later. */
  readonly retry: () => void;
}

/**
 * All mandates at a glance, kept true by the service's event stream as `useStatus` does for one document: the one
 * stream of a page that shows them all. Once for such a page.
 */
export function useOverview(): OverviewStatus {
  const { client, now } = useSynchro();
  const cache = useQueryClient();
  const handle = useRef<WatchHandle | null>(null);
  const [history, setHistory] = useState(() => newConnection(now()));

  useEffect(() => {
    const stream = client.watch(
      'streamOverview',
      {},
      {
        onSnapshot: (overview) => void cache.setQueryData(queryKeys.overview, overview),
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
  }, [client, cache, now]);

  // Its own events only: a query that is added while a snapshot is being rendered must not render it anew meanwhile.
  const subscribe = useCallback(
    (changed: () => void) =>
      cache.getQueryCache().subscribe(({ query }) => {
        if (query.queryHash === OVERVIEW_HASH) changed();
      }),
    [cache],
  );
  const overview = useSyncExternalStore(subscribe, () => cache.getQueryData<Overview>(queryKeys.overview));
  const retry = useCallback(() => handle.current?.retryNow(), []);
  return { ...history, overview: overview ?? null, retry };
}
