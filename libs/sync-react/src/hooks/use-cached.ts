import { useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * What a stream has written into the cache; `null` before it has. `useQuery` says the same; its machinery of fetching
 * is 2.5 KB that a banner without a dialog has no use for.
 */
export function useCached(key: QueryKey): unknown {
  const cache = useQueryClient();
  const subscribe = useCallback((changed: () => void) => cache.getQueryCache().subscribe(changed), [cache]);
  return useSyncExternalStore(subscribe, () => cache.getQueryData(key) ?? null);
}
