import { SynchroError } from '@synchro/sync-core/contract';
import type { EntryProblem } from '@synchro/sync-core/domain';
import type {
  AccountingRecord,
  ClaimRecord,
  FileRecord,
  Holder,
  MandateRecord,
  PendingRecord,
  PostingRecord,
  SourceRecord,
} from '../store/records.js';
import type { StoreReader } from '../store/store.js';

/** Which agent owns the mandate, as the claim said when it was last read. */
export const claimOf = ({ claim, heldBy = null }: AccountingRecord): ClaimRecord =>
  claim ?? (heldBy === null ? { status: 'unclaimed', token: null } : { status: 'elsewhere', ...heldBy });

/** The other agent that owns the mandate; `null` also where it is not known who does. */
export function holderOf(accounting: AccountingRecord | undefined): Holder | null {
  if (accounting === undefined) return null;
  const claim = claimOf(accounting);
  return claim.status === 'elsewhere' ? { machine: claim.machine, since: claim.since } : null;
}

/** Whether it has not been removed; of one that was, only the history is kept. */
const isKept = ({ removedAt = null }: MandateRecord): boolean => removedAt === null;

/** The mandates that are kept here. */
export const keptMandates = (tx: StoreReader): readonly MandateRecord[] => tx.mandates.all().filter(isKept);

/** Whether it is kept here; a scan may outlast a mandate. */
export function isKeptMandate(tx: StoreReader, mandateId: string): boolean {
  const mandate = tx.mandates.get(mandateId);
  return mandate !== undefined && isKept(mandate);
}

/** Whether the file still belongs to its mandate; what goes on for a while asks again before it writes. */
export const isAttached = (tx: StoreReader, fileId: string): boolean =>
  tx.files.get(fileId)?.detachedAt === null;

/** The files that belong to a mandate now. */
export const attachedFilesOf = (tx: StoreReader, mandateId: string): readonly FileRecord[] =>
  tx.files.by('mandateId', mandateId).filter(({ detachedAt }) => detachedAt === null);

/** The accounting files of a mandate, one for each fiscal period; those that were detached are none of it. */
export const accountingsOf = (tx: StoreReader, mandateId: string): readonly AccountingRecord[] =>
  tx.accountings
    .by('mandateId', mandateId)
    .filter(({ id }) => present(tx.files.get(id), `file ${id}`).detachedAt === null);

/** @throws {SynchroError} `mandate-not-found` also for one that was removed */
export function requireMandate(tx: StoreReader, mandateId: string): MandateRecord {
  const mandate = tx.mandates.get(mandateId);
  if (mandate === undefined || !isKept(mandate))
    throw new SynchroError('mandate-not-found', { mandate: mandateId });
  return mandate;
}

/** @throws {SynchroError} `file-not-found` also for a file of another mandate, or one that was detached */
export function requireFile(tx: StoreReader, mandateId: string, fileId: string): FileRecord {
  requireMandate(tx, mandateId);
  const file = tx.files.get(fileId);
  if (file === undefined || file.mandateId !== mandateId || file.detachedAt !== null)
    throw new SynchroError('file-not-found', { mandate: mandateId, file: fileId });
  return file;
}

/** @throws {SynchroError} `file-not-found` also for what is no entry file */
export function requireEntryFile(tx: StoreReader, mandateId: string, fileId: string): FileRecord {
  const file = requireFile(tx, mandateId, fileId);
  if (file.role !== 'entries') throw new SynchroError('file-not-found', { mandate: mandateId, file: fileId });
  return file;
}

/**
 * The accounting file that a request means: the named one, else the mandate's only one.
 * @throws {SynchroError} `file-not-found`, `accounting-file-ambiguous` with the ids to choose from
 */
export function requireAccounting(tx: StoreReader, mandateId: string, fileId?: string): AccountingRecord {
  requireMandate(tx, mandateId);
  const accountings = accountingsOf(tx, mandateId);
  if (fileId !== undefined) {
    const named = accountings.find((accounting) => accounting.id === fileId);
    if (named === undefined) throw new SynchroError('file-not-found', { mandate: mandateId, file: fileId });
    return named;
  }
  const [only, ...others] = accountings;
  if (only === undefined) throw new SynchroError('file-not-found', { mandate: mandateId });
  if (others.length > 0)
    throw new SynchroError('accounting-file-ambiguous', { accountingFiles: accountings.map(({ id }) => id) });
  return only;
}

/** @throws {SynchroError} `posting-not-found` */
export function requirePosting(tx: StoreReader, mandateId: string, postingId: string): PostingRecord {
  requireMandate(tx, mandateId);
  const posting = tx.postings.get(postingId);
  if (posting === undefined || posting.mandateId !== mandateId)
    throw new SynchroError('posting-not-found', { mandate: mandateId, posting: postingId });
  return posting;
}

/**
 * The ids of the named mandates, or of all that are shared.
 * @throws {SynchroError} `mandate-not-found`, `mandate-not-shared`
 */
export function sharedMandates(tx: StoreReader, ids?: readonly string[]): readonly string[] {
  if (ids === undefined)
    return keptMandates(tx)
      .filter(({ kind }) => kind === 'shared')
      .map(({ id }) => id);
  for (const id of ids)
    if (requireMandate(tx, id).kind === 'local')
      throw new SynchroError('mandate-not-shared', { mandate: id });
  return ids;
}

/** A record that others refer to and that therefore exists; anything else is a broken store. */
export function present<T>(record: T | undefined, what: string): T {
  if (record === undefined) throw new Error(`The store lacks ${what}.`);
  return record;
}

/** What is known of a path, detached files too; paths are compared in NFC, since file systems differ in how they spell é. */
export function recordsAt(tx: StoreReader, path: string): readonly FileRecord[] {
  const spellings = new Set([path, path.normalize('NFC'), path.normalize('NFD')]);
  return [...spellings].flatMap((spelling) => tx.files.by('path', spelling));
}

/** All files attached at this path: more than one only within a transaction that is about to fail. */
export const attachedAllAt = (tx: StoreReader, path: string): readonly FileRecord[] =>
  recordsAt(tx, path).filter((file) => file.detachedAt === null);

/** The file attached at this path. */
export const attachedAt = (tx: StoreReader, path: string): FileRecord | undefined =>
  attachedAllAt(tx, path)[0];

/** The file of this role that the mandate had at this path before; of several, the one that was detached last. */
export function formerAt(
  tx: StoreReader,
  { mandateId, path, role }: Pick<FileRecord, 'mandateId' | 'path' | 'role'>,
): FileRecord | undefined {
  const former = recordsAt(tx, path).filter(
    (file) => file.mandateId === mandateId && file.role === role && file.detachedAt !== null,
  );
  return former.toSorted((a, b) => ((a.detachedAt ?? '') < (b.detachedAt ?? '') ? 1 : -1))[0];
}

/** @throws {SynchroError} `already-in-mandate` naming the holder */
export function requireFree(tx: StoreReader, path: string): void {
  const holder = attachedAt(tx, path);
  if (holder === undefined) return;
  const { id, name } = present(tx.mandates.get(holder.mandateId), 'the holding mandate');
  throw new SynchroError('already-in-mandate', { path, mandate: id, name });
}

/** What keeps a whole source from being posted [T2, T4]; what was known of a missing one can be posted [T3]. */
export function blockOf(source: SourceRecord | undefined): EntryProblem | null {
  const trouble = source?.trouble ?? null;
  if (trouble === null || trouble.kind === 'missing') return null;
  return { code: 'source-blocked', trouble: trouble.kind };
}

/** The problems of a pending entry, its source's block included. */
export function problemsOf(pending: PendingRecord, block: EntryProblem | null): readonly EntryProblem[] {
  return block === null ? pending.problems : [...pending.problems, block];
}
