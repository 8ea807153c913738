import { SynchroError } from '@synchro/sync-core/contract';
import type { Environment } from '../environment.js';
import type { FileSystem } from '../files/file-system.js';
import { keptMandates } from './lookups.js';
import { requireAbsolute } from './require-path.js';
import { nullIfRefused, orNotAllowed } from './refused-by-system.js';
import { isLeftOut, isOffLimits } from './system-folders.js';

/** A folder that may be looked into, and the allowed one that it is, or is in. */
export interface AllowedFolder {
  readonly path: string;
  readonly within: string;
}

type Folders = Pick<Environment, 'chooserRoots' | 'files' | 'store'>;

/**
 * A folder that may be looked into [D2], without `.` and `..` steps: it is in an allowed one, and on the way from there is
 * no link, which could lead anywhere, and nothing that is left out of listings [D3a]. Of all others not even their
 * existence is revealed.
 * @returns with the allowed folder that it is in: a listing checks the way from there once more [D3b]
 * @throws {SynchroError} `path-not-absolute`, `folder-not-allowed`, `path-not-found` also for a file
 */
export async function requireFolder(env: Folders, field: string, given: string): Promise<AllowedFolder> {
  const path = requireAbsolute(env, field, given);
  const way = await allowedWay(env, path);
  if (way === null) throw new SynchroError('folder-not-allowed', { field, path });
  const found = await orNotAllowed(path, () => env.files.stat(path));
  if (found?.kind !== 'folder') throw new SynchroError('path-not-found', { field, path });
  return { path, within: way.length === 0 ? path : env.files.folderOf(way[way.length - 1] ?? path) };
}

/** The folder above, `null` where it may not be looked into. */
export async function allowedAbove(env: Folders, path: string): Promise<string | null> {
  const above = env.files.folderOf(path);
  return above !== path && (await allowedWay(env, above)) !== null ? above : null;
}

/** The folders from which all allowed ones are reached by those that are shown in them; only those that are there. */
export async function shownRoots(env: Folders): Promise<readonly string[]> {
  const { files } = env;
  const roots = allowedRoots(env);
  const shown = await Promise.all(
    [...roots.values()].map(async (root) => {
      if (await isReached(files, roots, root)) return null;
      const found = await files.stat(root).catch(nullIfRefused);
      return found?.kind === 'folder' ? root : null;
    }),
  );
  return shown.filter((root) => root !== null);
}

/**
 * What the agent was told to allow, and the folders of all attached files and those above them: a person chose these.
 * Hidden folders and those of the kernel are allowed only where somebody names them to the agent [D3a]. The top of a file system is allowed only where somebody names it, not for a file that lies in a folder of it.
 * By the spelling in which all are compared.
 */
function allowedRoots({ chooserRoots, files, store }: Folders): ReadonlyMap<string, string> {
  const roots = chooserRoots.map((path) => files.join(files.folderOf(path), files.nameOf(path)));
  store.read((tx) => {
    for (const { id } of keptMandates(tx))
      for (const { path, detachedAt } of tx.files.by('mandateId', id)) {
        if (detachedAt !== null) continue;
        const folder = files.folderOf(path);
        if (isOffLimits(files, folder)) continue;
        const above = files.folderOf(folder);
        roots.push(folder, ...(files.folderOf(above) === above ? [] : [above]));
      }
  });
  return new Map(roots.map((path) => [spelling(path), path]));
}

/** File systems differ in how they spell é. */
const spelling = (path: string): string => path.normalize('NFC');

/** The way from the allowed folder; `null` where the folder may not be looked into. */
async function allowedWay(env: Folders, path: string): Promise<readonly string[] | null> {
  const { files } = env;
  const way = wayFromRoot(files, allowedRoots(env), path);
  return way === null || isAnyLeftOut(files, way) || (await hasLink(files, way)) ? null : way;
}

const isAnyLeftOut = (files: FileSystem, way: readonly string[]): boolean =>
  way.some((step) => isLeftOut(files, files.folderOf(step), files.nameOf(step)));

/** Whether it is shown in another root, or in a folder that is. */
async function isReached(
  files: FileSystem,
  roots: ReadonlyMap<string, string>,
  root: string,
): Promise<boolean> {
  const above = files.folderOf(root);
  const way = above === root ? null : wayFromRoot(files, roots, above);
  if (way === null) return false;
  const steps = [root, ...way];
  return !isAnyLeftOut(files, steps) && !(await hasLink(files, steps));
}

/**
 * The folders on the way to a path below the nearest root, itself included; `null` where it lies in none. What keeps
 * it from being reached from there does so from all roots that are further above.
 */
function wayFromRoot(
  { folderOf }: FileSystem,
  roots: ReadonlyMap<string, string>,
  path: string,
): readonly string[] | null {
  const way: string[] = [];
  for (let at = path; !roots.has(spelling(at)); at = folderOf(at)) {
    if (folderOf(at) === at) return null;
    way.push(at);
  }
  return way;
}

/** From above, since nothing may be asked of what lies behind a link. */
async function hasLink(files: FileSystem, way: readonly string[]): Promise<boolean> {
  for (const step of way.toReversed()) if (await orNotAllowed(step, () => files.isLink(step))) return true;
  return false;
}
