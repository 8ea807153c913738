import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@synchro/sync-core/client';
import type { StatusSnapshot } from '@synchro/sync-core/contract';
import { entryFile, invoice } from '@synchro/sync-testing';
import { startHostServer } from '../support/host-server.js';
import { openLiveStage } from '../support/live-stage.js';
import { INVOICES_NAME } from '../support/stage.js';
import { median, round } from './statistics.js';

/** 150,000 entries, all posted, then one change: write → new snapshot, beside merely reading and splitting the file. */
const ENTRIES = 150_000;
const ROUNDS = 7;

const host = await startHostServer();
const stage = await openLiveStage(host);
const client = createClient({ url: stage.agentUrl, token: stage.token });
const path = join(stage.folder, INVOICES_NAME);
const lines = Array.from({ length: ENTRIES }, (_, i) =>
  invoice(i + 1, { label: `Facture ${i + 1}, Menuiserie Dubois et fils, Porrentruy, livraison et pose` }),
);
let lot = 1;
const write = () => writeFile(path, entryFile(lines, { lot: (lot += 1) }));

let snapshot: StatusSnapshot | null = null;
let wake = (): void => undefined;
client.watch(
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
async function until(condition: (snapshot: StatusSnapshot) => boolean): Promise<void> {
  while (snapshot === null || !condition(snapshot)) await new Promise<void>((resolve) => (wake = resolve));
}
const timed = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const first = await timed(async () => {
  await write();
  await until(({ pending }) => pending.new === ENTRIES);
});
const posting = await timed(async () => {
  const { mandate, revision } = snapshot as unknown as StatusSnapshot;
  await client.call('createPosting', {
    params: { mandateId: mandate?.id ?? '' },
    body: { entries: 'all', revision },
    idempotencyKey: 'all',
  });
  await until(({ pending }) => pending.new === 0);
});
const additions: number[] = [];
const changes: number[] = [];
const splits: number[] = [];
for (let i = 1; i <= ROUNDS; i += 1) {
  lines.push(invoice(ENTRIES + i));
  const bytes = entryFile(lines, { lot: (lot += 1) });
  await writeFile(path, bytes);
  additions.push(await timed(() => until(({ pending }) => pending.new === i)));
  splits.push(
    await timed(async () => {
      const text = await readFile(path, 'latin1');
      if (text.split('\r\n').map((line) => line.split('\t')).length < ENTRIES)
        throw new Error('Too few lines.');
    }),
  );
}
for (let i = 1; i <= ROUNDS; i += 1) {
  lines[i * 10] = invoice(i * 10 + 1, { amountInCentimes: 1 });
  await write();
  changes.push(await timed(() => until(({ pending }) => pending.changed === i)));
}
const memory = await stage.peakMemoryMb();
await stage.close();
await host.close();

const split = median(splits);
console.table({
  'first 150,000 entries → snapshot': { ms: round(first) },
  'posting them all': { ms: round(posting) },
  'one addition → snapshot': { ms: median(additions), ratio: round(median(additions) / split) },
  'one change → snapshot (250 ms quiet in it)': {
    ms: median(changes),
    ratio: round(median(changes) / split),
  },
  'baseline: read and split the file': { ms: split, ratio: 1 },
});
console.log(
  JSON.stringify({
    bench: 'large-file',
    unit: 'ms',
    entries: ENTRIES,
    first: round(first),
    posting: round(posting),
    addition: median(additions),
    change: median(changes),
    baseline: split,
    ratio: round(median(additions) / split),
    agentPeakMemoryMb: memory,
  }),
);
process.exit(0);
