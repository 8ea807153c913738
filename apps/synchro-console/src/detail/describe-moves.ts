import type { LinkChange } from '../contract-types.js';
import { folderPathOf, nameOf } from '../file-field/path-parts.js';

type Move = LinkChange['moves'][number];

/** What a correction changed, as one sentence can tell it: a file, files of one folder, or several of several. */
export type DescribedMoves =
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string; readonly folder: string }
  | { readonly kind: 'moved'; readonly from: string; readonly to: string }
  | { readonly kind: 'several' };

/** @param moves at least one */
export function describeMoves(moves: readonly Move[]): DescribedMoves {
  const places = moves.map(({ from, to }) => ({ from: split(from), to: split(to) }));
  const [first, ...others] = places;
  if (first === undefined) return { kind: 'several' };
  const sameWay = others.every(
    ({ from, to }) => from.folder === first.from.folder && to.folder === first.to.folder,
  );
  if (!sameWay) return { kind: 'several' };
  if (first.from.folder !== first.to.folder)
    return { kind: 'moved', from: first.from.folder, to: first.to.folder };
  if (others.length > 0) return { kind: 'several' };
  return { kind: 'renamed', from: first.from.name, to: first.to.name, folder: first.from.folder };
}

const split = (path: string) => ({ folder: folderPathOf(path) ?? '', name: nameOf(path) });
