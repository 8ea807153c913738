import type { Act, ActReport, DeskState, Refusal } from '../acts.js';
import type { DeskConfig } from '../desk-config.js';

export type ActAnswer =
  | { readonly ok: true; readonly report: ActReport; readonly state: DeskState }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * What the views play on: the desk's own server with real files and a real service (`server-desk.ts`), or the
 * simulated world in the page (`simulate/world-desk.ts`).
 * @throws where it does not answer as it should
 */
export interface DeskApi {
  config(): Promise<DeskConfig>;
  state(): Promise<DeskState>;
  perform(act: Act): Promise<ActAnswer>;
  /** Calls back whenever the state may have changed without an act. */
  onChange(listener: () => void): void;
}
