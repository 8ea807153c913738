import { useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { PostingSummary } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { queryKeys } from './query-keys.js';
import { useCommand } from './use-command.js';

/** Says that the accounting has a posting's entries. Saying it twice is saying it once, so it needs no key. */
export function useConfirmArrival(
  mandateId: string,
  accountingFile: string,
): UseMutationResult<PostingSummary, Error, string> {
  const { client } = useSynchro();
  const cache = useQueryClient();
  return useCommand(async (postingId: string) => {
    const posting = await client.call('confirmArrival', { params: { mandateId, postingId } });
    await cache.invalidateQueries({ queryKey: queryKeys.postings(mandateId, accountingFile) });
    return posting;
  });
}
