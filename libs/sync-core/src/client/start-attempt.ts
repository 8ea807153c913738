import { NotConnectedError } from './call-error.js';
import type { DisconnectReason } from './connection.js';
import { readEvents } from './read-events.js';

/** The service sends a heartbeat every 10 s; two lost ones are an accident, three are not. */
export const SILENCE_MS = 25_000;
/** On this machine an answer takes milliseconds, on a busy one perhaps a second. */
const OPEN_MS = 10_000;

export interface Attempt {
  readonly open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
  /** Those of all scopes that were asked for, in the order asked. */
  readonly onSnapshots: (snapshots: readonly object[]) => void;
  /** Called once, unless the attempt is cancelled before. */
  readonly onEnd: (reason: DisconnectReason) => void;
}

/**
 * One connection from its opening to its end. It always ends: by an answer that is no stream, by the end of
 * the stream, or by a silence.
 *
 * @returns cancels: nothing is called afterwards
 */
export function startAttempt({ open, onSnapshots, onEnd }: Attempt): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let watchdog = setTimeout(() => end('no-answer'), OPEN_MS);

  const cancel = () => {
    clearTimeout(watchdog);
    controller.abort();
  };
  const end = (reason: DisconnectReason) => {
    if (signal.aborted) return;
    cancel();
    onEnd(reason);
  };
  const onBytes = () => {
    clearTimeout(watchdog);
    if (!signal.aborted) watchdog = setTimeout(() => end('silent'), SILENCE_MS);
  };

  const run = async (): Promise<DisconnectReason> => {
    const stream = await open(signal);
    onBytes();
    const how = await readEvents(stream, { onBytes, read: snapshotsOf, onEvent: onSnapshots }, signal);
    return how === 'ended' ? 'no-answer' : 'too-old';
  };
  run().then(end, (error: unknown) => end(error instanceof NotConnectedError ? error.reason : 'no-answer'));

  return cancel;
}

/** The schemas stay out of the browser; what every snapshot has is enough to know one from another program's event. */
function snapshotsOf(data: string): readonly object[] | null {
  try {
    const { snapshots } = JSON.parse(data) as {
      readonly snapshots: readonly { readonly revision: unknown }[];
    };
    return snapshots.every(({ revision }) => typeof revision === 'number') ? snapshots : null;
  } catch {
    return null; // No JSON, or of another shape.
  }
}
