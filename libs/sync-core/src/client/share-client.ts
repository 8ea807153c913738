import { createClient } from './create-client.js';
import type { ServiceOptions, SynchroClient, TokenOptions } from './create-client.js';

/**
 * Raised with every change of what a `SynchroClient` can do: bundles of different releases may meet on one page, and
 * each must get a client that it understands.
 */
const VERSION = 3;
const REGISTRY = Symbol.for('synchro.clients');

export interface SharedClient {
  readonly client: SynchroClient;
  /** Once per share; what comes after does nothing. It leaves the client's watches to those who began them. */
  readonly release: () => void;
}

interface Entry {
  readonly client: SynchroClient;
  holders: number;
}

/**
 * The page's client of one service and token, so that its banners share one stream.
 *
 * Each element's module is a bundle of its own, with its own copy of this file: the page is all that they have in
 * common, and that is the only reason for a global registry. It holds no more than is in use.
 */
export function shareClient({ url, token }: Pick<ServiceOptions, 'url'> & TokenOptions): SharedClient {
  const page = globalThis as { [REGISTRY]?: Map<string, Entry> | undefined };
  const clients = (page[REGISTRY] ??= new Map<string, Entry>());
  const key = JSON.stringify([VERSION, url, token]);
  const entry = clients.get(key) ?? { client: createClient({ url, token }), holders: 0 };
  clients.set(key, entry);
  entry.holders += 1;
  let isHeld = true;
  return {
    client: entry.client,
    release() {
      if (!isHeld) return;
      isHeld = false;
      entry.holders -= 1;
      if (entry.holders === 0) clients.delete(key);
    },
  };
}
