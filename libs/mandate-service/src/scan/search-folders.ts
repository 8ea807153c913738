import type { Environment } from '../environment.js';
import type { FileRecord } from '../store/records.js';
import { isLeftOut } from '../use-cases/system-folders.js';
import type { SearchFolder } from './search-files.js';

/** Where a file that is missing is to be sought. */
export interface SearchPlan {
  readonly folders: readonly SearchFolder[];
  /** Equal as long as nothing came into one of the folders, went, or was renamed. */
  readonly state: string;
  /** The volume that the file was on is not there: it may be anywhere, and is where it was [L5a]. */
  readonly isVolumeMissing: boolean;
}

/** Beyond these a search is left to a person: a folder above may be somebody's whole disk. */
const MAX_FOLDERS = 200;
const MAX_LEVELS = 8;

/**
 * First beside the file's old place, then in the folders of the mandate, then in those beside its old folder – or, if
 * a folder above is gone too, in the same place below each that lies beside that one: it may have been renamed. A
 * folder of the same name inside of those beside it is looked into as well: it may have been put there.
 * Files are opened in the mandate's folders, and below these if they have exactly the size of the sought one [L7d]; a
 * folder belongs to the mandate too where one of its files certainly is now.
 *
 * @param mandateFolders of the mandate's files, and where those that are missing have certainly been found
 * @param volume that the file was on, `null` if that is not known
 */
export async function planSearch(
  { files }: Pick<Environment, 'files'>,
  file: FileRecord,
  mandateFolders: readonly string[],
  volume: string | null,
): Promise<SearchPlan> {
  const old = files.folderOf(file.path);
  const own = new Set([old, ...mandateFolders]);
  const rest: string[] = [files.nameOf(old)];
  let above = files.folderOf(old);
  let found = await files.stat(above);
  for (let level = 0; found?.kind !== 'folder' && level < MAX_LEVELS; level += 1) {
    const parent = files.folderOf(above);
    if (parent === above) break;
    rest.unshift(files.nameOf(above));
    above = parent;
    found = await files.stat(above);
  }
  const [, ...below] = rest;
  const beside = ((await files.listKinds(above)) ?? [])
    .filter(({ kind, name }) => kind === 'folder' && !isLeftOut(files, above, name))
    .map(({ name }) => below.reduce((path, step) => files.join(path, step), files.join(above, name)));
  // The folder may have been put into one of those, as an archive is.
  const inside = below.length > 0 ? [] : beside.map((path) => files.join(path, files.nameOf(old)));
  const folders: SearchFolder[] = [];
  const states: string[] = [];
  for (const path of new Set([...own, ...(below.length === 0 ? [above] : []), ...beside, ...inside])) {
    if (folders.length >= MAX_FOLDERS) break;
    const folder = await files.stat(path);
    if (folder?.kind !== 'folder') continue;
    const isOwn = own.has(path);
    folders.push({ path, opens: isOwn ? 'all' : 'none', opensBelow: isOwn ? 'same-size' : null });
    states.push(`${folder.changedAtMs} ${path}`);
  }
  const here = await files.stat(old);
  const ground = here?.kind === 'folder' ? here : found;
  return {
    folders,
    state: states.join('\n'),
    isVolumeMissing: volume !== null && ground?.kind === 'folder' && ground.volume !== volume,
  };
}
