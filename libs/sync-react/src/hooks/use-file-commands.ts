import type { UseMutationResult } from '@tanstack/react-query';
import { useSynchro } from '../root/synchro-context.js';
import { useCommand } from './use-command.js';

/** A suspect version of an entry file is right after all [T4]; named as its notification gave it. */
export function useConfirmVersion(
  mandateId: string,
): UseMutationResult<void, Error, { readonly fileId: string; readonly version: string }> {
  const { client } = useSynchro();
  return useCommand(async ({ fileId, version }) => {
    await client.call('confirmVersion', { params: { mandateId, fileId }, body: { version } });
  });
}

/** A copy that a cloud folder made is known and does not matter [T6]. */
export function useIgnoreTwin(mandateId: string): UseMutationResult<void, Error, string> {
  const { client } = useSynchro();
  return useCommand(async (twinId: string) => {
    await client.call('ignoreTwin', { params: { mandateId, twinId } });
  });
}

/** Shows a file in the system's file manager, on the service's machine. */
export function useShowFile(mandateId: string): UseMutationResult<void, Error, string> {
  const { client } = useSynchro();
  return useCommand(async (fileId: string) => {
    await client.call('showFile', { params: { mandateId, fileId } });
  });
}

/** From now on this machine keeps the mandate. */
export function useTakeOver(mandateId: string): UseMutationResult<void, Error, void> {
  const { client } = useSynchro();
  return useCommand(async () => {
    await client.call('takeOverMandate', { params: { mandateId } });
  });
}
