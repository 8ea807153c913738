import { useQuery } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { LinkMessage, Migrate, RestoredLinks } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { queryKeys } from './query-keys.js';
import { useCommand } from './use-command.js';

/** Every file of a mandate that is not where the mandate says, with where it may be. */
export function useMigration(mandateId: string): UseQueryResult<readonly LinkMessage[]> {
  const { client } = useSynchro();
  return useQuery({
    queryKey: queryKeys.migration(mandateId),
    queryFn: async ({ signal }) => {
      const { links } = await client.call('getMigration', { params: { mandateId }, signal });
      return links;
    },
    staleTime: 0,
    gcTime: 0, // Files move: what was found before is of no use to anybody.
  });
}

/** Restores several links in one step, all or none. */
export function useMigrate(mandateId: string): UseMutationResult<RestoredLinks, Error, Migrate['moves']> {
  const { client } = useSynchro();
  return useCommand((moves) => client.call('migrate', { params: { mandateId }, body: { moves } }));
}
