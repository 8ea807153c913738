import { useCallback } from 'react';
import type { Overview } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import type { ConnectionHistory } from './connection-history.js';
import { useFollowed } from './use-followed.js';

export interface MandatesOverview extends ConnectionHistory {
  /** The newest that is known, also while not connected; `null` before anything is. */
  readonly overview: Overview | null;
  /** Tries to connect now instead of later. */
  readonly retry: () => void;
}

/** All mandates at a glance, kept true by the service's event stream. */
export function useOverview(): MandatesOverview {
  const { client } = useSynchro();
  const { snapshot, ...followed } = useFollowed<Overview>(
    useCallback((observer) => client.watch('streamOverview', {}, observer), [client]),
  );
  return { ...followed, overview: snapshot };
}
