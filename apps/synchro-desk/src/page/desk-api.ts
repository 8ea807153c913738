import type { Act, ActReport, DeskState, Refusal } from '../acts.js';
import type { DeskConfig } from '../desk-config.js';

export type ActAnswer =
  | { readonly ok: true; readonly report: ActReport; readonly state: DeskState }
  | { readonly ok: false; readonly refusal: Refusal };

/** The page's calls to its own server. @throws where the server does not answer as it should */
export interface DeskApi {
  config(): Promise<DeskConfig>;
  state(): Promise<DeskState>;
  perform(act: Act): Promise<ActAnswer>;
}

export function createDeskApi(key: string): DeskApi {
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
  };
}
