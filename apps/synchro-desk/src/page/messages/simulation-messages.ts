import type { WorldAct } from '../../acts.js';

/** What the desk says only where it runs on the simulated world. */
export interface SimulationMessages {
  readonly lead: string;
  readonly groups: { readonly account: string; readonly connection: string };
  readonly buttons: Readonly<Record<WorldAct, string>>;
  /** What an act did. */
  readonly did: Readonly<Record<WorldAct, string>>;
}
