import { useCommand, useSynchro } from '@synchro/sync-react';
import { useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { AttachFile, CorrectFile, LinkChange, MandateFileMessage } from './contract-types.js';
import { queryKeys } from './query-keys.js';

/** Gives the mandate another name. */
export function useRenameMandate(mandateId: string): UseMutationResult<void, Error, string> {
  const { client } = useSynchro();
  const cache = useQueryClient();
  return useCommand(async (name: string) => {
    await client.call('renameMandate', { params: { mandateId }, body: { name } });
    await cache.invalidateQueries({ queryKey: queryKeys.mandate(mandateId) });
  });
}

/** The mandate is no longer kept; named is what the user was told to wait in it. */
export function useRemoveMandate(mandateId: string): UseMutationResult<void, Error, number> {
  const { client } = useSynchro();
  return useCommand(async (pendingSeen: number) => {
    await client.call('removeMandate', { params: { mandateId }, query: { pendingSeen } });
  });
}

/** A program's document, a further fiscal period, or a listed entry file again. */
export function useAttachFile(mandateId: string): UseMutationResult<MandateFileMessage, Error, AttachFile> {
  const { client } = useSynchro();
  const cache = useQueryClient();
  return useCommand(async (body) => {
    const file = await client.call('attachFile', { params: { mandateId }, body });
    await cache.invalidateQueries({ queryKey: queryKeys.mandate(mandateId) });
    return file;
  });
}

/** The program of an entry file, or the entry file of a document. */
export function useCorrectFile(
  mandateId: string,
  fileId: string,
): UseMutationResult<void, Error, CorrectFile> {
  const { client } = useSynchro();
  const cache = useQueryClient();
  return useCommand(async (body) => {
    await client.call('correctFile', { params: { mandateId, fileId }, body });
    await cache.invalidateQueries({ queryKey: queryKeys.mandate(mandateId) });
  });
}

/** The file no longer belongs to the mandate; named is what the user was told to wait of it. */
export function useDetachFile(mandateId: string, fileId: string): UseMutationResult<void, Error, number> {
  const { client } = useSynchro();
  const cache = useQueryClient();
  return useCommand(async (pendingSeen: number) => {
    await client.call('detachFile', { params: { mandateId, fileId }, query: { pendingSeen } });
    await cache.invalidateQueries({ queryKey: queryKeys.mandate(mandateId) });
  });
}

/** Takes a correction of links back. */
export function useUndoLinkChange(mandateId: string): UseMutationResult<LinkChange, Error, string> {
  const { client } = useSynchro();
  const cache = useQueryClient();
  return useCommand(async (changeId: string) => {
    const change = await client.call('undoLinkChange', { params: { mandateId, changeId } });
    await cache.invalidateQueries({ queryKey: queryKeys.linkChanges(mandateId) });
    return change;
  });
}
