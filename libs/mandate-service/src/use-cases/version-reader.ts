import { readEntryFile } from '@synchro/cresus-files';
import type { EntryFile, FileProblem } from '@synchro/cresus-files';
import { keyEntry } from '@synchro/sync-core/domain';
import type { KeyedEntry } from '@synchro/sync-core/domain';
import { present } from './lookups.js';
import type { StoreReader } from '../store/store.js';

/** A version of an entry file with its entries ready for comparing, or what is wrong with it. */
export type ReadVersion =
  | { readonly ok: true; readonly file: EntryFile; readonly entries: readonly KeyedEntry[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * Reads versions of entry files and remembers the latest ones, since each is needed several times: while it waits to
 * be quiet, when it is taken in, and as what is known when the next one comes. What is remembered is bounded by
 * its number of entries, so that hundreds of mandates do not fill the memory.
 */
export interface VersionReader {
  /** @param version SHA-256 of the bytes; `bytes` is asked for only if the version is not remembered */
  read(version: string, bytes: () => Uint8Array): ReadVersion;
}

/** Room for the largest file that a licence of the accounting allows (150,000) as it was known and as it comes, and others. */
const REMEMBERED_ENTRIES = 500_000;

export function createVersionReader(): VersionReader {
  const remembered = new Map<string, ReadVersion>();
  const sizeOf = (read: ReadVersion) => (read.ok ? read.entries.length : 0) + 1;
  return {
    read(version, bytes) {
      const known = remembered.get(version);
      const read = known ?? readVersion(bytes());
      remembered.delete(version);
      remembered.set(version, read); // The latest used stand last.
      let size = [...remembered.values()].reduce((sum, other) => sum + sizeOf(other), 0);
      for (const [oldest, other] of remembered) {
        if (size <= REMEMBERED_ENTRIES || oldest === version) break;
        remembered.delete(oldest);
        size -= sizeOf(other);
      }
      return read;
    },
  };
}

function readVersion(bytes: Uint8Array): ReadVersion {
  const read = readEntryFile(bytes);
  if (!read.ok) return { ok: false, problems: read.problems };
  return { ok: true, file: read.value, entries: read.value.entries.map(keyEntry) };
}

/** The version of a source that was last taken in; `null` if none ever was. */
export function knownVersion(
  tx: StoreReader,
  versions: VersionReader,
  sourceId: string,
): (ReadVersion & { ok: true }) | null {
  const version = tx.sources.get(sourceId)?.version ?? null;
  if (version === null) return null;
  const bytes = () => present(tx.versions.get(sourceId), `the version of ${sourceId}`).bytes;
  const read = versions.read(version, bytes);
  if (!read.ok) throw new Error(`The version of ${sourceId} that was taken in can no longer be read.`);
  return read;
}
