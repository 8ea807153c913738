import { SynchroError } from '@synchro/sync-core/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The event streams: each sends the whole snapshot of its scope, the first at once, the next whenever it differs.
 * There is nothing to replay, and a slow reader gets the newest snapshot instead of a queue.
 */
export interface EventStreams {
  /** Answers a request with a stream. Streams of the same `scope` share their snapshots. */
  open(request: FastifyRequest, reply: FastifyReply, scope: string, snapshot: () => unknown): FastifyReply;
  /** Something has changed; what it means for each scope is found out once per turn. */
  changed(): void;
  readonly count: number;
  close(): void;
}

export interface EventStreamOptions {
  readonly maxStreams: number;
  /** A snapshot could not be made; its streams have been ended, so that no page shows a state that is not true. */
  readonly onTrouble: (cause: unknown) => void;
  readonly heartbeatMs?: number;
}

interface Stream {
  readonly scope: string;
  readonly snapshot: () => unknown;
  readonly reply: FastifyReply;
  sent: string;
}

/** More than this waiting for a reader: it is slow, and gets the newest snapshot once it has caught up. */
const MAX_BUFFERED_BYTES = 256_000;

const HEAD = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

export function createEventStreams(options: EventStreamOptions): EventStreams {
  const { maxStreams, onTrouble, heartbeatMs = 10_000 } = options;
  const streams = new Set<Stream>();
  let isDue = false;

  /** Nobody waits for what is thrown here; the client comes back and is told why by the answer it then gets. */
  const refresh = (stream: Stream, snapshotOf: (stream: Stream) => string) => {
    try {
      send(stream, snapshotOf(stream));
    } catch (cause) {
      streams.delete(stream);
      stream.reply.raw.end();
      onTrouble(cause);
    }
  };
  const sendAll = () => {
    isDue = false;
    const snapshots = new Map<string, string>();
    for (const stream of [...streams])
      refresh(stream, ({ scope, snapshot }) => {
        const made = snapshots.get(scope) ?? JSON.stringify(snapshot());
        snapshots.set(scope, made);
        return made;
      });
  };
  const heartbeat = setInterval(() => {
    for (const { reply } of streams)
      if (reply.raw.writableLength < MAX_BUFFERED_BYTES) reply.raw.write(': \n\n');
  }, heartbeatMs);
  heartbeat.unref();

  return {
    open(request, reply, scope, snapshot) {
      if (streams.size >= maxStreams) throw new SynchroError('too-many-streams', { open: streams.size });
      const first = JSON.stringify(snapshot());
      // Asked for the head alone there is nothing to wait for, and no place to take.
      if (request.method === 'HEAD') return reply.headers(HEAD).send();
      reply.hijack();
      reply.raw.writeHead(200, HEAD);
      request.raw.socket.setNoDelay(true);
      const stream: Stream = { scope, snapshot, reply, sent: '' };
      streams.add(stream);
      reply.raw.on('close', () => streams.delete(stream));
      reply.raw.on('drain', () => refresh(stream, () => JSON.stringify(stream.snapshot())));
      send(stream, first);
      return reply;
    },
    changed() {
      if (isDue) return;
      isDue = true;
      setImmediate(sendAll);
    },
    get count() {
      return streams.size;
    },
    close() {
      clearInterval(heartbeat);
      for (const { reply } of streams) reply.raw.end();
      streams.clear();
    },
  };
}

function send(stream: Stream, snapshot: string): void {
  const { raw } = stream.reply;
  if (snapshot === stream.sent || raw.writableLength > MAX_BUFFERED_BYTES) return;
  stream.sent = snapshot;
  raw.write(`event: snapshot\ndata: ${snapshot}\n\n`);
}
