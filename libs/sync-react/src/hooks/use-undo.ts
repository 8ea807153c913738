import { useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { UndoResult } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { queryKeys } from './query-keys.js';
import { useCommand } from './use-command.js';

/** Un-posts (*décomptabiliser*) a posting, named by its id. */
export function useUndo(
  mandateId: string,
  accountingFile: string,
): UseMutationResult<UndoResult, Error, string> {
  const { client } = useSynchro();
  const cache = useQueryClient();
  return useCommand(async (postingId: string, idempotencyKey) => {
    const result = await client.call('deletePosting', { params: { mandateId, postingId }, idempotencyKey });
    await cache.invalidateQueries({ queryKey: queryKeys.postings(mandateId, accountingFile) });
    return result;
  });
}
