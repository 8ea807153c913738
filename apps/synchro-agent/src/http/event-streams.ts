import { SynchroError } from '@synchro/sync-core/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The event streams: each sends the whole snapshot of its scopes, the first at once, the next whenever it differs.
 * There is nothing to replay, and a slow reader gets the newest snapshot instead of a queue.
 */
export interface EventStreams {
  /** Answers a request with a stream. */
  open(request: FastifyRequest, reply: FastifyReply, content: StreamContent): FastifyReply;
  /** Something has changed; what it means for each scope is found out once per turn. */
  changed(): void;
  readonly count: number;
  close(): void;
}

export interface StreamContent {
  readonly scopes: readonly SharedSnapshot[];
  /** The message, as JSON text, of the snapshots of all scopes, as JSON texts in their order. */
  readonly message: (snapshots: readonly string[]) => string;
}

/** Streams that have a scope of the same key share its snapshot: it is made once per change. */
export interface SharedSnapshot {
  readonly key: string;
  readonly make: () => unknown;
}

export interface EventStreamOptions {
  readonly maxStreams: number;
  /** A snapshot could not be made; its streams have been ended, so that no page shows a state that is not true. */
  readonly onTrouble: (cause: unknown) => void;
  readonly heartbeatMs?: number;
}

interface Stream {
  readonly content: StreamContent;
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
  const refresh = (stream: Stream, made: Map<string, string>) => {
    try {
      send(stream, messageOf(stream.content, made));
    } catch (cause) {
      streams.delete(stream);
      stream.reply.raw.end();
      onTrouble(cause);
    }
  };
  const sendAll = () => {
    isDue = false;
    const made = new Map<string, string>();
    for (const stream of [...streams]) refresh(stream, made);
  };
  const heartbeat = setInterval(() => {
    for (const { reply } of streams)
      if (reply.raw.writableLength < MAX_BUFFERED_BYTES) reply.raw.write(': \n\n');
  }, heartbeatMs);
  heartbeat.unref();

  return {
    open(request, reply, content) {
      if (streams.size >= maxStreams) throw new SynchroError('too-many-streams', { open: streams.size });
      const first = messageOf(content, new Map());
      // Asked for the head alone there is nothing to wait for, and no place to take.
      if (request.method === 'HEAD') return reply.headers(HEAD).send();
      reply.hijack();
      reply.raw.writeHead(200, HEAD);
      request.raw.socket.setNoDelay(true);
      const stream: Stream = { content, reply, sent: '' };
      streams.add(stream);
      reply.raw.on('close', () => streams.delete(stream));
      reply.raw.on('drain', () => refresh(stream, new Map()));
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

/** @param made the snapshots that exist already, by their key; what is missing is made and added */
function messageOf({ scopes, message }: StreamContent, made: Map<string, string>): string {
  const snapshots = scopes.map(({ key, make }) => {
    const snapshot = made.get(key) ?? JSON.stringify(make());
    made.set(key, snapshot);
    return snapshot;
  });
  return message(snapshots);
}

function send(stream: Stream, message: string): void {
  const { raw } = stream.reply;
  if (message === stream.sent || raw.writableLength > MAX_BUFFERED_BYTES) return;
  stream.sent = message;
  raw.write(`event: snapshot\ndata: ${message}\n\n`);
}
