import type { Access } from './access.js';

/** Tests only: no sessions, so that a test scripts nothing but the answers. */
export const openAccess: Access = { send: ({ url, init }, fetch) => fetch(url, init) };

/** Tests only: a service behind `fetch` whose answers are written down beforehand, one for each request. */
export interface ScriptedService {
  readonly fetch: typeof fetch;
  /** The requests so far, the looks whether anything listens (`no-cors`) apart. */
  readonly requests: { url: string; init: RequestInit }[];
  /** What the next request gets; without one, nothing listens. */
  answerWith(answer: () => Response | Promise<Response>): void;
  /** Whether a look without reading finds something (a browser's opaque answer). */
  listening: boolean;
}

export function scriptedService(): ScriptedService {
  const answers: (() => Response | Promise<Response>)[] = [];
  const service: ScriptedService = {
    requests: [],
    listening: false,
    answerWith: (answer) => void answers.push(answer),
    fetch: async (input, init = {}) => {
      if (init.mode === 'no-cors') {
        if (!service.listening) throw new TypeError('fetch failed');
        return Object.defineProperty(new Response(null), 'type', { value: 'opaque' });
      }
      service.requests.push({ url: typeof input === 'string' ? input : '', init });
      const answer = answers.shift();
      if (answer === undefined) throw new TypeError('fetch failed');
      return answer();
    },
  };
  return service;
}

/** An event stream that the test writes by hand. */
export interface ScriptedStream {
  readonly response: () => Response;
  /** Text, or bytes where the chunk ends within a character. */
  send(chunk: string | Uint8Array): void;
  end(): void;
  fail(): void;
  readonly cancelled: () => boolean;
}

export function scriptedStream(): ScriptedStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (started) => void (controller = started),
    cancel: () => void (cancelled = true),
  });
  return {
    response: () => new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }),
    send: (chunk) => controller?.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk),
    end: () => controller?.close(),
    fail: () => controller?.error(new TypeError('terminated')),
    cancelled: () => cancelled,
  };
}

/** The event of the snapshots of all scopes, in the order asked; only what the test looks at. */
export const event = (...snapshots: object[]): string => `data: ${JSON.stringify({ snapshots })}\n\n`;
