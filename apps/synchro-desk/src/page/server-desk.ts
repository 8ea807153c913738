import type { DeskState } from '../acts.js';
import type { DeskConfig } from '../desk-config.js';
import type { ActAnswer, DeskApi } from './desk-api.js';

/**
 * The desk over real files: calls to the page's own server.
 * @param key the secret of this start, from the page's address
 */
export function createServerDesk(key: string): DeskApi {
  const headers = { authorization: `Bearer ${key}` };
  const get = async (path: string): Promise<unknown> => {
    const response = await fetch(path, { headers });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };
  return {
    config: async () => (await get('/api/config')) as DeskConfig,
    state: async () => (await get('/api/files')) as DeskState,
    perform: async (act) => {
      const response = await fetch(`/api/acts/${act}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{}',
      });
      if (!response.ok && response.status !== 409) throw new Error(`${act}: ${response.status}`);
      return { ok: response.ok, ...((await response.json()) as object) } as ActAnswer;
    },
    onChange: () => undefined, // The connection to the service tells the page enough.
  };
}
