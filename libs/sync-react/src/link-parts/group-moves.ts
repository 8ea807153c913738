import { folderOf, splitPath } from './compare-paths.js';

/** A file whose place in the mandate changes. */
export interface FileMove {
  readonly fileId: string;
  readonly from: string;
  readonly to: string;
}

/** Files that went from one folder to another together. */
export interface MoveGroup {
  readonly from: string;
  readonly to: string;
  readonly moves: readonly FileMove[];
}

/** Moves by the folders that they lead from and to: a folder that moved is told as one. */
export function groupMoves(moves: readonly FileMove[]): readonly MoveGroup[] {
  const groups = new Map<string, FileMove[]>();
  for (const move of moves) {
    const key = JSON.stringify([folderOf(move.from), folderOf(move.to)]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [move]);
    else known.push(move);
  }
  return [...groups.values()].flatMap((grouped) => {
    const [first] = grouped;
    return first === undefined
      ? []
      : [{ from: folderOf(first.from), to: folderOf(first.to), moves: grouped }];
  });
}

/** The name before and after. */
export const namesOf = ({ from, to }: FileMove): { readonly old: string; readonly name: string } => ({
  old: splitPath(from).name,
  name: splitPath(to).name,
});
