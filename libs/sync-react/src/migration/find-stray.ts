import type { LinkMessage, MandateFile } from '../contract-types.js';
import { samePlace } from '../file-chooser/path-steps.js';
import { folderOf, splitPath } from '../link-parts/compare-paths.js';

/** What is known of a file that an entry file may have to lie beside. */
export type Neighbour = Pick<MandateFile, 'id' | 'role' | 'path'>;

/** The accounting file that an entry file would be parted from. */
export interface Stray {
  readonly name: string;
  /** Where that one will be. */
  readonly folder: string;
  /** Whether it could be migrated too. */
  readonly isMoving: boolean;
}

interface Placed {
  readonly link: LinkMessage;
  readonly chosen: { readonly path: string } | null;
  readonly isTicked: boolean;
}

/**
 * Whether a file would end in another folder than its accounting, which names it without folder and so cannot find it
 * any more [L12]. Its accounting is what lies beside it now; where none is known there, the service knows better.
 */
export function findStray(row: Placed, rows: readonly Placed[], files: readonly Neighbour[]): Stray | null {
  const { link, chosen } = row;
  if (link.role !== 'entries' || chosen === null) return null;
  const moving = new Map(rows.map((other) => [other.link.fileId, other]));
  const known: readonly Neighbour[] = [
    ...files.filter(({ id }) => !moving.has(id)),
    ...rows.map(({ link: { fileId, role, path } }) => ({ id: fileId, role, path })),
  ];
  const accountings = known
    .filter(({ role, path }) => role === 'accounting' && sameFolder(path, link.path))
    .map(({ id, path }) => {
      const other = moving.get(id);
      const place = other?.isTicked === true ? (other.chosen?.path ?? path) : path;
      return { name: splitPath(path).name, place, isMoving: other !== undefined };
    });
  if (accountings.some(({ place }) => sameFolder(place, chosen.path))) return null;
  const [first] = accountings;
  if (first === undefined) return null;
  return { name: first.name, folder: folderOf(first.place), isMoving: first.isMoving };
}

const sameFolder = (a: string, b: string): boolean => samePlace(folderOf(a), folderOf(b));
