import { createParser } from 'eventsource-parser';
import type { EventSourceMessage } from 'eventsource-parser';

/** Larger than any snapshot (lists that can be long are paged resources); ends a line that never does. */
const MAX_EVENT_CHARACTERS = 8_000_000;

export interface EventReader<E> {
  /** Some bytes have come: an event, a part of one, or a heartbeat. */
  readonly onBytes: () => void;
  /** What an event holds; `null` where it is not one of ours. */
  readonly read: (data: string) => E | null;
  readonly onEvent: (event: E) => void;
}

/**
 * Reads server-sent events until the stream ends.
 *
 * @returns `ended` at its end, `malformed` as soon as an event is not one of ours
 * @throws what reading the stream throws
 */
export async function readEvents<E>(
  stream: ReadableStream<Uint8Array>,
  { onBytes, read, onEvent }: EventReader<E>,
  signal: AbortSignal,
): Promise<'ended' | 'malformed'> {
  let malformed = false as boolean; // Set by the parser, which the compiler does not see.
  const parser = createParser({
    maxBufferSize: MAX_EVENT_CHARACTERS,
    onEvent: (message) => {
      if (malformed || signal.aborted || !isKnown(message)) return;
      const event = read(message.data);
      if (event === null) malformed = true;
      else onEvent(event);
    },
    onError: ({ type }) => {
      if (type === 'max-buffer-size-exceeded') malformed = true;
    },
  });
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  // Not every body ends with its request's signal; one that goes on would hold the service's slot.
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return 'ended';
    onBytes();
    parser.feed(decoder.decode(value, { stream: true }));
    if (malformed) return 'malformed';
  }
}

/** Events of other names are for later versions. */
const isKnown = ({ event }: EventSourceMessage): boolean =>
  event === undefined || event === 'message' || event === 'snapshot';
