import type { UseMutationResult } from '@tanstack/react-query';
import { useSynchro } from '../root/synchro-context.js';
import { useCommand } from './use-command.js';

/** Tries again to synchronise shared mandates: those named, or all of them. */
export function useRetrySync(): UseMutationResult<void, Error, readonly string[] | undefined> {
  const { client } = useSynchro();
  return useCommand(async (mandates) => {
    await client.call('retrySync', { body: mandates === undefined ? {} : { mandates: [...mandates] } });
  });
}
