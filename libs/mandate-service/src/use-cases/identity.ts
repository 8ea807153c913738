import { marksOf } from '@synchro/sync-core/domain';
import type { ContentSketch, FileIdentity } from '@synchro/sync-core/domain';
import type { FileRecord, LinkRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';
import { uidAsId } from '../scan/look-into-file.js';
import { linkOf, lookOf } from './links.js';

/** What a file of a mandate is known by. */
export function identityOf(tx: StoreReader, file: FileRecord, name: string): FileIdentity {
  const { documentId, origin, sketch } = linkOf(tx, file);
  const uids = new Set(tx.sources.get(file.id)?.listedBy.map(({ uid }) => uid));
  const [uid] = uids;
  return {
    name,
    documentId,
    carriedId: uid !== undefined && uids.size === 1 ? uidAsId(uid) : null,
    look: lookOf(tx, file),
    origin,
    sketch,
  };
}

/** An attached document with a sketch, of whatever mandate. */
export interface KnownDocument {
  readonly file: FileRecord;
  readonly link: LinkRecord;
}

/** Other attached documents of the same kind: what they have in common with this one is no sign of it [L6d]. */
export function othersOfKind(tx: StoreReader, file: FileRecord): readonly KnownDocument[] {
  const extension = extensionOf(file.path);
  return tx.links.all().flatMap((link) => {
    const other = link.id === file.id ? undefined : tx.files.get(link.id);
    if (other === undefined || other.detachedAt !== null || extensionOf(other.path) !== extension) return [];
    return [{ file: other, link: linkOf(tx, other) }];
  });
}

/** The marks of a sketch's document that others have too. */
export function commonMarks(
  sketch: ContentSketch | null,
  others: readonly { readonly sketch: ContentSketch | null }[],
): ReadonlySet<string> {
  const common = new Set<string>();
  if (sketch === null) return common;
  const mine = new Set(marksOf(sketch));
  for (const other of others)
    for (const mark of other.sketch === null ? [] : marksOf(other.sketch))
      if (mine.has(mark)) common.add(mark);
  return common;
}

/** With its point, in small letters; empty where there is none. */
export const extensionOf = (path: string): string => /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
