import type { UseMutationResult } from '@tanstack/react-query';
import type { AccountState } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { useCommand } from './use-command.js';

/** Begins to sign in; the answer has the address of the page that is to be opened. */
export function useStartSignIn(): UseMutationResult<AccountState, Error, void> {
  const { client } = useSynchro();
  return useCommand(() => client.call('startSignIn'));
}

/** Nobody signs in after all. */
export function useCancelSignIn(): UseMutationResult<void, Error, void> {
  const { client } = useSynchro();
  return useCommand(async () => {
    await client.call('cancelSignIn');
  });
}

/** From now on nobody is signed in. */
export function useSignOut(): UseMutationResult<void, Error, void> {
  const { client } = useSynchro();
  return useCommand(async () => {
    await client.call('signOut');
  });
}
