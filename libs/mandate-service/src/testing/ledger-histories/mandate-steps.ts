import * as files from './file-steps.js';
import type { FileStep } from './file-steps.js';
import type { History, Source } from './history.js';
import { renameFile } from './rename-steps.js';
import type { Random } from './random.js';

/** What happens to the mandate and its files as such. */

const waiting = (history: History, fileId: string) =>
  history.harness
    .call('getMandate', { params: { mandateId: history.mandateId } })
    .then(({ files: all }) => all.find(({ id }) => id === fileId)?.pending ?? 0);

export const detachOrAttach: FileStep = async (history, random) => {
  const source = random.pick(history.sources);
  if (source === undefined || history.isRemoved) return;
  if (source.isDetached) await attachSource(history, source);
  else await detachSource(history, source);
};

async function detachSource(history: History, source: Source): Promise<void> {
  if (!history.isAttached(source) || source.id === null) return;
  const params = { mandateId: history.mandateId, fileId: source.id };
  const query = { pendingSeen: await waiting(history, source.id) };
  await history.harness.call('detachFile', { params, query });
  source.isDetached = true;
  history.note(`detaches ${source.name}`);
}

/** Only a file that is there, and that an index lists, can be attached. */
export async function attachSource(history: History, source: Source): Promise<void> {
  const path = history.at(source.name);
  const isListed = history.attachedPeriods.some(({ year }) => source.uids.has(year));
  if (!source.isDetached || !isListed || (await history.harness.files.stat(path)) === null) return;
  const body = { product: source.program.type === 'ECF' ? 'facturation' : 'salaires', path } as const;
  await history.harness.call('attachFile', { params: { mandateId: history.mandateId }, body });
  source.isDetached = false;
  history.note(`attaches ${source.name}`);
}

export const detachOrAttachPeriod: FileStep = async (history) => {
  const period = history.periods.find(({ isOpen, year }) => isOpen && year !== 2026);
  if (period === undefined || history.isRemoved) return;
  const params = { mandateId: history.mandateId };
  if (period.isDetached) {
    const body = { product: 'compta', path: history.accountingPath(period) } as const;
    await history.harness.call('attachFile', { params, body });
  } else {
    const fileId = history.accountingId(period);
    const query = { pendingSeen: await waiting(history, fileId) };
    await history.harness.call('detachFile', { params: { ...params, fileId }, query });
  }
  period.isDetached = !period.isDetached;
  history.note(`${period.isDetached ? 'detaches' : 'attaches'} ${period.year}`);
};

/** Something happens while no service runs, or nothing. */
export const restart: FileStep = async (history, random) => {
  history.note('the service ends');
  await history.harness.restart(() => meanwhile(history, random));
  history.note('the service starts');
};

export const removeMandate: FileStep = async (history, random) => {
  if (history.isRemoved) return;
  const counts = history.attachedPeriods.map((period) => history.statusOf(period).pending);
  const pendingSeen = counts.reduce(
    (sum, { new: added, changed, deleted }) => sum + added + changed + deleted,
    0,
  );
  const period = random.pick(history.attachedPeriods);
  if (period === undefined) return;
  const params = { mandateId: history.mandateId };
  await history.harness.call('removeMandate', { params, query: { pendingSeen } });
  history.isRemoved = true;
  history.note('removes the mandate');
  await history.harness.advance(5_000);
  await meanwhile(history, random);
  await history.harness.advance(random.whole(5_000));
  const accountingFile = history.accountingPath(period);
  const mandate = await history.harness.call('createMandate', { body: { name: 'Rochat', accountingFile } });
  if (mandate.id !== history.mandateId) throw new Error('Created again, it is another mandate.');
  history.isRemoved = false;
  history.note(`creates the mandate again from ${period.year}`);
};

/** Programs go on while Synchro does not look. */
async function meanwhile(history: History, random: Random): Promise<void> {
  for (let times = random.whole(3); times > 0; times -= 1) writeQuietly(history, random);
  if (random.chance(0.5)) await renameFile(history, random, true);
}

function writeQuietly(history: History, random: Random): void {
  const source = files.anySource(history, random);
  source.program.edit(random);
  files.writeWhole(history, source);
  history.note(`meanwhile edits ${source.name}: ${source.program.size} entries`);
}
