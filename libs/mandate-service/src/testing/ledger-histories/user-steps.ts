import { SynchroError } from '@synchro/sync-core/contract';
import type { ErrorCode } from '@synchro/sync-core/contract';
import { bookedAs, contentOf } from './booked-content.js';
import { anySource, restoreOlder, writeWhole } from './file-steps.js';
import type { FileStep } from './file-steps.js';
import { readVersion } from './history.js';
import type { History, Period, Posting, PostingItem } from './history.js';
import type { Multiset } from './multiset.js';
import type { Random } from './random.js';

/** The answer, or the error's code if it is one of those that may come here; any other is passed on. */
async function attempt<T>(
  answer: Promise<T>,
  ...expected: readonly ErrorCode[]
): Promise<{ readonly value: T; readonly refused: null } | { readonly refused: ErrorCode }> {
  try {
    return { value: await answer, refused: null };
  } catch (error) {
    if (error instanceof SynchroError && expected.includes(error.code)) return { refused: error.code };
    throw error;
  }
}

const accountingOf = (history: History, period: Period) =>
  history.attachedPeriods.length > 1 ? { accountingFile: history.accountingId(period) } : {};

/** Posts all of a period, or some; as a posting or as already posted. */
export async function post(
  history: History,
  period: Period,
  request: { readonly entries: 'all' | readonly string[]; readonly as?: 'already-posted' },
): Promise<Posting | null> {
  const { harness, mandateId } = history;
  const before = history.sources.map((source) => [source, history.posted(source)] as const);
  const { revision } = history.statusOf(period);
  const entries = request.entries === 'all' ? 'all' : [...request.entries];
  const answer = await attempt(
    harness.call('createPosting', {
      params: { mandateId },
      query: accountingOf(history, period),
      body: { ...request, entries, ...(entries === 'all' ? { revision } : {}) },
      idempotencyKey: history.newKey(),
    }),
    'nothing-to-post',
    'revision-outdated',
    'entries-not-pending',
  );
  if (answer.refused !== null) {
    history.note(`posting in ${period.year} is refused: ${answer.refused}`);
    return null;
  }
  const { id } = answer.value;
  const posting: Posting = {
    id,
    period,
    kind: request.as ?? 'posting',
    items: itemsOf(history, id),
    isImported: false,
    isArrived: false,
    isUndone: false,
  };
  history.postings.push(posting);
  history.note(`posts ${posting.items.length} in ${period.year} as ${posting.kind} (${id})`);
  if (posting.kind === 'already-posted') bookByHand(posting, 1);
  for (const [source, former] of before) await checkNotTwice(history, source, former);
  return posting;
}

/** What an accounting has by other means. */
function bookByHand(posting: Posting, times: 1 | -1): void {
  posting.isImported = times === 1;
  for (const { before, after } of posting.items) {
    if (before !== null) posting.period.ledger.bookByHand(bookedAs(before), times === 1 ? -1 : 1);
    if (after !== null) posting.period.ledger.bookByHand(bookedAs(after), times);
  }
}

function itemsOf(history: History, postingId: string): readonly PostingItem[] {
  return history.store
    .read((tx) => [...tx.postingItems.all(postingId)])
    .map(({ sourceId, before, after }) => {
      const source = history.sources.find(({ id }) => id === sourceId);
      if (source === undefined) throw new Error(`Posted from what is no source: ${sourceId}`);
      return {
        source,
        before: before === null ? null : contentOf(before.entry),
        after: after === null ? null : contentOf(after.entry),
      };
    });
}

/** A posting never books an entry more often than the file holds it, or than it was posted already. */
async function checkNotTwice(
  history: History,
  source: History['sources'][number],
  former: Multiset,
): Promise<void> {
  const found = await history.harness.files.read(history.at(source.name));
  const onDisk = found === null ? null : readVersion(found.bytes);
  const held = [source.known?.contents, onDisk?.contents].filter((contents) => contents !== undefined);
  const posted = history.posted(source);
  for (const item of posted.items) {
    const allowed = Math.max(former.count(item), ...held.map((contents) => contents.count(item)));
    if (posted.count(item) > allowed || posted.count(item) < 0)
      throw new Error(`${source.name}: posted ${posted.count(item)} times, held ${allowed} times: ${item}`);
  }
}

export const postAll: FileStep = async (history, random) => {
  for (const period of history.attachedPeriods)
    if (random.chance(0.8)) await post(history, period, { entries: 'all' });
};

const pendingIds = (history: History, period: Period, random: Random): readonly string[] =>
  history
    .pendingIn(period)
    .map(({ id }) => id)
    .filter(() => random.chance(0.5));

export const postSome: FileStep = async (history, random) => {
  const period = random.pick(history.attachedPeriods);
  const entries = period === undefined ? [] : pendingIds(history, period, random);
  if (period !== undefined && entries.length > 0) await post(history, period, { entries });
};

export const markSome: FileStep = async (history, random) => {
  const period = random.pick(history.attachedPeriods);
  const entries = period === undefined ? [] : pendingIds(history, period, random);
  if (period !== undefined && entries.length > 0)
    await post(history, period, { entries, as: 'already-posted' });
};

/** Posts while the file is being rewritten: either what was seen, or nothing. */
export const postWhileWritten: FileStep = async (history, random) => {
  const period = random.pick(history.attachedPeriods);
  const source = anySource(history, random);
  if (period === undefined) return;
  const entries = random.chance(0.5) ? ('all' as const) : pendingIds(history, period, random);
  source.program.edit(random);
  writeWhole(history, source);
  history.note(`edits ${source.name}, and posts at once`);
  if (random.chance(0.5)) await history.harness.advance(random.whole(400));
  if (entries.length > 0) await post(history, period, { entries });
};

/**
 * The accounting imports a posting's text. Where it had these lines before, by a posting that was un-posted, it gets the
 * reversals first: the export is refused until then.
 */
export async function importPosting(history: History, posting: Posting): Promise<void> {
  if (posting.isImported || posting.isUndone || posting.kind === 'already-posted') return;
  if ((await attempt(importText(history, posting, false), 'already-exported')).refused !== null) {
    const due = history.reversalsDue.filter(({ period }) => period === posting.period);
    if (due.length === 0) throw new Error(`The export of ${posting.id} is refused, and no reversal is due.`);
    history.note(`the export of ${posting.id} waits for ${due.length} reversals`);
    for (const undone of due) await importReversal(history, undone);
    await importText(history, posting, false);
  }
  posting.isImported = true;
  history.note(`imports ${posting.id} into ${posting.period.year}`);
}

export async function importReversal(history: History, posting: Posting): Promise<void> {
  await importText(history, posting, true);
  history.reversalsDue.splice(history.reversalsDue.indexOf(posting), 1);
  history.note(`imports the reversal of ${posting.id}`);
}

async function importText(history: History, posting: Posting, reversal: boolean): Promise<void> {
  const text = await history.harness.call('exportPosting', {
    params: { mandateId: history.mandateId, postingId: posting.id },
    query: { format: 'extended', reversal, again: false },
  });
  const imported = posting.period.ledger.import(text).map(({ booked, isReversal }) => [isReversal, booked]);
  // Entry by entry, the old version reversed directly before the new one [X1].
  const expected = posting.items.flatMap(({ before, after }) =>
    [[true, reversal ? after : before] as const, [false, reversal ? before : after] as const].flatMap(
      ([isReversal, content]) => (content === null ? [] : [[isReversal, bookedAs(content)]]),
    ),
  );
  if (JSON.stringify(imported) !== JSON.stringify(expected))
    throw new Error(
      `The text of ${posting.id} is ${JSON.stringify(imported)}, not ${JSON.stringify(expected)}.`,
    );
}

export const importSome: FileStep = async (history, random) => {
  if (history.isRemoved) return;
  for (const posting of history.postings) if (random.chance(0.5)) await importPosting(history, posting);
  for (const posting of history.postings)
    if (posting.isImported && !posting.isUndone && random.chance(0.5)) await confirmArrival(history, posting);
  for (const posting of [...history.reversalsDue])
    if (random.chance(0.7)) await importReversal(history, posting);
};

async function confirmArrival(history: History, posting: Posting): Promise<void> {
  if (posting.isArrived || posting.kind === 'already-posted') return;
  const params = { mandateId: history.mandateId, postingId: posting.id };
  await history.harness.call('confirmArrival', { params });
  posting.isArrived = true;
}

/** Un-posts; what the accounting had imported has to be reversed there, and is offered for it. */
export const undo: FileStep = async (history, random) => {
  const inForce = history.postings.filter(({ isUndone }) => !isUndone);
  const posting = random.pick(random.chance(0.6) ? inForce.slice(-3) : inForce);
  if (posting === undefined || history.isRemoved) return;
  const params = { mandateId: history.mandateId, postingId: posting.id };
  const answer = await attempt(
    history.harness.call('deletePosting', { params, idempotencyKey: history.newKey() }),
    'posting-built-upon',
    'file-not-found',
  );
  if (answer.refused !== null) {
    checkRefusal(history, posting, answer.refused);
    return;
  }
  const { offersReversal } = answer.value;
  posting.isUndone = true;
  history.note(`un-posts ${posting.id}${offersReversal ? ', with a reversal' : ''}`);
  if (posting.kind === 'already-posted') bookByHand(posting, -1);
  else if (offersReversal !== posting.isImported)
    throw new Error(`A reversal is ${offersReversal ? '' : 'not '}offered of ${posting.id}.`);
  else if (offersReversal) {
    history.reversalsDue.push(posting);
    if (random.chance(0.6)) await importReversal(history, posting);
  }
};

/** It is refused only where a later posting took away what this one booked, or its period is detached. */
function checkRefusal(history: History, posting: Posting, code: ErrorCode): void {
  const later = history.postings
    .slice(history.postings.indexOf(posting) + 1)
    .filter(({ isUndone }) => !isUndone);
  const taken = new Set(later.flatMap(({ items }) => items.map(({ before }) => before)));
  const isBuiltUpon = posting.items.some(({ after }) => after !== null && taken.has(after));
  const isExpected = code === 'file-not-found' ? posting.period.isDetached : isBuiltUpon;
  if (!isExpected) throw new Error(`Un-posting ${posting.id} is refused: ${code}`);
  history.note(`un-posting ${posting.id} is refused: ${code}`);
}

/** Somebody says that what looks restored is right [T4]. */
export const confirmSuspect: FileStep = async (history) => {
  for (const source of history.attachedSources) {
    const trouble = history.troubleOf(source);
    if (trouble?.kind !== 'suspect' || source.id === null) continue;
    source.confirmed = trouble.version;
    const params = { mandateId: history.mandateId, fileId: source.id };
    await history.harness.call('confirmVersion', { params, body: { version: trouble.version } });
    history.note(`confirms ${source.name}`);
  }
};

/** An older copy comes back, and somebody says that it is right. */
export const restoreAndConfirm: FileStep = async (history, random) => {
  await restoreOlder(history, random);
  await history.harness.advance(1_000 + random.whole(4_000));
  await confirmSuspect(history, random);
};
