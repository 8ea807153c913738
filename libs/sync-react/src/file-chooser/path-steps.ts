/** A folder on the way to where one is, by its own name. */
export interface PathStep {
  readonly name: string;
  readonly path: string;
}

/** A drive, a share, or the root of Unix: what a path begins with, and what has no folder above it. */
const BEGIN = /^(?:[a-z]:[\\/]?|[\\/]{2}[^\\/]+[\\/][^\\/]+|\/)/i;

/**
 * The folders from the outermost to `path` itself: `S:\Mandats\Rochat` → `S:\`, `Mandats`, `Rochat`. Paths of Windows
 * and of Unix alike, because the service's machine may be either.
 *
 * @param roots where the service lets one begin; what lies above the innermost of them that holds `path` is left out
 */
export function pathSteps(path: string, roots: readonly string[] = []): readonly PathStep[] {
  const begin = BEGIN.exec(path)?.[0] ?? '';
  const rest = path.slice(begin.length);
  const names = rest.matchAll(begin === '/' ? /[^/]+/g : /[^\\/]+/g);
  const steps = [
    ...(begin === '' ? [] : [{ name: begin, path: begin }]),
    ...[...names].map(({ 0: name, index }) => ({ name, path: begin + rest.slice(0, index + name.length) })),
  ];
  const from = steps.findLastIndex((step) => roots.some((root) => samePlace(root, step.path)));
  return from === -1 ? steps : steps.slice(from);
}

/** The folder that a path lies in; `null` where there is nothing above it. */
export const parentPath = (path: string): string | null => pathSteps(path).at(-2)?.path ?? null;

/** Whether two paths mean the same place. Letters are compared as Windows does where the paths are its own. */
export function samePlace(a: string, b: string): boolean {
  const plain = (path: string): string => {
    const trimmed = path.replace(/(?<=.)[\\/]+$/, '');
    return path.startsWith('/') && !path.startsWith('//')
      ? trimmed
      : trimmed.toLowerCase().replaceAll('/', '\\');
  };
  return plain(a) === plain(b);
}
