import type { Environment } from '../environment.js';
import type { FileRecord, MandateRecord } from '../store/records.js';
import type { StoreReader, StoreTransaction } from '../store/store.js';
import { attachAccountingFile } from './attach-accounting-file.js';
import { attachedAt, isAttached, present } from './lookups.js';
import { refreshSources } from './refresh-sources.js';

/** The mandate that had this accounting file when it was removed. */
export function removedWith(tx: StoreReader, accountingFileId: string): MandateRecord | undefined {
  const file = present(tx.files.get(accountingFileId), `file ${accountingFileId}`);
  const mandate = present(tx.mandates.get(file.mandateId), 'the mandate of a file');
  return wentWith(file, mandate) ? mandate : undefined;
}

/**
 * A removed mandate is kept again, with what was posted in it. The files that it had come back, but for those that
 * another mandate holds by now, and are compared again with what was posted from them [C5].
 */
export function bringBackMandate(
  tx: StoreTransaction,
  env: Environment,
  mandate: MandateRecord,
  given: {
    readonly name: string;
    /** The accounting file that it had, and the path at which it is now. */
    readonly fileId: string;
    readonly accountingFile: string;
    readonly chartPath: string | null;
  },
): void {
  const mandateId = mandate.id;
  const now = env.clock.now();
  const former = tx.files
    .by('mandateId', mandateId)
    .filter((file) => wentWith(file, mandate) && attachedAt(tx, file.path) === undefined);
  tx.mandates.put({ ...mandate, name: given.name, removedAt: null });
  attachAccountingFile(tx, env, {
    mandateId,
    formerId: given.fileId,
    path: given.accountingFile,
    chartPath: given.chartPath,
  });
  for (const { id, path, role } of former)
    if (role === 'accounting' && id !== given.fileId && attachedAt(tx, path) === undefined)
      attachAccountingFile(tx, env, { mandateId, path, chartPath: null });
  for (const file of former)
    if (file.role === 'document' || isListed(tx, file))
      tx.files.put({ ...file, attachedAt: now, detachedAt: null });
  refreshSources(tx, env.versions, mandateId, now);
}

/** Whether the file was detached by the removal of its mandate, not by a person or by its index before. */
const wentWith = (file: FileRecord, { removedAt = null }: MandateRecord): boolean =>
  removedAt !== null && file.detachedAt === removedAt && file.isDismissed !== true;

/** Whether an index of the mandate as it is now lists the entry file. */
const isListed = (tx: StoreReader, { id }: FileRecord): boolean =>
  (tx.sources.get(id)?.listedBy ?? []).some(({ accountingFileId }) => isAttached(tx, accountingFileId));
