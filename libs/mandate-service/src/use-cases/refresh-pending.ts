import { accountingFileOf, checkEntry, diffEntries, pendingEntryId } from '@synchro/sync-core/domain';
import type {
  Chart,
  CurrentEntry,
  Entry,
  EntryDiff,
  EntryProblem,
  Instant,
  KeyedEntry,
  PostedKey,
} from '@synchro/sync-core/domain';
import { accountingsOf, present } from './lookups.js';
import { isKnownReadable, knownVersion, readAgain } from './version-reader.js';
import type { VersionReader } from './version-reader.js';
import type { AccountingRecord, PendingRecord } from '../store/records.js';
import type { PendingKey, StoreReader, StoreTransaction } from '../store/store.js';

/**
 * Pending entries are derived – what a source's version holds, against what was posted from it – and kept, so that
 * counting and paging 150,000 of them costs nothing. Whatever changes one of the two sides calls `refreshPending`
 * in the same transaction.
 *
 *     version (bytes) ──parse──▶ entries ─┐
 *                                         ├─ diffEntries ──▶ pending records ──▶ store, only what differs
 *     posted entries ─────────────────────┘
 */

/** A comparison of one source, ready to be stored. */
export interface SourceComparison {
  readonly sourceId: string;
  readonly diff: EntryDiff;
  readonly pendingBefore: readonly PendingKey[];
}

/**
 * Compares what a source's entries are now with what was posted from it [C1–C6].
 * @param paired beside the pairs that pending entries carry on: posted id → content of its changed version
 */
export function compareSource(
  tx: StoreReader,
  sourceId: string,
  entries: readonly KeyedEntry[],
  paired: ReadonlyMap<string, string> = new Map(),
): SourceComparison {
  const { mandateId } = present(tx.files.get(sourceId), `file ${sourceId}`);
  const accountings = accountingsOf(tx, mandateId);
  const current = entries.map(({ entry, content, numbers }): CurrentEntry => ({
    entry,
    content,
    numbers,
    accountingFileId: accountingFileOf(entry.lines[0]?.date ?? '', accountings).id,
  }));
  const pendingBefore = tx.pending.keys(sourceId);
  const pairs = new Map(paired);
  for (const { change, postedId, content } of pendingBefore)
    if (change === 'changed' && postedId !== null && content !== null) pairs.set(postedId, content);
  const posted = tx.posted.keys(sourceId);
  const diff = diffEntries(posted, current, pairs);
  const deleted = withoutDetached(diff.deleted, posted, accountings);
  return { sourceId, diff: { ...diff, deleted }, pendingBefore };
}

/** What was posted in a fiscal period that was detached stays there, whatever its source holds by now [C5]. */
function withoutDetached(
  deleted: EntryDiff['deleted'],
  posted: readonly PostedKey[],
  accountings: readonly AccountingRecord[],
): EntryDiff['deleted'] {
  const attached = new Set(accountings.map(({ id }) => id));
  const elsewhere = posted.filter(({ accountingFileId }) => !attached.has(accountingFileId));
  if (elsewhere.length === 0) return deleted;
  const ids = new Set(elsewhere.map(({ id }) => id));
  return deleted.filter(({ postedId }) => !ids.has(postedId));
}

/**
 * Stores what a comparison says is pending.
 * @returns the accounting files whose pending entries changed; the caller passes them to `touchAccountings`
 */
export function storeComparison(tx: StoreTransaction, comparison: SourceComparison): ReadonlySet<string> {
  const { sourceId, diff, pendingBefore } = comparison;
  const check = entryChecker(tx);
  const gone = new Map(pendingBefore.map((key) => [slotOf(key), key]));
  const touched = new Set<string>();
  const added: PendingRecord[] = [];

  const keepOrAdd = (
    slot: Slot,
    complete: () => Pick<PendingRecord, 'before' | 'after'> & { id: string },
  ) => {
    if (gone.delete(slotOf(slot))) return;
    touched.add(slot.accountingFileId);
    const { id, before, after } = complete();
    const problems = check(after ?? before, slot.accountingFileId, slot.change);
    added.push({ ...slot, id, sourceId, before, after, problems });
  };

  for (const { current, occurrence } of diff.created) {
    const { accountingFileId, content, entry } = current;
    keepOrAdd({ accountingFileId, change: 'new', postedId: null, content, occurrence }, () => ({
      id: pendingEntryId({ sourceId, change: 'new', before: null, after: content, occurrence }),
      before: null,
      after: entry,
    }));
  }
  for (const { postedId, current, occurrence } of diff.changed) {
    const { accountingFileId, content, entry } = current;
    keepOrAdd({ accountingFileId, change: 'changed', postedId, content, occurrence }, () => {
      const posted = present(tx.posted.get(postedId), `posted entry ${postedId}`);
      return {
        id: pendingEntryId({
          sourceId,
          change: 'changed',
          before: posted.content,
          after: content,
          occurrence,
        }),
        before: posted.entry,
        after: entry,
      };
    });
  }
  for (const { postedId } of diff.deleted) {
    const posted = present(tx.posted.get(postedId), `posted entry ${postedId}`);
    const { accountingFileId, content, occurrence, entry } = posted;
    keepOrAdd({ accountingFileId, change: 'deleted', postedId, content: null, occurrence }, () => ({
      id: pendingEntryId({ sourceId, change: 'deleted', before: content, after: null, occurrence }),
      before: entry,
      after: null,
    }));
  }

  for (const key of gone.values()) touched.add(key.accountingFileId);
  tx.pending.delete([...gone.values()].map(({ id }) => id));
  tx.pending.put(added);
  tx.posted.renumber(diff.renumbered);
  return touched;
}

/**
 * Compares a source's known version anew, after what was posted from it changed, or the periods did.
 * @returns the accounting files whose pending entries changed
 */
export function refreshPending(
  tx: StoreTransaction,
  versions: VersionReader,
  sourceId: string,
  paired?: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  if (!isKnownReadable(tx, versions, sourceId)) return withoutKnown(tx, sourceId);
  const known = knownVersion(tx, versions, sourceId);
  return storeComparison(tx, compareSource(tx, sourceId, known?.entries ?? [], paired));
}

/**
 * Without the version there is nothing to compare: what is pending stays and cannot be posted [H6], except what refers
 * to a posted entry that is gone. The next scan reads the file.
 */
function withoutKnown(tx: StoreTransaction, sourceId: string): ReadonlySet<string> {
  readAgain(tx, [sourceId]);
  const gone = tx.pending
    .keys(sourceId)
    .filter(({ postedId }) => postedId !== null && tx.posted.get(postedId) === undefined);
  tx.pending.delete(gone.map(({ id }) => id));
  return new Set(gone.map(({ accountingFileId }) => accountingFileId));
}

/** Takes a source's entries out of what is pending: it was detached [C5]. */
export function clearPending(tx: StoreTransaction, sourceId: string): ReadonlySet<string> {
  const keys = tx.pending.keys(sourceId);
  tx.pending.delete(keys.map(({ id }) => id));
  return new Set(keys.map(({ accountingFileId }) => accountingFileId));
}

/** Checks anew what is pending in an accounting file, after its chart or period changed. */
export function recheckPending(tx: StoreTransaction, accountingFileId: string): ReadonlySet<string> {
  const check = entryChecker(tx);
  const changed: PendingRecord[] = [];
  for (const pending of tx.pending.ofAccounting(accountingFileId)) {
    const problems = check(pending.after ?? pending.before, accountingFileId, pending.change);
    if (JSON.stringify(problems) !== JSON.stringify(pending.problems)) changed.push({ ...pending, problems });
  }
  tx.pending.put(changed);
  return new Set(changed.map((pending) => pending.accountingFileId));
}

/** Counts one more revision of each accounting file, and notes since when it has had something pending. */
export function touchAccountings(
  tx: StoreTransaction,
  accountingFileIds: Iterable<string>,
  now: Instant,
): void {
  for (const id of new Set(accountingFileIds)) {
    const accounting = present(tx.accountings.get(id), `accounting file ${id}`);
    const waits = tx.pending.tally(id).some(({ count }) => count > 0);
    const pendingSince = waits ? (accounting.pendingSince ?? now) : null;
    tx.accountings.put({ ...accounting, revision: accounting.revision + 1, pendingSince });
  }
}

type Slot = Omit<PendingKey, 'id'>;

/** Equal for two pending entries exactly when they are the same change; cheaper than their ids. */
function slotOf({ accountingFileId, change, postedId, content, occurrence }: Slot): string {
  return `${accountingFileId}\n${change}\n${postedId ?? ''}\n${occurrence}\n${content ?? ''}`;
}

/** A deletion reverses what was posted, so only the period can object to it – and the books already have that date. */
export function entryChecker(tx: StoreReader) {
  const against = new Map<string, { chart: Chart | null; period: AccountingRecord['period'] }>();
  return (
    entry: Entry | null,
    accountingFileId: string,
    change: PendingRecord['change'],
  ): readonly EntryProblem[] => {
    if (entry === null || change === 'deleted') return [];
    let facts = against.get(accountingFileId);
    if (facts === undefined) {
      const { period } = present(tx.accountings.get(accountingFileId), `accounting file ${accountingFileId}`);
      facts = { chart: chartOf(tx, accountingFileId), period };
      against.set(accountingFileId, facts);
    }
    return checkEntry(entry, facts);
  };
}

function chartOf(tx: StoreReader, accountingFileId: string): Chart | null {
  const record = tx.charts.get(accountingFileId);
  if (record === undefined) return null;
  const { title, period, accounts, vatCodes } = record;
  return { title, period, accounts: new Map(accounts), vatCodes: new Set(vatCodes) };
}
