import type { FastifyReply } from 'fastify';

/** What goes on while somebody listens: `signal` says when nobody does any more. @returns the last event */
export type Work = (signal: AbortSignal, tell: (event: object) => void) => Promise<object>;

/** One answer that tells of work under way. */
export interface WorkStream {
  /** Resolves when the work is over, or has been given up because its reader is gone. */
  run(work: Work): Promise<void>;
  /** Something has been sent, so that nothing can be refused any more. */
  hasBegun(): boolean;
  /** A sign of life. */
  beat(): void;
  /** Gives the work up. */
  end(): void;
}

/** More than this waiting for a reader: it is slow, and gets what is newest once it has caught up. */
export const MAX_BUFFERED_BYTES = 256_000;

/** @param begin sends the head of the stream */
export function openWorkStream({ raw }: Pick<FastifyReply, 'raw'>, begin: () => void): WorkStream {
  const reader = new AbortController();
  raw.on('close', () => reader.abort());
  let hasBegun = false;
  const send = (text: string) => {
    if (reader.signal.aborted) return;
    if (!hasBegun) begin();
    hasBegun = true;
    raw.write(text);
  };
  const isSlow = () => raw.writableLength > MAX_BUFFERED_BYTES;
  return {
    async run(work) {
      const last = await work(reader.signal, (event) => {
        if (!isSlow()) send(messageOf(event));
      });
      send(messageOf(last));
    },
    hasBegun: () => hasBegun,
    beat() {
      if (hasBegun && !isSlow()) send(': \n\n');
    },
    end() {
      reader.abort();
      if (hasBegun) raw.end();
    },
  };
}

const messageOf = (event: object): string => `data: ${JSON.stringify(event)}\n\n`;
