import { hashKey, useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * What a stream has written into the cache; `null` before it has. `useQuery` says the same; its machinery of fetching
 * is 2.5 KB that a banner without a dialog has no use for.
 */
export function useCached(key: QueryKey): unknown {
  const cache = useQueryClient();
  const hash = hashKey(key);
  // Its own events only: a query that another component adds while it renders must not have this one render meanwhile.
  const subscribe = useCallback(
    (changed: () => void) =>
      cache.getQueryCache().subscribe(({ query }) => {
        if (query.queryHash === hash) changed();
      }),
    [cache, hash],
  );
  return useSyncExternalStore(subscribe, () => cache.getQueryData(key) ?? null);
}
