import { checkMoving } from './check-history.js';
import { readVersion } from './history.js';
import type { History, Source } from './history.js';
import { Multiset } from './multiset.js';
import type { Random } from './random.js';

/** What programs, cloud folders and file managers do to the files. Each leaves the waiting to whoever runs it. */
export type FileStep = (history: History, random: Random) => Promise<void> | void;

/** Most happens to one of the sources, so that much happens to the same entries. */
export const anySource = (history: History, random: Random): Source => {
  const source = random.chance(0.6) ? history.sources[0] : random.pick(history.sources);
  if (source === undefined) throw new Error('A history without sources.');
  return source;
};

const contentsOf = (bytes: Uint8Array): Multiset => readVersion(bytes)?.contents ?? new Multiset();

/** Writes a version of the program's in one go. */
export function writeWhole(history: History, source: Source): Uint8Array {
  const bytes = source.program.write(history.writtenAt());
  history.harness.files.write(history.at(source.name), bytes);
  return bytes;
}

/** Lets time pass in unequal pieces; what is shown in between is what counted, or what counts in the end. */
async function watch(
  history: History,
  source: Source,
  lasting: Multiset,
  pauses: readonly number[],
): Promise<void> {
  const known = source.known?.contents ?? new Multiset();
  for (const ms of pauses) {
    await history.harness.advance(ms);
    checkMoving(history, source, [known, lasting]);
  }
}

export const edit: FileStep = async (history, random) => {
  const source = anySource(history, random);
  source.program.edit(random);
  const bytes = writeWhole(history, source);
  history.note(`edits ${source.name}: ${source.program.size} entries`);
  await watch(history, source, contentsOf(bytes), [0, 100, 200, 800]);
};

export const addMany: FileStep = (history, random) => {
  const source = anySource(history, random);
  source.program.add(random, 10 + random.whole(15));
  writeWhole(history, source);
  history.note(`adds to ${source.name}: ${source.program.size} entries`);
};

export const deleteMost: FileStep = (history, random) => {
  const source = anySource(history, random);
  source.program.deleteMost(random);
  writeWhole(history, source);
  history.note(`deletes most of ${source.name}: ${source.program.size} entries`);
};

/** Some whole rows of a file. */
function firstRows(whole: Uint8Array, random: Random): Uint8Array {
  const ends = [...whole].flatMap((byte, i) => (byte === 10 ? [i + 1] : []));
  return whole.slice(0, random.pick(ends));
}

/** A version that is written in two pieces; in between it may be read. */
export const writeInPieces: FileStep = async (history, random) => {
  const source = anySource(history, random);
  const isAdding = random.chance(0.5);
  if (isAdding) source.program.add(random, 1 + random.whole(4));
  else source.program.edit(random);
  const whole = source.program.write(history.writtenAt());
  const piece = random.chance(0.5) ? whole.slice(0, random.whole(whole.length)) : firstRows(whole, random);
  const path = history.at(source.name);
  const before = await history.harness.files.read(path);
  // What it adds to is what lies there, and what is known.
  const former = [source.known?.bytes, source.program.older.at(-2)].map((bytes) => bytes?.join());
  const isOnlyAdding = isAdding && former.every((bytes) => bytes === before?.bytes.join());
  history.harness.files.write(path, piece);
  // A part that ends within a line waits for 3 s [T1], as one that only lacks the end; any other waits for less.
  const pause = piece.at(-1) !== 10 || isOnlyAdding ? 2_500 : 200;
  history.note(
    `writes ${source.name} in two pieces, ${piece.length} of ${whole.length} bytes for ${pause} ms`,
  );
  const known = source.known?.contents ?? new Multiset();
  const shown = [known, contentsOf(whole), ...(contentsOf(piece).includes(known) ? [contentsOf(piece)] : [])];
  for (const ms of [0, pause / 2, pause / 2]) {
    await history.harness.advance(ms);
    checkMoving(history, source, shown);
  }
  history.harness.files.write(path, whole);
};

/** A version that stays half written, as after a crash of its program. */
export const leaveHalf: FileStep = (history, random) => {
  const source = anySource(history, random);
  source.program.edit(random);
  const whole = source.program.write(history.writtenAt());
  const length = random.whole(whole.length);
  history.harness.files.write(history.at(source.name), whole.slice(0, length));
  history.note(`leaves ${source.name} at ${length} of ${whole.length} bytes`);
};

/** An older copy comes back, as from a backup [T4]. */
export const restoreOlder: FileStep = (history, random) => {
  const source = anySource(history, random);
  const copy = random.pick(source.program.older.slice(0, -1));
  if (copy === undefined) return;
  history.harness.files.write(history.at(source.name), copy);
  history.note(`restores lot ${readVersion(copy)?.lot ?? 0} of ${source.name}`);
};

export const loseFile: FileStep = async (history, random) => {
  const source = anySource(history, random);
  const path = history.at(source.name);
  if ((await history.harness.files.stat(path)) === null) return;
  history.harness.files.remove(path);
  history.note(`removes ${source.name}`);
  if (random.chance(0.5)) return;
  await history.harness.advance(random.whole(3_000));
  writeWhole(history, source);
  history.note(`writes ${source.name} again`);
};

export const emptyFile: FileStep = (history, random) => {
  const source = anySource(history, random);
  history.harness.files.write(history.at(source.name), '');
  history.note(`empties ${source.name}`);
};

/** A network drive that goes away and comes back. */
export const loseDrive: FileStep = async (history, random) => {
  history.note('the drive goes away and comes back');
  history.harness.files.unmount(history.folder);
  await history.harness.advance(200 + random.whole(6_000));
  history.harness.files.mount(history.folder);
};

/** A cloud folder makes a copy of an older version beside the file: it never counts [T6]. */
export const makeTwin: FileStep = (history, random) => {
  const source = anySource(history, random);
  const copy = random.pick(source.program.older);
  if (copy === undefined) return;
  const name = source.name.replace(/(\.[a-z]+)$/i, ' (conflicted copy 2026-06-30)$1');
  history.harness.files.write(history.at(name), copy);
  history.note(`a cloud folder makes ${name}`);
};

/** An account vanishes from a chart, or comes back: entries get problems, or lose them. */
export const changeChart: FileStep = (history, random) => {
  const period = random.pick(history.openPeriods);
  if (period === undefined) return;
  period.lacking = random.chance(0.5) ? [] : [random.pick(['3200', '5000', '2152.1']) ?? '3200'];
  period.hasRare = random.chance(0.3);
  history.writeChart(period);
  history.note(`the chart of ${period.year} lacks ${period.lacking.join() || 'nothing'}`);
};

/** The year after: its accounting file joins the mandate, since its index lists a file of the mandate [P5]. */
export const openPeriod: FileStep = async (history, random) => {
  const period = history.periods.find(({ isOpen }) => !isOpen);
  const shared = history.sources.filter((source) => history.isAttached(source));
  if (period === undefined || history.isRemoved || shared.length === 0) return;
  const listed = random.shuffle(shared).slice(0, 1 + random.whole(shared.length));
  // Uids are those of one index: here they begin anew, or go on.
  const areAnew = random.chance(0.4);
  for (const [i, source] of listed.entries())
    source.uids.set(period.year, areAnew ? i + 1 : source.program.uid);
  period.isOpen = true;
  history.harness.files.write(history.accountingPath(period), `the accounting of ${period.year}`);
  history.writeChart(period);
  history.writeIndex(period);
  history.note(`${period.year} begins, and lists ${listed.map(({ name }) => name).join()}`);
  await history.harness.advance(5_000);
};

/** A line leaves an index, or comes back: the file is detached from the period, or attached to it [A1]. */
export const changeIndex: FileStep = (history, random) => {
  const period = random.pick(history.attachedPeriods);
  const source = anySource(history, random);
  if (period === undefined || source.id === null) return;
  if (source.uids.delete(period.year)) history.note(`the index of ${period.year} loses ${source.name}`);
  else {
    source.uids.set(period.year, source.program.uid);
    history.note(`the index of ${period.year} lists ${source.name} again`);
  }
  history.writeIndex(period);
};
