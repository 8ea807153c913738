import type { UseMutationResult } from '@tanstack/react-query';
import type { LinkChange } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { useCommand } from './use-command.js';

/** Takes a correction of links back, named by the id that it was answered with. */
export function useUndoLinkChange(mandateId: string): UseMutationResult<LinkChange, Error, string> {
  const { client } = useSynchro();
  return useCommand((changeId) => client.call('undoLinkChange', { params: { mandateId, changeId } }));
}
