/** Paths of Windows and of Unix alike; what is shown and proposed follows from their text alone. */
const steps = (path: string): readonly string[] => path.split(/[\\/]+/).filter(Boolean);

/** `S:\Mandats\Rochat\Compta 2026.cre` → `Compta 2026.cre` */
export const nameOf = (path: string): string => steps(path).at(-1) ?? '';

/** `S:\Mandats\Rochat\Compta 2026.cre` → `S:\Mandats\Rochat`; `null` where none is named. */
export function folderPathOf(path: string): string | null {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  if (end < 0) return null;
  const folder = path.slice(0, end);
  return folder === '' || folder.endsWith(':') ? path.slice(0, end + 1) : folder;
}

/** `S:\Mandats\Rochat\Compta 2026.cre` → `Rochat`; empty where it lies in no folder that has a name. */
export function folderNameOf(path: string): string {
  const folder = steps(path).at(-2) ?? '';
  return folder.endsWith(':') ? '' : folder;
}

/** `Compta 2026.cre` → `cre`, empty where there is none. */
export const extensionOf = (path: string): string =>
  /[^.]\.([^.]+)$/.exec(nameOf(path))?.[1]?.toLowerCase() ?? '';

export const withoutExtension = (name: string): string => name.replace(/(?<=.)\.[^.]*$/, '');
