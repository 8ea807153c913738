import { readEntryFile } from '@synchro/cresus-files';
import type { EntryFile, FileProblem } from '@synchro/cresus-files';
import { keyEntry } from '@synchro/sync-core/domain';
import type { KeyedEntry } from '@synchro/sync-core/domain';
import { present } from './lookups.js';
import type { StoreReader, StoreTransaction } from '../store/store.js';

/**
 * Format of what `readEntryFile` accepts. It grows with every change after which a file may read otherwise than before:
 * then each source is read again at its next scan [H7]. What was taken in before formats were recorded has 1.
 */
export const READER_FORMAT = 1;

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
  /** The same of what comes from the store, where the disk may have damaged it: other bytes are not the version. */
  readStored(version: string, bytes: () => Uint8Array): ReadVersion;
}

/** Room for the largest file that a licence of the accounting allows (150,000) as it was known and as it comes, and others. */
const REMEMBERED_ENTRIES = 500_000;

/** @param sha256 in hexadecimal */
export function createVersionReader(sha256: (bytes: Uint8Array) => string): VersionReader {
  const remembered = new Map<string, ReadVersion>();
  const sizeOf = (read: ReadVersion) => (read.ok ? read.entries.length : 0) + 1;
  const remember = (version: string, read: ReadVersion) => {
    remembered.delete(version);
    remembered.set(version, read); // The latest used stand last.
    let size = [...remembered.values()].reduce((sum, other) => sum + sizeOf(other), 0);
    for (const [oldest, other] of remembered) {
      if (size <= REMEMBERED_ENTRIES || oldest === version) break;
      remembered.delete(oldest);
      size -= sizeOf(other);
    }
    return read;
  };
  return {
    read: (version, bytes) => remember(version, remembered.get(version) ?? readVersion(bytes())),
    readStored(version, bytes) {
      const known = remembered.get(version);
      if (known !== undefined) return remember(version, known);
      const stored = bytes();
      if (sha256(stored) !== version) return { ok: false, problems: [] };
      return remember(version, readVersion(stored));
    },
  };
}

function readVersion(bytes: Uint8Array): ReadVersion {
  const read = readEntryFile(bytes);
  if (!read.ok) return { ok: false, problems: read.problems };
  return { ok: true, file: read.value, entries: read.value.entries.map(keyEntry) };
}

/** The version of a source that was last taken in; `null` if none ever was, or if it can no longer be read [H6]. */
export function knownVersion(
  tx: StoreReader,
  versions: VersionReader,
  sourceId: string,
): (ReadVersion & { ok: true }) | null {
  const read = storedVersion(tx, versions, sourceId);
  return read?.ok === true ? read : null;
}

/** Whether the version of a source that was taken in can still be read; true if none ever was. */
export const isKnownReadable = (tx: StoreReader, versions: VersionReader, sourceId: string): boolean =>
  storedVersion(tx, versions, sourceId)?.ok !== false;

/** The sources with pending entries in an accounting file whose stored version can no longer be read. */
export function unreadableSources(
  tx: StoreReader,
  versions: VersionReader,
  accountingFileId: string,
): readonly string[] {
  const sources = new Set(tx.pending.tally(accountingFileId).map(({ sourceId }) => sourceId));
  return [...sources].filter((id) => !isKnownReadable(tx, versions, id));
}

/** Has the next scan read the files of these sources, whether they changed or not. */
export function readAgain(tx: StoreTransaction, sourceIds: Iterable<string>): void {
  for (const id of sourceIds) {
    const source = tx.sources.get(id);
    if (source !== undefined) tx.sources.put({ ...source, settled: null });
  }
}

function storedVersion(tx: StoreReader, versions: VersionReader, sourceId: string): ReadVersion | null {
  const version = tx.sources.get(sourceId)?.version ?? null;
  if (version === null) return null;
  return versions.readStored(
    version,
    () => present(tx.versions.get(sourceId), `the version of ${sourceId}`).bytes,
  );
}
