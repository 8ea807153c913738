import { useSynchro } from '@synchro/sync-react';
import { useCallback } from 'react';

/** Has shared mandates synchronised now. @throws why they could not be */
export function useRetry(): (mandates: readonly string[]) => Promise<void> {
  const { client } = useSynchro();
  return useCallback(
    async (mandates) => {
      await client.call('retrySync', { body: { mandates: [...mandates] } });
    },
    [client],
  );
}
