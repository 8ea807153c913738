import type { FolderListing } from '../contract-types.js';

export type FolderEntry = FolderListing['entries'][number];
/** What is to be chosen in the end. */
export type Pick = 'file' | 'folder';

/** What can be looked through by eye; more gets a field that narrows the list. */
export const FILTER_FROM = 20;

/** Letters as a person compares them: without case and accents. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** The entries that the list shows: of a folder that is to be chosen only its folders, and only what is asked for. */
export function shownEntries({ entries }: FolderListing, pick: Pick, filter: string): readonly FolderEntry[] {
  const wanted = plainText(filter.trim());
  return entries.filter(
    ({ kind, name }) => (pick === 'file' || kind === 'folder') && plainText(name).includes(wanted),
  );
}

/** The entry of the very name that is sought. Windows and macOS do not tell `Rochat.fac` from `rochat.fac`. */
export function soughtEntry(entries: readonly FolderEntry[], sought: string | null): FolderEntry | undefined {
  if (sought === null) return undefined;
  const files = entries.filter(({ kind }) => kind === 'file');
  const name = sought.toLowerCase();
  return (
    files.find((entry) => entry.name === sought) ?? files.find((entry) => entry.name.toLowerCase() === name)
  );
}

/** Why a file cannot be chosen: it belongs to a mandate already. */
export const holderOf = (entry: FolderEntry, takesAttached: boolean): string | null =>
  takesAttached ? null : (entry.mandate?.name ?? null);

/** Whether a path ends like the files that are wanted; any does where none are named. */
export function hasExtension(path: string, extensions: readonly string[]): boolean {
  const name = path.toLowerCase();
  return extensions.length === 0 || extensions.some((extension) => name.endsWith(`.${extension}`));
}

/** The end of a name that the service lists by: `Atelier Rochat.fac` → `fac`; none where it could not be asked for. */
export function extensionsOf(name: string): readonly string[] {
  const found = /\.([a-z0-9]{1,16})$/i.exec(name)?.[1];
  return found === undefined ? [] : [found.toLowerCase()];
}
