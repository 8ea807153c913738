import { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '../hooks/query-keys.js';

/**
 * The cache behind one banner. The stream tells when something is new, so nothing is fetched again for reasons of
 * its own; and the service is on this machine, so being offline means nothing (`networkMode`).
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  // Written by the stream and read past the observers, so it must not be thrown away for having none.
  client.setQueryDefaults(queryKeys.statuses, { gcTime: Infinity });
  client.setQueryDefaults(queryKeys.overview, { gcTime: Infinity });
  return client;
}
