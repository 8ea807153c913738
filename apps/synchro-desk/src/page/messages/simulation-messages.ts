import type { WorldAct } from '../../acts.js';

/** What the desk says only where it runs on the simulated world. */
export interface SimulationMessages {
  readonly lead: string;
  readonly groups: { readonly account: string; readonly connection: string; readonly places: string };
  readonly buttons: Readonly<Record<WorldAct, string>>;
  /** What an act did; `name` is that of the file or folder, where it concerns one. */
  readonly did: Readonly<Record<WorldAct, (name: string) => string>>;
}
