import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Overview } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { queryKeys } from './query-keys.js';
import { useCached } from './use-cached.js';
import { useFollowed } from './use-followed.js';
import type { Followed } from './use-followed.js';

export interface MandatesOverview extends Followed {
  /** The newest that is known, also while not connected; `null` before anything is. */
  readonly overview: Overview | null;
}

/** All mandates at a glance, kept true by the service's event stream, which writes the query cache. */
export function useOverview(): MandatesOverview {
  const { client } = useSynchro();
  const cache = useQueryClient();
  const followed = useFollowed(
    useCallback(
      (onConnection) =>
        client.watch(
          'streamOverview',
          {},
          { onConnection, onSnapshot: (overview) => void cache.setQueryData(queryKeys.overview, overview) },
        ),
      [client, cache],
    ),
  );
  return { ...followed, overview: useCached(queryKeys.overview) as Overview | null };
}
