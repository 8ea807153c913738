import { folderOf } from '../link-parts/compare-paths.js';
import type { Row } from './choices.js';

/** The files that lay in one folder. */
export interface RowGroup {
  readonly folder: string;
  /** Where the whole folder lies now; `null` where its files do not all lie in one other place. */
  readonly newFolder: string | null;
  readonly rows: readonly Row[];
}

/** Files by the folder that the mandate has them in: a folder that moved is told as one. */
export function groupRows(rows: readonly Row[]): readonly RowGroup[] {
  const byFolder = new Map<string, Row[]>();
  for (const row of rows) {
    const folder = folderOf(row.link.path);
    const known = byFolder.get(folder);
    if (known === undefined) byFolder.set(folder, [row]);
    else known.push(row);
  }
  return [...byFolder].map(([folder, grouped]) => {
    const places = new Set(grouped.flatMap(({ options }) => options.map(({ path }) => folderOf(path))));
    const [place = null] = places;
    return { folder, newFolder: places.size === 1 && place !== folder ? place : null, rows: grouped };
  });
}
