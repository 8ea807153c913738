import { createParser } from 'eventsource-parser';
import type { EventSourceMessage } from 'eventsource-parser';

/** Larger than any snapshot (lists that can be long are paged resources); ends a line that never does. */
const MAX_EVENT_CHARACTERS = 8_000_000;

export interface EventReader {
  /** Some bytes have come: an event, a part of one, or a heartbeat. */
  readonly onBytes: () => void;
  /** Those of all scopes that were asked for, in the order asked. */
  readonly onSnapshots: (snapshots: readonly object[]) => void;
}

/**
 * Reads server-sent events until the stream ends.
 *
 * @returns `ended` at its end, `malformed` as soon as an event holds no snapshots
 * @throws what reading the stream throws
 */
export async function readEvents(
  stream: ReadableStream<Uint8Array>,
  { onBytes, onSnapshots }: EventReader,
  signal: AbortSignal,
): Promise<'ended' | 'malformed'> {
  let malformed = false as boolean; // Set by the parser, which the compiler does not see.
  const parser = createParser({
    maxBufferSize: MAX_EVENT_CHARACTERS,
    onEvent: (event) => {
      if (malformed || signal.aborted || !isSnapshotEvent(event)) return;
      const snapshots = snapshotsOf(event.data);
      if (snapshots === null) malformed = true;
      else onSnapshots(snapshots);
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
const isSnapshotEvent = ({ event }: EventSourceMessage): boolean =>
  event === undefined || event === 'message' || event === 'snapshot';

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
