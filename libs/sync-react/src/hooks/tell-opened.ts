import { NotConnectedError } from '@synchro/sync-core/client';
import type { SynchroClient } from '@synchro/sync-core/client';
import type { Scope } from '../contract-types.js';

/**
 * Tells the service which document the program has open, which it recognises it by after a move. Once is enough; what
 * comes of it reaches the banner through its stream, so a refusal is no business of the banner's.
 *
 * @returns tells it, unless that is done or on its way; to be called again when the service can be reached
 */
export function tellOpened(client: SynchroClient, document: Scope): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    client.call('documentOpened', { body: document }).catch((error: unknown) => {
      isDone = !(error instanceof NotConnectedError);
    });
  };
}
