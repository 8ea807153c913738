import type { Fingerprint } from '../store/records.js';

/**
 * How long files have looked the same, by our own clock: time stamps on a network drive may be wrong by hours.
 * Kept in memory only: after a restart, stillness is observed anew.
 */
export interface Sightings {
  /** Notes how a path looks now and tells since how many milliseconds it has looked so. */
  stillForMs(path: string, look: Fingerprint | null): number;
}

export function createSightings(elapsedMs: () => number): Sightings {
  const seen = new Map<string, { readonly look: string; readonly sinceMs: number }>();
  return {
    stillForMs(path, look) {
      const found = look === null ? 'missing' : keyOf(look);
      const now = elapsedMs();
      const before = seen.get(path);
      if (before?.look === found) return now - before.sinceMs;
      seen.set(path, { look: found, sinceMs: now });
      return 0;
    },
  };
}

/** Whether a file looks as it did. A record without the time of change says nothing about it. */
export const sameFingerprint = (a: Fingerprint | null, b: Fingerprint | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.size === b.size &&
    a.modifiedAtMs === b.modifiedAtMs &&
    a.inode === b.inode &&
    (a.changedAtMs === undefined || b.changedAtMs === undefined || a.changedAtMs === b.changedAtMs));

const keyOf = ({ size, modifiedAtMs, inode, changedAtMs }: Fingerprint): string =>
  `${size} ${modifiedAtMs} ${inode} ${changedAtMs ?? ''}`;
