import { failureOf, refusalOf } from './call.js';
import { NotConnectedError } from './call-error.js';
import { readEvents } from './read-events.js';
import type { RequestParts } from './request-parts.js';
import { SILENCE_MS } from './start-attempt.js';
import type { Transport } from './transport.js';
import type { WorkOperation } from './operation.js';

/** What every event of work under way has; the schemas stay out of the browser. */
export interface WorkEvent {
  readonly isOver: boolean;
}

/** Before the first event the service may have to wait for a drive. */
const BEGIN_MS = 60_000;

/**
 * Starts work and tells how far it is until it is over; giving up the signal gives up the work.
 *
 * @returns the last event
 * @throws CallError          the service says no, and why
 * @throws NotConnectedError  there was no answer, not one of ours, or it broke off
 * @throws the signal's reason when the caller gave up
 */
export async function follow(
  transport: Transport,
  operation: WorkOperation,
  parts: RequestParts & { readonly signal?: AbortSignal | undefined },
  onEvent: (event: WorkEvent) => void,
): Promise<WorkEvent> {
  const end = new AbortController();
  const silent = () => end.abort(new NotConnectedError('silent'));
  let watchdog = setTimeout(silent, BEGIN_MS);
  const onBytes = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(silent, SILENCE_MS);
  };
  const signal = AbortSignal.any(parts.signal === undefined ? [end.signal] : [end.signal, parts.signal]);
  let last = null as WorkEvent | null; // Set by the reader, which the compiler does not see.
  try {
    const stream = await streamOf(await transport.send(operation, parts, signal));
    const take = (event: WorkEvent) => {
      if (last !== null) return;
      if (event.isOver) last = event;
      onEvent(event);
      if (event.isOver) end.abort();
    };
    const how = await readEvents(stream, { onBytes, read: readWorkEvent, onEvent: take }, signal);
    if (last !== null) return last;
    signal.throwIfAborted();
    throw new NotConnectedError(how === 'ended' ? 'no-answer' : 'too-old');
  } catch (cause) {
    if (last !== null) return last;
    throw await failureOf(cause, transport, signal);
  } finally {
    clearTimeout(watchdog);
    end.abort();
  }
}

async function streamOf(response: Response): Promise<ReadableStream<Uint8Array>> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok) throw await refusalOf(response, type);
  if (!type.startsWith('text/event-stream') || response.body === null) throw new NotConnectedError('too-old');
  return response.body;
}

function readWorkEvent(data: string): WorkEvent | null {
  try {
    const event = JSON.parse(data) as WorkEvent;
    return typeof event.isOver === 'boolean' ? event : null;
  } catch {
    return null; // No JSON, or of another shape.
  }
}
