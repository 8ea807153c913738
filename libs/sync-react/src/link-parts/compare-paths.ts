export interface PathPart {
  readonly text: string;
  readonly differs: boolean;
}

/** A path as a person compares it with another: its folders, each with its separator, and the file's name. */
export interface ComparedPath {
  readonly folder: readonly PathPart[];
  readonly name: PathPart;
}

/**
 * What of a path is not as in the other one. Between the folders that both begin with and those that both end with lies
 * what was renamed, put in or left out. Paths of Windows and of Unix alike; letters are compared as they are, since
 * a name that only changed its case was renamed too.
 */
export function comparePaths(path: string, other: string): ComparedPath {
  const mine = splitPath(path);
  const others = splitPath(other);
  const shorter = Math.min(mine.folders.length, others.folders.length);
  let begin = 0;
  while (begin < shorter && mine.folders[begin] === others.folders[begin]) begin += 1;
  let end = 0;
  while (end < shorter - begin && mine.folders.at(-1 - end) === others.folders.at(-1 - end)) end += 1;
  return {
    folder: mine.folders.map((text, i) => ({ text, differs: i >= begin && i < mine.folders.length - end })),
    name: { text: mine.name, differs: mine.name !== others.name },
  };
}

/** `S:\Mandats\Compta.cre` → `S:\`, `Mandats\` and `Compta.cre`. */
export function splitPath(path: string): { readonly folders: readonly string[]; readonly name: string } {
  const parts = path.split(/(?<=[\\/])/);
  return { folders: parts.slice(0, -1), name: parts.at(-1) ?? '' };
}

/** The folder that a file lies in, with the separator at its end. */
export const folderOf = (path: string): string => splitPath(path).folders.join('');
