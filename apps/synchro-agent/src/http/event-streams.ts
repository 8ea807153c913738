import { SynchroError } from '@synchro/sync-core/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MAX_BUFFERED_BYTES, openWorkStream } from './work-stream.js';
import type { Work, WorkStream } from './work-stream.js';

/**
 * The event streams: each sends the whole snapshot of its scopes, the first at once, the next whenever it differs.
 * There is nothing to replay, and a slow reader gets the newest snapshot instead of a queue. Beside them, streams that
 * tell of work under way until it is over.
 */
export interface EventStreams {
  /** Answers a request with a stream. */
  open(request: FastifyRequest, reply: FastifyReply, content: StreamContent): FastifyReply;
  /** Answers a request with work under way, once its first event tells that it is not refused. */
  follow(request: FastifyRequest, reply: FastifyReply, work: Work): Promise<FastifyReply>;
  /** Something has changed; what it means for each scope is found out once per turn. */
  changed(): void;
  /** Ends the streams of those who may no longer call; without it they end with the next sign of life. */
  endInvalid(): void;
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
  /** Whether who asked for a stream may still follow it. */
  readonly mayGoOn: (request: FastifyRequest) => boolean;
  readonly heartbeatMs?: number;
}

interface Stream {
  readonly request: FastifyRequest;
  readonly content: StreamContent;
  readonly reply: FastifyReply;
  sent: string;
}

const HEAD = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

export function createEventStreams(options: EventStreamOptions): EventStreams {
  const { maxStreams, onTrouble, mayGoOn, heartbeatMs = 10_000 } = options;
  const streams = new Set<Stream>();
  const works = new Map<WorkStream, FastifyRequest>();
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
  const endInvalid = () => {
    for (const stream of [...streams]) {
      if (mayGoOn(stream.request)) continue;
      streams.delete(stream);
      stream.reply.raw.end();
    }
    for (const [work, request] of works) if (!mayGoOn(request)) work.end();
  };
  const heartbeat = setInterval(() => {
    endInvalid();
    for (const { reply } of streams)
      if (reply.raw.writableLength < MAX_BUFFERED_BYTES) reply.raw.write(': \n\n');
    for (const work of works.keys()) work.beat();
  }, heartbeatMs);
  heartbeat.unref();
  const requireRoom = () => {
    const open = streams.size + works.size;
    if (open >= maxStreams) throw new SynchroError('too-many-streams', { open });
  };

  return {
    open(request, reply, content) {
      requireRoom();
      const first = messageOf(content, new Map());
      // Asked for the head alone there is nothing to wait for, and no place to take.
      if (request.method === 'HEAD') return reply.headers(HEAD).send();
      begin(request, reply);
      const stream: Stream = { request, content, reply, sent: '' };
      streams.add(stream);
      reply.raw.on('close', () => streams.delete(stream));
      reply.raw.on('drain', () => refresh(stream, new Map()));
      send(stream, first);
      return reply;
    },
    async follow(request, reply, work) {
      requireRoom();
      if (request.method === 'HEAD') return reply.headers(HEAD).send();
      const stream = openWorkStream(reply, () => begin(request, reply));
      works.set(stream, request);
      try {
        await stream.run(work);
      } catch (cause) {
        if (!stream.hasBegun()) throw cause; // Nothing is sent yet: it is answered as a problem.
        onTrouble(cause);
      } finally {
        works.delete(stream);
      }
      if (!stream.hasBegun()) reply.hijack(); // Its reader was gone before.
      reply.raw.end();
      return reply;
    },
    changed() {
      if (isDue) return;
      isDue = true;
      setImmediate(sendAll);
    },
    endInvalid,
    get count() {
      return streams.size + works.size;
    },
    close() {
      clearInterval(heartbeat);
      for (const { reply } of streams) reply.raw.end();
      streams.clear();
      for (const work of works.keys()) work.end();
    },
  };
}

function begin(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(200, HEAD);
  request.raw.socket.setNoDelay(true);
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
