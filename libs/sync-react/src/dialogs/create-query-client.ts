import { QueryClient } from '@tanstack/react-query';

/**
 * The cache behind a dialog, or behind a whole console. The stream tells when something is new, so nothing is fetched
 * again for reasons of its own; and the service is on this machine, so being offline means nothing (`networkMode`).
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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
}
