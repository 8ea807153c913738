import type { MandateFileMessage } from '../contract-types.js';
import { nameOf, withoutExtension } from '../file-field/path-parts.js';

/** The entry files of a mandate, by name. */
export const entryFilesOf = (files: readonly MandateFileMessage[]): readonly MandateFileMessage[] =>
  files.filter(({ role }) => role === 'entries').toSorted((a, b) => a.name.localeCompare(b.name));

/**
 * The entry file that a document's program probably writes: the one whose name is the document's, or continues it with
 * " (", as in `Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf`. Beside the document before elsewhere.
 */
export function proposeEntryFile(
  document: string,
  files: readonly MandateFileMessage[],
): MandateFileMessage | null {
  const base = withoutExtension(nameOf(document));
  const folder = document.slice(0, document.length - nameOf(document).length);
  const named = entryFilesOf(files).filter(
    ({ name }) => withoutExtension(name) === base || name.startsWith(`${base} (`),
  );
  return named.find(({ path, name }) => path === `${folder}${name}`) ?? named[0] ?? null;
}
