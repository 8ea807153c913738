import type { UseMutationResult } from '@tanstack/react-query';
import type { PostingRequest, PostingResult } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { useCommand } from './use-command.js';

/** Posts pending entries of an accounting file: all that are sound, as of a revision, or those named. */
export function usePost(
  mandateId: string,
  accountingFile: string,
): UseMutationResult<PostingResult, Error, PostingRequest> {
  const { client } = useSynchro();
  return useCommand((body: PostingRequest, idempotencyKey) =>
    client.call('createPosting', { params: { mandateId }, query: { accountingFile }, body, idempotencyKey }),
  );
}
