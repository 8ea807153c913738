import type { Environment } from '../environment.js';
import { FileAccessError } from '../files/file-access-error.js';
import type { Fingerprint } from '../store/records.js';
import type { Sightings } from './sightings.js';

export interface WholeRead {
  readonly bytes: Uint8Array;
  readonly fingerprint: Fingerprint;
  /** How long these very bytes have been at the path [T1a]. */
  readonly stillForMs: number;
}

/** A file that changes while it is read is mostly whole a moment later. */
const MOMENT_MS = 250;

/**
 * Reads a file that is there. A file whose size never is what reading it gives (a cloud placeholder, a long copy) would
 * be read again and again: after a read that failed, the next one waits, whatever hints there are [T2b].
 * @returns what was read, or after how many milliseconds to check again
 * @throws {FileAccessError} `unstable` once that has lasted for a moment; what the file system says where it refuses
 */
export async function readWhole(
  { files }: Pick<Environment, 'files'>,
  path: string,
  limit: { readonly maxBytes: number },
  sightings: Sightings,
): Promise<WholeRead | number> {
  const before = sightings.unstableReads(path);
  const isTooEarly = before !== null && before.againInMs > 0;
  const read = isTooEarly ? null : await files.read(path, limit);
  if (read !== null) {
    sightings.readSucceeded(path);
    return { ...read, stillForMs: sightings.stillForMs(path, read.fingerprint) };
  }
  const { forMs, againInMs } = isTooEarly ? before : sightings.readFailed(path);
  if (forMs >= MOMENT_MS) throw new FileAccessError(path, 'unstable');
  return againInMs;
}
