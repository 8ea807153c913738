import type { Fingerprint } from '../store/records.js';

/**
 * How long files have looked the same, by our own clock: time stamps on a network drive may be wrong by hours.
 * Kept in memory only: after a restart, stillness is observed anew.
 */
export interface Sightings {
  /** Notes how a path looks now and tells since how many milliseconds it has looked so. */
  stillForMs(path: string, look: Fingerprint | null): number;
  /** Notes that a file that is there changed while it was read, or that its size is not what reading it gives. */
  readFailed(path: string): UnstableReads;
  /** Notes that the file could be read, or is not there. */
  readSucceeded(path: string): void;
  /** The reads that failed so, one after another until now; `null` if the last one did not. */
  unstableReads(path: string): UnstableReads | null;
}

export interface UnstableReads {
  readonly forMs: number;
  /** When it is worth trying again: each time after half as long as it has failed. */
  readonly againInMs: number;
}

const FIRST_AGAIN_MS = 25;
const LAST_AGAIN_MS = 15_000;

export function createSightings(elapsedMs: () => number): Sightings {
  const seen = new Map<string, { readonly look: string; readonly sinceMs: number }>();
  const unstable = new Map<string, { readonly sinceMs: number; readonly againAtMs: number }>();
  return {
    stillForMs(path, look) {
      const found = look === null ? 'missing' : keyOf(look);
      const now = elapsedMs();
      const before = seen.get(path);
      if (before?.look === found) return now - before.sinceMs;
      seen.set(path, { look: found, sinceMs: now });
      return 0;
    },
    readFailed(path) {
      const now = elapsedMs();
      const sinceMs = unstable.get(path)?.sinceMs ?? now;
      const againInMs = Math.min(Math.max((now - sinceMs) / 2, FIRST_AGAIN_MS), LAST_AGAIN_MS);
      unstable.set(path, { sinceMs, againAtMs: now + againInMs });
      return { forMs: now - sinceMs, againInMs };
    },
    readSucceeded: (path) => void unstable.delete(path),
    unstableReads(path) {
      const reads = unstable.get(path);
      if (reads === undefined) return null;
      const now = elapsedMs();
      return { forMs: now - reads.sinceMs, againInMs: Math.max(0, reads.againAtMs - now) };
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

/**
 * How long a file may be written without another time stamp. Where both stamps are whole seconds, the file system keeps
 * no finer ones: two seconds on FAT, the coarsest. Finer ones are waited for where files are read.
 */
export const stampSpanMs = ({ modifiedAtMs, changedAtMs = 0 }: Fingerprint): number =>
  modifiedAtMs % 1000 === 0 && changedAtMs % 1000 === 0 ? 2000 : 0;
