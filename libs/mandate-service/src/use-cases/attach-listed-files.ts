import type { EccEntry } from '@synchro/cresus-files';
import type { Instant, Product } from '@synchro/sync-core/domain';
import { attachedAt, present } from './lookups.js';
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
 * lists are detached – their posted entries stay in the history and never count as deleted [C5].
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
    if (holder !== undefined && holder.mandateId !== mandateId) {
      refused.push({ path, holder: present(tx.mandates.get(holder.mandateId), 'the holding mandate').name });
      continue;
    }
    const file =
      holder ??
      attach(tx, {
        mandateId,
        path,
        product: productOfTag[tag],
        newId: input.newId,
        versions: input.versions,
        now,
      });
    listedIds.add(file.id);
    list(tx, present(tx.sources.get(file.id), `source ${file.id}`), accountingFileId, uid);
  }

  for (const source of tx.sources.by('mandateId', mandateId)) {
    if (listedIds.has(source.id) || !source.listedBy.some((by) => by.accountingFileId === accountingFileId))
      continue;
    const listedBy = source.listedBy.filter((by) => by.accountingFileId !== accountingFileId);
    tx.sources.put({ ...source, listedBy });
    if (listedBy.length === 0) detach(tx, present(tx.files.get(source.id), `file ${source.id}`), now);
  }
  return refused;
}

function attach(
  tx: StoreTransaction,
  input: {
    mandateId: string;
    path: string;
    product: Product;
    newId: () => string;
    versions: VersionReader;
    now: Instant;
  },
): FileRecord {
  const former = tx.files.by('path', input.path).find(({ mandateId }) => mandateId === input.mandateId);
  if (former !== undefined) {
    const again = { ...former, attachedAt: input.now, detachedAt: null };
    tx.files.put(again);
    // Compared again with what was posted from it; the version itself is looked at by the next scan.
    touchAccountings(tx, refreshPending(tx, input.versions, former.id), input.now);
    return again;
  }
  const file: FileRecord = {
    id: input.newId(),
    mandateId: input.mandateId,
    role: 'entries',
    product: input.product,
    path: input.path,
    attachedAt: input.now,
    detachedAt: null,
  };
  tx.files.put(file);
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
  return file;
}

/** A new uid in the `.ecc` may make a suspect version sound, or the other way round: it is decided on again. */
function list(tx: StoreTransaction, source: SourceRecord, accountingFileId: string, uid: number): void {
  if (source.listedBy.some((by) => by.accountingFileId === accountingFileId && by.uid === uid)) return;
  const others = source.listedBy.filter((by) => by.accountingFileId !== accountingFileId);
  tx.sources.put({ ...source, listedBy: [...others, { accountingFileId, uid }], settled: null });
}

function detach(tx: StoreTransaction, file: FileRecord, now: Instant): void {
  tx.files.put({ ...file, detachedAt: now });
  touchAccountings(tx, clearPending(tx, file.id), now);
}
