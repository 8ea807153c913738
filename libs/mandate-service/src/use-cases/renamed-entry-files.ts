import { sameFileName } from '@synchro/cresus-files';
import type { FileSystem } from '../files/file-system.js';
import { present } from './lookups.js';
import type { StoreReader } from '../store/store.js';

/** An entry file of which a person said that it has another name by now than the `.ecc` may still give it [L11]. */
export interface RenamedEntryFile {
  readonly fileId: string;
  readonly path: string;
  /** As the index gives it. */
  readonly uid: number;
  /**
   * All names that a person gave up for it. How far the `.ecc` has come is known only once it is read: it may have been
   * corrected just before the program was killed, or between two corrections.
   */
  readonly formerNames: readonly string[];
}

/** The renamed entry files that the accounting's `.ecc` lists. */
export function renamedEntryFiles(
  tx: StoreReader,
  accounting: { readonly id: string; readonly mandateId: string },
  { nameOf }: Pick<FileSystem, 'nameOf'>,
): readonly RenamedEntryFile[] {
  return tx.sources.by('mandateId', accounting.mandateId).flatMap(({ id, listedBy, listedAs = null }) => {
    const listed = listedBy.find(({ accountingFileId }) => accountingFileId === accounting.id);
    const file = present(tx.files.get(id), `file ${id}`);
    if (listed === undefined || listedAs === null || file.detachedAt !== null) return [];
    const given = tx.linkChanges
      .by('mandateId', accounting.mandateId)
      .flatMap(({ moves }) => moves.filter(({ fileId }) => fileId === id))
      .flatMap(({ from, to }) => [nameOf(from), nameOf(to)]);
    const formerNames = [...new Set([listedAs, ...given])];
    return [{ fileId: id, path: file.path, uid: listed.uid, formerNames }];
  });
}

/** The line of an index that means a renamed file under a former name; none where it is listed under its new one. */
export function formerLineOf<L extends { readonly name: string; readonly uid: number }>(
  { uid, formerNames }: RenamedEntryFile,
  name: string,
  lines: readonly L[],
): L | undefined {
  if (lines.some((line) => sameFileName(line.name, name) === 'exact')) return undefined;
  return lines.find(
    (line) => line.uid === uid && formerNames.some((former) => sameFileName(line.name, former) !== false),
  );
}
