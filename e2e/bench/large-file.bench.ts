import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@synchro/sync-core/client';
import type { StatusSnapshot } from '@synchro/sync-core/contract';
import { entryFile, invoice } from '@synchro/sync-testing';
import { startHostServer } from '../support/host-server.js';
import { openLiveStage } from '../support/live-stage.js';
import { INVOICES_NAME } from '../support/stage.js';
import { createAtEnd } from './at-end.js';
import { machineLoad } from './process-facts.js';
import { best, median, round } from './statistics.js';

/**
 * 150,000 entries, all posted, then one change: from the write to the new snapshot at a client of the stream, beside
 * merely reading and splitting that file, which takes turns with the product.
 */
const ENTRIES = 150_000;
const ADDITIONS = 10;
const CHANGES = 5;
const QUIET_MS = 250;

await using atEnd = createAtEnd();
const host = await startHostServer();
atEnd.do(() => host.close());
const stage = await openLiveStage(host);
atEnd.do(() => stage.close());
const client = createClient({ url: stage.agentUrl, token: stage.token });
const path = join(stage.folder, INVOICES_NAME);
const invoices = Array.from({ length: ENTRIES }, (_, i) =>
  invoice(i + 1, { label: `Facture ${i + 1}, Menuiserie Dubois et fils, Porrentruy, livraison et pose` }),
);
let lot = 1;
const nextBytes = () => entryFile(invoices, { lot: (lot += 1) });

let snapshot: StatusSnapshot | null = null;
let wake = (): void => undefined;
const watching = client.watch(
  'streamStatus',
  { query: { product: 'compta', path: stage.accountingFile } },
  {
    onSnapshot: (next) => {
      snapshot = next;
      wake();
    },
    onConnection: () => undefined,
  },
);
atEnd.do(() => watching.stop());
async function until(condition: (snapshot: StatusSnapshot) => boolean): Promise<StatusSnapshot> {
  for (;;) {
    if (snapshot !== null && condition(snapshot)) return snapshot;
    await new Promise<void>((resolve) => (wake = resolve));
  }
}
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** From just before the write; the bytes are ready. */
const written = (bytes: Uint8Array, condition: (snapshot: StatusSnapshot) => boolean) =>
  timed(async () => {
    await writeFile(path, bytes);
    await until(condition);
  });
const readAndSplit = () =>
  timed(async () => {
    const text = await readFile(path, 'latin1');
    const lines = text.split('\r\n').map((line) => line.split('\t'));
    if (lines.length < ENTRIES) throw new Error('Too few lines.');
  });

const firstBytes = nextBytes();
const fileMb = round(firstBytes.length / 1e6);
const first = await written(firstBytes, ({ pending }) => pending.new === ENTRIES);
const { mandate, revision } = await until(() => true);
const posting = await timed(async () => {
  await client.call('createPosting', {
    params: { mandateId: mandate?.id ?? '' },
    body: { entries: 'all', revision },
    idempotencyKey: 'all',
  });
  await until(({ pending }) => pending.new === 0);
});
const firstPeakMb = await stage.peakMemoryMb();

const splits: number[] = [];
const additions: number[] = [];
for (let i = 1; i <= ADDITIONS; i += 1) {
  invoices.push(invoice(ENTRIES + i));
  additions.push(await written(nextBytes(), ({ pending }) => pending.new === i));
  splits.push(await readAndSplit());
}
const changes: number[] = [];
for (let i = 1; i <= CHANGES; i += 1) {
  invoices[i * 10] = invoice(i * 10 + 1, { amountInCentimes: 1 });
  changes.push(await written(nextBytes(), ({ pending }) => pending.changed === i));
  splits.push(await readAndSplit());
}
const peakMb = await stage.peakMemoryMb();

const split = median(splits);
const overSplit = (ms: number) => round(ms / split);
const row = (times: readonly number[]) => ({
  median: median(times),
  best: best(times),
  ratio: overSplit(median(times)),
});
console.log(`${ENTRIES} entries, ${fileMb} MB; the agent's memory peaked at ${peakMb} MB`);
console.table({
  'first time, all new': row([first]),
  'posting them all': row([posting]),
  'one addition → snapshot': row(additions),
  [`one change → snapshot (${QUIET_MS} ms quiet in it)`]: row(changes),
  'baseline: read and split the file': row(splits),
});
console.log(
  JSON.stringify({
    bench: 'large-file',
    unit: 'ms',
    entries: ENTRIES,
    fileMb,
    first: round(first),
    posting: round(posting),
    addition: median(additions),
    change: median(changes),
    quietMs: QUIET_MS,
    baseline: split,
    ratios: {
      addition: overSplit(median(additions)),
      changeLessQuiet: overSplit(median(changes) - QUIET_MS),
    },
    agentPeakMb: { firstAndPosting: firstPeakMb, all: peakMb },
    ...machineLoad(),
  }),
);
