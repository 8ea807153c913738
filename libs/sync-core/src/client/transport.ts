import { paths } from '../contract/paths.js';
import type { OperationId } from '../contract/routes.js';
import { requestUrl } from './request-parts.js';
import type { RequestParts } from './request-parts.js';

/** One service and the right to call it. */
export interface Transport {
  /** Sends one request; rejects as `fetch` does, when there is no readable answer at all. */
  send(operation: OperationId, parts: RequestParts, signal: AbortSignal): Promise<Response>;
  /**
   * Whether something listens at the address although its answer cannot be read. A browser says of a refusal
   * from another origin and of a dead port the same nothing; asked without reading, it tells them apart.
   */
  listens(signal: AbortSignal): Promise<boolean>;
}

export interface TransportOptions {
  readonly url: string;
  readonly token: string | null;
  readonly fetch?: typeof fetch;
}

export function createTransport({ url, token, fetch: given }: TransportOptions): Transport {
  // Looked up at each request, so that a page or a test may replace the global later.
  const send: typeof fetch = given ?? ((input, init) => fetch(input, init));

  return {
    send: (operation, parts, signal) =>
      send(requestUrl(url, operation, parts), {
        method: paths[operation].method,
        headers: headersOf(token, parts),
        ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
        // Without a token the cookie of the service's own origin speaks for the page.
        credentials: token === null ? 'same-origin' : 'omit',
        redirect: 'error',
        signal,
      }),
    listens: async (signal) => {
      try {
        const answer = await send(requestUrl(url, 'getStatus', {}), {
          mode: 'no-cors',
          credentials: 'omit',
          signal,
        });
        return answer.type === 'opaque';
      } catch {
        return false; // The same failure again: that is the answer.
      }
    },
  };
}

function headersOf(token: string | null, { body, idempotencyKey }: RequestParts): Record<string, string> {
  return {
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
}
