import type { MandateStore } from '../../store/store.js';
import { openServiceHarness } from '../service-harness.js';
import { acceptVersions } from './accept-versions.js';
import { bookedAs } from './booked-content.js';
import { checkSettled } from './check-history.js';
import * as files from './file-steps.js';
import type { FileStep } from './file-steps.js';
import { History } from './history.js';
import * as mandates from './mandate-steps.js';
import { Multiset } from './multiset.js';
import { createRandom } from './random.js';
import { renameWithLine } from './rename-steps.js';
import * as users from './user-steps.js';

/**
 * Random histories against the imported ledger: programs write, rename and lose their entry files, users post,
 * un-post, detach and restart, and an accounting imports what is exported. Whatever happened, once all is posted and
 * exported the ledger is what the files hold.
 */

/** Each kind of step with how often it comes. */
const weights: readonly (readonly [step: FileStep, weight: number])[] = [
  [files.edit, 10],
  [files.addMany, 1],
  [files.deleteMost, 1],
  [files.writeInPieces, 3],
  [files.leaveHalf, 1],
  [files.restoreOlder, 2],
  [files.loseFile, 1],
  [files.emptyFile, 0.5],
  [files.loseDrive, 0.5],
  [files.makeTwin, 0.5],
  [files.changeChart, 1.5],
  [files.openPeriod, 1.5],
  [files.changeIndex, 1.5],
  [users.postAll, 5],
  [users.postSome, 5],
  [users.markSome, 1],
  [users.postWhileWritten, 2],
  [users.importSome, 5],
  [users.undo, 5],
  [users.confirmSuspect, 1],
  [users.restoreAndConfirm, 1],
  [mandates.detachOrAttach, 2],
  [mandates.detachOrAttachPeriod, 3],
  [mandates.restart, 1],
  [mandates.removeMandate, 1],
  [renameWithLine, 2.5],
];

const LONGEST = 40;
/** Longer than any rule waits. */
const SETTLES_AFTER_MS = 6_000;

/** A step of a history: its kind, and the seed of what it draws. Any of them can be left out. */
interface PlannedStep {
  readonly step: FileStep;
  readonly seed: number;
}

/** Where the store of one history comes from. */
export type OpenStore = () => Promise<{ readonly store: MandateStore; close(): Promise<void> }>;

export interface HistoryOutcome {
  /** What did not hold; `null` if everything did. */
  readonly failure: unknown;
  /** What happened, of a failure in the shortest form found. */
  readonly trace: readonly string[];
}

/** Runs the history of a seed; where it fails it is repeated with fewer and fewer steps. */
export async function runHistory(openStore: OpenStore, seed: number): Promise<HistoryOutcome> {
  let steps = plan(seed);
  let outcome = await run(openStore, seed, steps);
  if (outcome.failure === null) return outcome;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let from = 0; from < steps.length;) {
      const fewer = [...steps.slice(0, from), ...steps.slice(from + size)];
      const other = await run(openStore, seed, fewer);
      if (other.failure === null) from += size;
      else [steps, outcome] = [fewer, other];
    }
  return outcome;
}

function plan(seed: number): readonly PlannedStep[] {
  const random = createRandom(seed);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return Array.from({ length: 8 + random.whole(LONGEST - 7) }, () => {
    let at = random.next() * total;
    const [step] = weights.find(([, weight]) => (at -= weight) < 0) ?? [files.edit];
    return { step, seed: random.whole(2 ** 32) };
  });
}

async function run(
  openStore: OpenStore,
  seed: number,
  steps: readonly PlannedStep[],
): Promise<HistoryOutcome> {
  const opened = await openStore();
  try {
    await using harness = openServiceHarness(opened.store);
    const history = new History(harness, opened.store);
    try {
      await begin(history, seed);
      for (const { step, seed: drawn } of steps) {
        await step(history, createRandom(drawn));
        await settle(history);
      }
      await postEverything(history);
      await bringEverythingBack(history);
      await postEverything(history);
      return { failure: null, trace: history.trace };
    } catch (failure) {
      return { failure, trace: history.trace };
    }
  } finally {
    await opened.close();
  }
}

async function begin(history: History, seed: number): Promise<void> {
  const random = createRandom(seed ^ 0x5eed);
  history.writeIndexes();
  const hasFew = random.chance(0.4);
  for (const source of history.sources) {
    source.program.hasFew = hasFew;
    source.program.add(random, random.whole(4));
    files.writeWhole(history, source);
  }
  const [first] = history.periods;
  if (first === undefined) return;
  history.writeChart(first);
  const accountingFile = history.accountingPath(first);
  history.mandateId = (
    await history.harness.call('createMandate', { body: { name: 'Rochat', accountingFile } })
  ).id;
  await settle(history);
  if (random.chance(0.5)) await files.openPeriod(history, random);
}

async function settle(history: History): Promise<void> {
  await history.harness.advance(SETTLES_AFTER_MS);
  await acceptVersions(history);
  checkSettled(history);
}

/** Posts and imports all that can be; then the ledgers hold what counts of the files, and nothing else. */
async function postEverything(history: History): Promise<void> {
  for (const period of history.attachedPeriods) {
    await users.post(history, period, { entries: 'all' });
    if ((await users.post(history, period, { entries: 'all' })) !== null)
      throw new Error(`${period.year}: all is posted, and can be posted again.`);
  }
  for (const posting of history.postings) await users.importPosting(history, posting);
  for (const posting of [...history.reversalsDue]) await users.importReversal(history, posting);
  await settle(history);
}

/** Every file is attached, whole and sound; nothing is left that could not be posted. */
async function bringEverythingBack(history: History): Promise<void> {
  history.note('everything is brought back');
  for (const period of history.openPeriods) {
    period.lacking = [];
    period.hasRare = true;
    history.writeChart(period);
    if (period.isDetached) await mandates.detachOrAttachPeriod(history, createRandom(1));
  }
  for (const source of history.sources) {
    if (![...source.uids.keys()].some((year) => history.openPeriods.some((period) => period.year === year)))
      source.uids.set(2026, source.program.uid);
    files.writeWhole(history, source);
  }
  history.writeIndexes();
  await settle(history);
  for (const source of history.sources) await mandates.attachSource(history, source);
  await settle(history);
  await users.confirmSuspect(history, createRandom(1));
  await settle(history);
  await postEverything(history);
  expectFiles(history);
}

/** Over both periods: what somebody marked as already posted may have been marked in the other one. */
function expectFiles(history: History): void {
  const [held, booked] = [new Multiset(), new Multiset()];
  for (const { known } of history.sources) held.addAll(known?.contents.map(bookedAs) ?? new Multiset());
  for (const { ledger } of history.periods) booked.addAll(ledger.entries);
  if (!booked.equals(held)) throw new Error(`The ledgers are not the files:\n${booked.difference(held)}`);
  for (const period of history.attachedPeriods) {
    const { pending } = history.statusOf(period);
    if (pending.new + pending.changed + pending.deleted > 0)
      throw new Error(`${period.year}: ${JSON.stringify(pending)} wait after all was posted.`);
  }
}
