import type { EntryLine } from '@synchro/cresus-files';
import type { PendingRecord } from '../../store/records.js';
import { bookedAs, contentOf } from './booked-content.js';
import type { History, Period, Source } from './history.js';
import { amountsOf } from './imported-ledger.js';
import type { ImportedLedger } from './imported-ledger.js';
import { Multiset } from './multiset.js';
import { soundAccounts } from './writing-program.js';

/** All that must hold whenever nothing moves any more. */
export function checkSettled(history: History): void {
  checkAttachments(history);
  for (const source of history.sources) {
    const pending = pendingOf(history, source);
    if (!history.isAttached(source)) {
      if (pending.length > 0)
        throw new Error(`${source.name} is detached, and ${pending.length} entries wait.`);
      continue;
    }
    const trouble = history.troubleOf(source)?.kind ?? null;
    if (trouble !== source.trouble)
      throw new Error(`${source.name} should be ${String(source.trouble)}, is reported ${String(trouble)}.`);
    checkPending(history, source, pending, [source.known?.contents ?? new Multiset()]);
    for (const one of pending) checkItem(history, source, one);
  }
  checkCounts(history);
  checkLedgers(history);
}

/** While files change: what waits leads to one of these contents of the source, nothing in between. */
export function checkMoving(history: History, source: Source, contents: readonly Multiset[]): void {
  if (history.isAttached(source)) checkPending(history, source, pendingOf(history, source), contents);
}

/** The service has exactly the files that it should have, under the ids that they always had. */
function checkAttachments(history: History): void {
  const ids = new Set<string>();
  for (const source of history.attachedSources) {
    const file = history.fileOf(source);
    source.id ??= file?.id ?? null;
    if (file === undefined || file.id !== source.id)
      throw new Error(
        `${source.name} is ${file === undefined ? 'not attached' : 'another source than before'}.`,
      );
    ids.add(file.id);
  }
  const others = history
    .attachedFiles()
    .filter(({ id, role }) => role === 'entries' && !ids.has(id))
    .map(({ path }) => path);
  if (others.length > 0) throw new Error(`Attached, and no source: ${others.join()}`);
}

function pendingOf(history: History, source: Source): readonly PendingRecord[] {
  const { id } = source;
  return id === null ? [] : history.store.read((tx) => [...tx.pending.ofSource(id)]);
}

/**
 * What was posted and what waits lead to what the file holds; nothing is announced as deleted that the file has, and
 * nothing as new that is posted.
 */
function checkPending(
  history: History,
  source: Source,
  pending: readonly PendingRecord[],
  contents: readonly Multiset[],
): void {
  const [added, gone] = [new Multiset(), new Multiset()];
  for (const { before, after } of pending) {
    if (before !== null) gone.add(contentOf(before));
    if (after !== null) added.add(contentOf(after));
  }
  const posted = history.posted(source);
  // What was posted in a period that is detached stays there, whatever its source holds by now [C5].
  const kept = history.posted(source, ({ isDetached }) => isDetached);
  const misfits = contents.map((content) => misfit(posted, kept, content, { added, gone }));
  if (misfits.includes(null)) return;
  throw new Error(
    `${source.name}: what waits does not lead to what its file holds.\n${misfits.join('\nor\n')}`,
  );
}

function misfit(
  posted: Multiset,
  kept: Multiset,
  content: Multiset,
  { added, gone }: { readonly added: Multiset; readonly gone: Multiset },
): string | null {
  const wrong: string[] = [];
  for (const item of new Set([...posted.items, ...content.items, ...added.items, ...gone.items])) {
    const surplus = content.count(item) - posted.count(item);
    const lost = Math.max(0, -surplus);
    // Of identical ones that were posted in both, any may be the one that is left over.
    const isElsewhere = kept.count(item) > 0 && kept.count(item) === posted.count(item);
    const isRight =
      added.count(item) === Math.max(0, surplus) &&
      gone.count(item) <= (isElsewhere ? 0 : lost) &&
      gone.count(item) >= Math.max(0, lost - kept.count(item));
    if (!isRight)
      wrong.push(
        `  file ${content.count(item)}, posted ${posted.count(item)}, new ${added.count(item)}, ` +
          `deleted ${gone.count(item)}: ${item}`,
      );
  }
  return wrong.length === 0 ? null : wrong.join('\n');
}

/** Where an entry is to be posted, and whether it can be. */
function checkItem(history: History, source: Source, item: PendingRecord): void {
  const period = history.attachedPeriods.find((one) => history.accountingId(one) === item.accountingFileId);
  if (period === undefined) throw new Error(`An entry of ${source.name} waits in no period.`);
  const [first] = item.after?.lines ?? [];
  if (first !== undefined && history.periodOf(first.date) !== period)
    throw new Error(`An entry of ${first.date} waits in ${period.year}.`);
  const hasProblem = item.after !== null && hasProblems(item.after, period);
  if (hasProblem !== item.problems.length > 0)
    throw new Error(
      `${hasProblem ? 'A problem is not reported' : 'Reported is'} ${JSON.stringify(item.problems)}: ${item.content ?? ''}`,
    );
  if (item.before !== null && item.after !== null && !agree(item.before.lines, item.after.lines))
    throw new Error(`Nothing of a changed entry is as it was: ${JSON.stringify(item)}`);
}

function hasProblems(
  { lines, defects }: { readonly lines: readonly EntryLine[]; readonly defects: readonly string[] },
  { year, lacking, hasRare }: Period,
): boolean {
  const accounts = new Set([...soundAccounts(hasRare), '...']);
  return (
    defects.length > 0 ||
    lines.some(
      ({ date, debit, credit, vatCode, amountInCentimes }) =>
        !date.startsWith(String(year)) ||
        [debit, credit].some((account) => !accounts.has(account) || lacking.includes(account)) ||
        !['', 'TVA'].includes(vatCode) ||
        amountInCentimes === null,
    )
  );
}

function agree(before: readonly EntryLine[], after: readonly EntryLine[]): boolean {
  return before.some((a) =>
    after.some(
      (b) => a.voucher === b.voucher || a.label === b.label || (a.debit === b.debit && a.credit === b.credit),
    ),
  );
}

/** The banner counts what the lists show. */
function checkCounts(history: History): void {
  for (const period of history.attachedPeriods) {
    const { pending } = history.statusOf(period);
    const listed = history.pendingIn(period).length;
    if (pending.new + pending.changed + pending.deleted !== listed)
      throw new Error(
        `${period.year}: the banner counts ${JSON.stringify(pending)}, ${listed} entries wait.`,
      );
  }
}

/** What the accounting imported is what its postings say, as far as it has imported them. */
function checkLedgers(history: History): void {
  for (const period of history.periods) {
    const expected = new Multiset();
    for (const posting of history.postings) {
      const isBooked = posting.isUndone ? history.reversalsDue.includes(posting) : posting.isImported;
      if (!isBooked || posting.period !== period) continue;
      for (const { before, after } of posting.items) {
        if (before !== null) expected.add(bookedAs(before), -1);
        if (after !== null) expected.add(bookedAs(after));
      }
    }
    expectLedger(period.ledger, expected);
  }
}

function expectLedger(ledger: ImportedLedger, expected: Multiset): void {
  if (!ledger.entries.equals(expected))
    throw new Error(`The ledger of ${ledger.year} is wrong:\n${ledger.entries.difference(expected)}`);
  const balances = new Multiset();
  for (const booked of expected.items)
    for (const [account, amount] of amountsOf(booked)) balances.add(account, amount * expected.count(booked));
  if (!ledger.balances.equals(balances))
    throw new Error(`The balances of ${ledger.year} are wrong:\n${ledger.balances.difference(balances)}`);
}
