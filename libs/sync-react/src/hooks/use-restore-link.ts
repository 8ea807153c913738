import type { UseMutationResult } from '@tanstack/react-query';
import type { RestoredLinks, RestoreLink } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { useCommand } from './use-command.js';
import type { LinkTarget } from './use-link.js';

/** From now on the mandate refers to the file at the place that a person has confirmed. */
export function useRestoreLink({
  mandateId,
  fileId,
}: LinkTarget): UseMutationResult<RestoredLinks, Error, RestoreLink> {
  const { client } = useSynchro();
  return useCommand((body) => client.call('restoreLink', { params: { mandateId, fileId }, body }));
}
