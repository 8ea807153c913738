import type { FiscalPeriod } from '@synchro/sync-core/domain';
import type { Fingerprint } from '../store/records.js';
import { sameFingerprint } from './sightings.js';

/** What the files of accounting files that belong to no mandate told; they are not read again while they look the same. */
export interface PeriodMemory {
  /** The names that an index lists; `null` where it is not sound. */
  readonly indexes: Remembered<readonly string[] | null>;
  /** What a chart says of its period; `null` where it is not sound. */
  readonly charts: Remembered<{ readonly period: FiscalPeriod | null } | null>;
}

export interface Remembered<T> {
  /** What is known of a file of this look; `read` is asked where nothing is, and its `undefined` is asked for again. */
  of(path: string, look: Fingerprint, read: () => Promise<T | undefined>): Promise<T | undefined>;
}

export const createPeriodMemory = (): PeriodMemory => ({ indexes: remembering(), charts: remembering() });

/** Kept in memory only: after a restart each is read once. */
function remembering<T>(): Remembered<T> {
  const known = new Map<string, { readonly look: Fingerprint; readonly told: T }>();
  return {
    async of(path, look, read) {
      const before = known.get(path);
      if (before !== undefined && sameFingerprint(before.look, look)) return before.told;
      const told = await read();
      if (told === undefined) known.delete(path);
      else known.set(path, { look, told });
      return told;
    },
  };
}
