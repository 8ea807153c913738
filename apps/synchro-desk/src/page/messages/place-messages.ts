import type { PlaceAct } from '../../acts.js';

/** What the desk says of the user's acts in the file manager. */
export interface PlaceMessages {
  readonly group: string;
  readonly buttons: Readonly<Record<PlaceAct, string>>;
  /** What an act did; `name` is that of the file or folder, where it concerns one. */
  readonly did: Readonly<Record<PlaceAct, (name: string) => string>>;
}
