import { SynchroError } from '@synchro/sync-core/contract';
import type { UndoResult } from '@synchro/sync-core/contract';
import type { Instant } from '@synchro/sync-core/domain';
import { present, requirePosting } from './lookups.js';
import type { ExportRecord, PostedRecord, PostingRecord } from '../store/records.js';
import { refreshPending, touchAccountings } from './refresh-pending.js';
import type { VersionReader } from './version-reader.js';
import type { StoreReader, StoreTransaction } from '../store/store.js';

/**
 * Un-posts (*décomptabiliser*): the posted state becomes what it was before; what is pending then follows from the
 * files as they are now [§2b].
 * @throws {SynchroError} `posting-already-undone`; `posting-built-upon` naming the later posting
 */
export function undoPosting(
  tx: StoreTransaction,
  versions: VersionReader,
  input: { readonly mandateId: string; readonly postingId: string; readonly now: Instant },
): UndoResult {
  const posting = requirePosting(tx, input.mandateId, input.postingId);
  if (posting.undoneAt !== null) throw new SynchroError('posting-already-undone', { posting: posting.id });
  const accounting = present(
    tx.accountings.get(posting.accountingFileId),
    'the accounting file of a posting',
  );
  const later = builtUponBy(tx, posting);
  if (later !== null) throw new SynchroError('posting-built-upon', { posting: posting.id, by: later });

  const restored: PostedRecord[] = [];
  const removed: string[] = [];
  /** Per source: what was changed back, so that the entry stays *changed* whatever its numbers are now. */
  const pairsBySource = new Map<string, Map<string, string>>();
  for (const { before, after, sourceId } of tx.postingItems.all(posting.id)) {
    const pairs = pairsBySource.get(sourceId) ?? new Map<string, string>();
    pairsBySource.set(sourceId, pairs);
    if (after !== null) removed.push(after.id);
    if (before !== null) restored.push(before);
    if (before !== null && after !== null) pairs.set(before.id, after.content);
  }
  tx.posted.delete(removed);
  tx.posted.insert(withFreeOccurrences(tx, restored));
  tx.postings.put({ ...posting, undoneAt: input.now });

  const touched = new Set([accounting.id]);
  for (const [sourceId, pairs] of pairsBySource) {
    if (present(tx.files.get(sourceId), `file ${sourceId}`).detachedAt !== null) continue; // [C5]
    for (const id of refreshPending(tx, versions, sourceId, pairs)) touched.add(id);
  }
  touchAccountings(tx, touched, input.now);
  const { revision } = present(tx.accountings.get(accounting.id), 'the accounting file of a posting');
  return { id: posting.id, undoneAt: input.now, offersReversal: offersReversal(posting), revision };
}

/**
 * What has arrived in the accounting must be reversed there, and what was exported may have arrived: its text is out of
 * reach. What is neither just vanishes [U3].
 */
export const offersReversal = (posting: PostingRecord): boolean =>
  posting.kind === 'posting' &&
  (posting.arrivedAt !== null || exportsOf(posting).some(({ reversal }) => !reversal));

/** The exports of a posting, in their order; of a posting of an earlier version none is known. */
export const exportsOf = ({ exports = [] }: PostingRecord): readonly ExportRecord[] => exports;

/** The latest posting still in force that changed or deleted what this one posted. */
export function builtUponBy(tx: StoreReader, posting: PostingRecord): string | null {
  const inForce = tx.postingItems
    .builtUponBy(posting.id)
    .map((id) => present(tx.postings.get(id), `posting ${id}`))
    .filter(({ undoneAt }) => undoneAt === null);
  return inForce.sort((a, b) => b.sequence - a.sequence)[0]?.id ?? null;
}

/** The place of a restored entry may have been taken meanwhile by an identical one; then it gets the next free one. */
function withFreeOccurrences(tx: StoreReader, records: readonly PostedRecord[]): PostedRecord[] {
  const taken = new Map<string, Set<string>>();
  return records.map((record) => {
    let slots = taken.get(record.sourceId);
    if (slots === undefined) {
      slots = new Set(
        tx.posted.keys(record.sourceId).map(({ content, occurrence }) => `${occurrence}\n${content}`),
      );
      taken.set(record.sourceId, slots);
    }
    let occurrence = record.occurrence;
    for (let next = 0; slots.has(`${occurrence}\n${record.content}`); next += 1) occurrence = next;
    slots.add(`${occurrence}\n${record.content}`);
    return { ...record, occurrence };
  });
}
