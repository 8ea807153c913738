import { SynchroError } from '@synchro/sync-core/contract';
import type { PostingRequest, PostingResult } from '@synchro/sync-core/contract';
import { countPending, keyEntry } from '@synchro/sync-core/domain';
import type { EntryProblem, Instant } from '@synchro/sync-core/domain';
import { blockOf, present, requireAccounting } from './lookups.js';
import { problemMessage } from './messages.js';
import type { AccountingRecord, PendingRecord, PostedRecord, PostingItemRecord } from '../store/records.js';
import { entryChecker, refreshPending, touchAccountings } from './refresh-pending.js';
import { isKnownReadable } from './version-reader.js';
import type { VersionReader } from './version-reader.js';
import { pendingCounts } from './pending-counts.js';
import type { StoreReader, StoreTransaction } from '../store/store.js';

export interface PostEntries {
  readonly mandateId: string;
  readonly accountingFileId: string | undefined;
  readonly request: PostingRequest;
  readonly postingId: string;
  readonly now: Instant;
}

/**
 * Takes pending entries into the accounting (*comptabiliser*): all that are sound, or the named ones [§2b].
 * Entries with problems stay pending and are reported; a compound goes whole or not at all. What the accounting has
 * *already* by other means is recorded whatever its problems, since the books hold it.
 *
 * @throws {SynchroError} `revision-required`, `revision-outdated` (with the new counts), `entries-not-pending`
 *   (naming them), `nothing-to-post` (with what was left and why)
 */
export function postEntries(
  tx: StoreTransaction,
  versions: VersionReader,
  input: PostEntries,
): PostingResult {
  const { request, now, postingId } = input;
  const accounting = requireAccounting(tx, input.mandateId, input.accountingFileId);
  const kind = request.as ?? 'posting';

  const blockOfSource = (sourceId: string): EntryProblem | null =>
    blockOf(tx.sources.get(sourceId)) ??
    (isKnownReadable(tx, versions, sourceId) ? null : { code: 'source-blocked', trouble: 'unreadable' });
  const blocks = new Map<string, EntryProblem | null>();
  const left: { id: string; problems: EntryProblem[] }[] = [];
  // What was stored may have been checked by an earlier version, with fewer rules.
  const check = entryChecker(tx);
  const sound: PendingRecord[] = [];
  for (const pending of selectPending(tx, accounting, request)) {
    let block = blocks.get(pending.sourceId);
    if (block === undefined) blocks.set(pending.sourceId, (block = blockOfSource(pending.sourceId)));
    const own = kind === 'posting' ? check(pending.after, accounting.id, pending.change) : [];
    const problems = block === null ? own : [...own, block];
    if (problems.length === 0) sound.push(pending);
    else left.push({ id: pending.id, problems: [...problems] });
  }
  const reported = left.map(({ id, problems }) => ({ id, problems: problems.map(problemMessage) }));
  if (sound.length === 0) throw new SynchroError('nothing-to-post', { left: reported });

  const items = sound.map((pending, position) => toItem(tx, pending, postingId, position));
  tx.posted.delete(items.flatMap(({ before }) => (before === null ? [] : [before.id])));
  tx.posted.insert(items.flatMap(({ after }) => (after === null ? [] : [after])));
  tx.postingItems.insert(items);
  const counts = countPending(sound);
  const sequence =
    1 + Math.max(0, ...tx.postings.by('mandateId', input.mandateId).map((posting) => posting.sequence));
  tx.postings.put({
    id: postingId,
    mandateId: input.mandateId,
    accountingFileId: accounting.id,
    sequence,
    kind,
    postedAt: now,
    counts,
    arrivedAt: null,
    undoneAt: null,
  });

  const touched = new Set([accounting.id]);
  for (const sourceId of new Set(sound.map((pending) => pending.sourceId)))
    for (const id of refreshPending(tx, versions, sourceId)) touched.add(id);
  touchAccountings(tx, touched, now);
  const { revision } = present(tx.accountings.get(accounting.id), `accounting file ${accounting.id}`);
  return { id: postingId, posted: counts, left: reported, revision };
}

function selectPending(
  tx: StoreReader,
  accounting: AccountingRecord,
  request: PostingRequest,
): Iterable<PendingRecord> {
  if (request.entries === 'all') {
    if (request.revision === undefined) throw new SynchroError('revision-required');
    if (request.revision !== accounting.revision)
      throw new SynchroError('revision-outdated', {
        revision: accounting.revision,
        pending: pendingCounts(tx, accounting.id).counts,
      });
    return tx.pending.ofAccounting(accounting.id);
  }
  // An id is bound to content, so no revision is needed: a busy mandate can be posted.
  const missing: string[] = [];
  const found: PendingRecord[] = [];
  for (const id of new Set(request.entries)) {
    const pending = tx.pending.get(id);
    if (pending?.accountingFileId === accounting.id) found.push(pending);
    else missing.push(id);
  }
  if (missing.length > 0)
    throw new SynchroError('entries-not-pending', {
      entries: missing,
      revision: accounting.revision,
      pending: pendingCounts(tx, accounting.id).counts,
    });
  return found.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));
}

const dateOf = ({ after, before }: PendingRecord): string => (after ?? before)?.lines[0]?.date ?? '';

function toItem(
  tx: StoreReader,
  pending: PendingRecord,
  postingId: string,
  position: number,
): PostingItemRecord {
  const { sourceId, accountingFileId, change, postedId, occurrence } = pending;
  const before = postedId === null ? null : present(tx.posted.get(postedId), `posted entry ${postedId}`);
  const after = pending.after === null ? null : keyEntry(pending.after);
  const posted: PostedRecord | null =
    after === null
      ? null
      : {
          id: `${postingId}-${position}`,
          sourceId,
          accountingFileId,
          postingId,
          content: after.content,
          occurrence,
          numbers: after.numbers,
          entry: after.entry,
        };
  // The key and the entry are stored apart: where the disk damaged one of them, they differ [H6].
  if (after !== null && after.content !== pending.content)
    throw new Error(`Pending entry ${pending.id} is not what was compared.`);
  return { postingId, position, sourceId, change, before, after: posted };
}
