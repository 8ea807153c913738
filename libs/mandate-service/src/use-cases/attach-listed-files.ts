import type { EccEntry } from '@synchro/cresus-files';
import type { Instant, Product } from '@synchro/sync-core/domain';
import { attachedAt, formerAt, isAttached, present } from './lookups.js';
import type { FileRecord, SourceRecord } from '../store/records.js';
import { clearPending, refreshPending, touchAccountings } from './refresh-pending.js';
import type { VersionReader } from './version-reader.js';
import type { StoreTransaction } from '../store/store.js';

/** An entry file that an `.ecc` lists, with the path at which it is or should be. */
export interface ListedFile {
  readonly path: string;
  readonly uid: number;
  readonly tag: EccEntry['tag'];
}

/** The program behind each tag; banking and assets write `.ecf` too, which a person can correct [§1]. */
const productOfTag: Record<EccEntry['tag'], Product> = { ECF: 'facturation', ECS: 'salaires', ECA: 'assets' };

/**
 * Makes the mandate's entry files those that the accounting's `.ecc` lists: new ones are attached, those it no longer
 * lists are detached – their posted entries stay in the history and never count as deleted [C5]. What a person detached
 * stays so.
 * @returns the listed files that belong to another mandate, with its name: refused [§1]
 */
export function attachListedFiles(
  tx: StoreTransaction,
  input: {
    readonly accountingFileId: string;
    readonly listed: readonly ListedFile[];
    readonly newId: () => string;
    readonly versions: VersionReader;
    readonly now: Instant;
  },
): readonly { readonly path: string; readonly holder: string }[] {
  const { accountingFileId, now } = input;
  const { mandateId } = present(tx.accountings.get(accountingFileId), `accounting file ${accountingFileId}`);
  const refused: { path: string; holder: string }[] = [];
  const listedIds = new Set<string>();

  for (const { path, uid, tag } of input.listed) {
    const holder = attachedAt(tx, path);
    const former = formerAt(tx, { mandateId, path, role: 'entries' });
    if (former?.isDismissed === true && holder?.mandateId !== mandateId) {
      // That it is listed stays noted, so that a person can attach it again.
      listedIds.add(former.id);
      list(tx, present(tx.sources.get(former.id), `source ${former.id}`), accountingFileId, uid);
      continue;
    }
    if (holder !== undefined && holder.mandateId !== mandateId) {
      refused.push({ path, holder: present(tx.mandates.get(holder.mandateId), 'the holding mandate').name });
      continue;
    }
    const file =
      holder ??
      (former === undefined
        ? attachNew(tx, { mandateId, path, product: productOfTag[tag], id: input.newId(), now })
        : attachEntryFileAgain(tx, input.versions, { ...former, path }, now));
    listedIds.add(file.id);
    list(tx, present(tx.sources.get(file.id), `source ${file.id}`), accountingFileId, uid);
  }

  for (const source of tx.sources.by('mandateId', mandateId)) {
    if (listedIds.has(source.id) || !source.listedBy.some((by) => by.accountingFileId === accountingFileId))
      continue;
    const listedBy = source.listedBy.filter((by) => by.accountingFileId !== accountingFileId);
    tx.sources.put({ ...source, listedBy });
    if (listedBy.length === 0 && isAttached(tx, source.id))
      detachEntryFile(tx, present(tx.files.get(source.id), `file ${source.id}`), now);
  }
  return refused;
}

/** Attaches an entry file that the mandate had before; the version in it is looked at by the next scan. */
export function attachEntryFileAgain(
  tx: StoreTransaction,
  versions: VersionReader,
  former: FileRecord,
  now: Instant,
): FileRecord {
  const again = { ...former, attachedAt: now, detachedAt: null, isDismissed: false };
  tx.files.put(again);
  // Compared again with what was posted from it [C5].
  touchAccountings(tx, refreshPending(tx, versions, former.id), now);
  return again;
}

function attachNew(
  tx: StoreTransaction,
  { now, ...file }: Pick<FileRecord, 'id' | 'mandateId' | 'path' | 'product'> & { readonly now: Instant },
): FileRecord {
  const attached: FileRecord = { ...file, role: 'entries', attachedAt: now, detachedAt: null };
  tx.files.put(attached);
  tx.sources.put({
    id: file.id,
    mandateId: file.mandateId,
    listedBy: [],
    acceptedUid: null,
    confirmedVersion: null,
    trouble: null,
    settled: null,
    version: null,
    takenInAt: null,
  });
  return attached;
}

/** A new uid in the `.ecc` may make a suspect version sound, or the other way round: it is decided on again. */
function list(tx: StoreTransaction, source: SourceRecord, accountingFileId: string, uid: number): void {
  if (source.listedBy.some((by) => by.accountingFileId === accountingFileId && by.uid === uid)) return;
  const others = source.listedBy.filter((by) => by.accountingFileId !== accountingFileId);
  tx.sources.put({ ...source, listedBy: [...others, { accountingFileId, uid }], settled: null });
}

/** Takes an entry file from its mandate: what waits of it is told no more, what was posted stays [C5]. */
export function detachEntryFile(tx: StoreTransaction, file: FileRecord, now: Instant): void {
  tx.files.put({ ...file, detachedAt: now });
  touchAccountings(tx, clearPending(tx, file.id), now);
}
