import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** One kilobyte is 1000 bytes here, as in the budgets. */
export const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`.padStart(9);

/**
 * What lies in a built folder, by its manifest, and how large it is compressed.
 * @param dist URL of the folder; `manifestPath` is relative to it
 */
export function measureBundle(dist, manifestPath) {
  const manifest = JSON.parse(readFileSync(new URL(manifestPath, dist), 'utf8'));
  const sizeOf = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

  /** The files behind an entry of the manifest and everything that it imports statically. */
  function closure(key, found = new Set()) {
    const { file, css = [], imports = [] } = manifest[key];
    if (found.has(file)) return found;
    for (const each of [file, ...css]) found.add(each);
    for (const imported of imports) closure(imported, found);
    return found;
  }

  return {
    closure,
    sizeOf,
    fileOf: (key) => manifest[key].file,
    entries: Object.keys(manifest).filter((key) => manifest[key].isEntry),
    total: (files) => [...files].reduce((sum, file) => sum + sizeOf(file), 0),
    keysMatching: (pattern) => Object.keys(manifest).filter((key) => pattern.test(key)),
  };
}
