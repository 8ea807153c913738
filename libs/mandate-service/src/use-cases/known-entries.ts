import { readEntryFile } from '@synchro/cresus-files';
import type { Entry } from '@synchro/sync-core/domain';
import type { StoreReader } from '../store/store.js';

/** The entries of the version of a source that was last taken in; none if none ever was. */
export function knownEntries(tx: StoreReader, sourceId: string): readonly Entry[] {
  const version = tx.versions.get(sourceId);
  if (version === undefined) return [];
  const read = readEntryFile(version.bytes);
  if (!read.ok) throw new Error(`The version of ${sourceId} that was taken in can no longer be read.`);
  return read.value.entries;
}
