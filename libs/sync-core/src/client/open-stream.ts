import { NotConnectedError } from './call-error.js';
import { reasonOfStatus } from './connection.js';
import type { Transport } from './transport.js';

/**
 * Opens the event stream of several scopes and answers its bytes.
 *
 * @param scopes as the contract's `streamScopes` takes them
 * @throws NotConnectedError with the reason why there is none
 */
export async function openStream(
  transport: Transport,
  scopes: readonly unknown[],
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const response = await firstOrSecondAnswer(
    () => transport.send('streamScopes', { body: { scopes } }, signal),
    transport,
    signal,
  );
  if (!response.ok) throw new NotConnectedError(reasonOfStatus(response.status));
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (!isStream || response.body === null) throw new NotConnectedError('too-old');
  return response.body;
}

/**
 * A service that comes up between our request and the look whether it listens would be taken for one that
 * refuses us, and be tried again only seconds later; so it is asked once more before we believe that.
 */
async function firstOrSecondAnswer(
  send: () => Promise<Response>,
  transport: Transport,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await send();
  } catch (cause) {
    if (cause instanceof NotConnectedError) throw cause;
    if (!(await transport.listens(signal))) throw new NotConnectedError('no-answer', { cause });
  }
  try {
    return await send();
  } catch (cause) {
    if (cause instanceof NotConnectedError) throw cause;
    throw new NotConnectedError('access-denied', { cause });
  }
}
