import { paths } from '../contract/paths.js';
import type { OperationId } from '../contract/routes.js';
import type { Access } from './access.js';
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
  readonly access: Access;
  readonly fetch?: typeof fetch;
}

export function createTransport({ url, access, fetch: given }: TransportOptions): Transport {
  // Looked up at each request, so that a page or a test may replace the global later.
  const send: typeof fetch = given ?? ((input, init) => fetch(input, init));

  return {
    send: (operation, parts, signal) => {
      const init = {
        method: paths[operation].method,
        headers: headersOf(parts),
        ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
        credentials: 'omit',
        redirect: 'error',
        signal,
      } as const;
      // A stream is followed for hours: whoever answers it proves anew that it is the agent.
      const anew = operation === 'streamScopes';
      return access.send({ url: requestUrl(url, operation, parts), init, anew }, send);
    },
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

function headersOf({ body, idempotencyKey }: RequestParts): Record<string, string> {
  return {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
}
