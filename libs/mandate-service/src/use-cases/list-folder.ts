import { SynchroError } from '@synchro/sync-core/contract';
import type { FolderEntry, FolderListing, FolderQuery } from '@synchro/sync-core/contract';
import { cloudDriveOf } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import type { ListedEntry } from '../files/file-system.js';
import type { StoreReader } from '../store/store.js';
import { allowedAbove, requireFolder, shownRoots } from './allowed-folders.js';
import { extensionOf } from './identity.js';
import { attachedAt } from './lookups.js';
import { orNotAllowed } from './refused-by-system.js';
import { isLeftOut } from './system-folders.js';

/** More in one folder is nothing that a person chooses from. */
const MAX_ENTRIES = 2_000;

/**
 * What is in a folder, for choosing a file [D3]; without a path, where to begin. Names alone: nothing is opened, and no
 * link is followed.
 * @throws {SynchroError} `path-not-absolute`, `folder-not-allowed` [D2], `path-not-found`
 */
export async function listFolder(env: Environment, query: FolderQuery): Promise<FolderListing> {
  const { files, store } = env;
  if (query.path === undefined) {
    const entries = (await shownRoots(env)).map((path) => ({
      path,
      name: files.nameOf(path) || path, // The top has no name of its own.
      kind: 'folder' as const,
      mandate: null,
    }));
    return { path: null, parent: null, cloudDrive: null, ...firstOf(sorted(entries)) };
  }
  const { path, within } = await requireFolder(env, 'path', query.path);
  const listed = await orNotAllowed(path, () => files.listKinds(path, within));
  if (listed === null) throw new SynchroError('path-not-found', { field: 'path', path });
  const extensions = query.extensions?.split(',').map((extension) => `.${extension}`);
  const isWanted = ({ name, kind }: ListedEntry) =>
    !isLeftOut(files, path, name) &&
    (kind === 'folder' || (kind === 'file' && extensions?.includes(extensionOf(name)) !== false));
  const { entries, truncated } = firstOf(sorted(listed.filter(isWanted)));
  return {
    path,
    parent: await allowedAbove(env, path),
    cloudDrive: cloudDriveOf(path),
    entries: store.read((tx) =>
      entries.map(({ name, kind }) => {
        const at = files.join(path, name);
        if (kind === 'folder') return { path: at, name, kind, mandate: null };
        return { path: at, name, kind: 'file', mandate: mandateAt(tx, at) };
      }),
    ),
    truncated,
  };
}

function firstOf<T>(entries: readonly T[]): { entries: T[]; truncated: boolean } {
  return { entries: entries.slice(0, MAX_ENTRIES), truncated: entries.length > MAX_ENTRIES };
}

/** Folders first, each in the order that people expect: small beside capital letters, 2 before 10. */
function sorted<T extends Pick<ListedEntry, 'name' | 'kind'>>(entries: readonly T[]): readonly T[] {
  const { compare } = new Intl.Collator('fr', { numeric: true });
  const rank = ({ kind }: T) => (kind === 'folder' ? 0 : 1);
  return entries.toSorted((a, b) => rank(a) - rank(b) || compare(a.name, b.name));
}

function mandateAt(tx: StoreReader, path: string): FolderEntry['mandate'] {
  const holder = attachedAt(tx, path);
  const mandate = holder === undefined ? undefined : tx.mandates.get(holder.mandateId);
  if (mandate === undefined || (mandate.removedAt ?? null) !== null) return null;
  return { id: mandate.id, name: mandate.name };
}
