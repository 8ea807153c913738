import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@synchro/sync-core/client';
import type { SynchroClient } from '@synchro/sync-core/client';
import { chartFile, entryFile, index, invoice } from '@synchro/sync-testing';
import { startAgent } from '../support/agent-process.js';
import type { RunningAgent } from '../support/agent-process.js';
import { createAtEnd } from './at-end.js';
import { cpuSeconds, machineLoad, memoryMb } from './process-facts.js';
import { best, median, round } from './statistics.js';

/**
 * The agent by itself: how long it takes to start, beside a Node that does nothing; then with a fiduciary's load, 500
 * mandates of six files (accounting, index, chart, three entry files).
 */
const MANDATES = 500;
const SOURCES = 3;
const ENTRIES = 2;
const STARTS = 7;
const SETTLE_MS = 5_000;
const IDLE_MS = 20_000;

await using atEnd = createAtEnd();
const root = await mkdtemp(join(tmpdir(), 'synchro-bench-'));
atEnd.do(() => rm(root, { recursive: true, force: true }));
let running: RunningAgent | null = null;
atEnd.do(() => running?.kill());

async function timed<T>(work: () => Promise<T> | T): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}
/** From the spawn to the line that says it is ready. */
async function start(data: string) {
  const { ms, value } = await timed(() => startAgent(join(root, data), 0, []));
  running = value;
  return { ms, agent: value, client: createClient(value) };
}
async function kill(agent: RunningAgent) {
  await agent.kill();
  running = null;
}

const starts: number[] = [];
const startCpu: number[] = [];
const bareStarts: number[] = [];
for (let i = 0; i < STARTS; i += 1) {
  const { ms, agent } = await start('empty');
  starts.push(ms);
  startCpu.push((await cpuSeconds(agent.pid)) * 1000);
  await kill(agent);
  bareStarts.push((await timed(() => spawnSync(process.execPath, ['-e', '0']))).ms);
}

const folderOf = (mandate: number) => join(root, 'mandats', `Mandat ${mandate}`);
const sourceNames = Array.from({ length: SOURCES }, (_, s) => `Source ${s} (01-01-2026 ~ 31-12-2026).ecf`);
const uidOf = (source: number) => source + 1;
const source = (uid: number, entries: number, lot: number) =>
  entryFile(
    Array.from({ length: entries }, (_, i) => invoice(i + 1)),
    { uid, lot },
  );
async function writeMandate(mandate: number) {
  const folder = folderOf(mandate);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'Compta.cre'), 'x');
  const listed = sourceNames.map((name, s) => `#ECF\t1; 10/06/2026 11:06:53; "${name}"; ${uidOf(s)}`);
  await writeFile(join(folder, 'Compta.ecc'), index(...listed), 'latin1');
  await writeFile(join(folder, 'Compta.crp'), chartFile());
  for (const [s, name] of sourceNames.entries())
    await writeFile(join(folder, name), source(uidOf(s), ENTRIES, 1));
}
/** Resolves when so many entries wait in all mandates together: every file has been scanned. */
async function untilPending(client: SynchroClient, count: number): Promise<void> {
  for (;;) {
    const { mandates } = await client.call('getOverview');
    const waiting = mandates.reduce((sum, { pending }) => sum + pending.new, 0);
    if (waiting === count) return;
    if (waiting > count) throw new Error(`${waiting} entries wait, ${count} were written.`);
    await sleep(50);
  }
}

for (let m = 0; m < MANDATES; m += 1) await writeMandate(m);
const created = await start('data');
const creating = await timed(async () => {
  for (let m = 0; m < MANDATES; m += 1)
    await created.client.call('createMandate', {
      body: { name: `Mandat ${m}`, accountingFile: join(folderOf(m), 'Compta.cre') },
    });
  await untilPending(created.client, MANDATES * SOURCES * ENTRIES);
});
await kill(created.agent);

// While it is off, one entry file of each mandate gets one entry more: when all are counted, all have been scanned.
for (let m = 0; m < MANDATES; m += 1)
  await writeFile(join(folderOf(m), sourceNames[0]!), source(uidOf(0), ENTRIES + 1, 2));
const loaded = await start('data');
const catchingUp = await timed(() => untilPending(loaded.client, MANDATES * (SOURCES * ENTRIES + 1)));
const overviews: number[] = [];
for (let i = 0; i < STARTS; i += 1) overviews.push((await timed(() => loaded.client.call('getOverview'))).ms);

await sleep(SETTLE_MS);
const before = await cpuSeconds(loaded.agent.pid);
await sleep(IDLE_MS);
const idlePercent = round((((await cpuSeconds(loaded.agent.pid)) - before) / (IDLE_MS / 1000)) * 100);
const memory = await memoryMb(loaded.agent.pid, 'VmRSS');
const peak = await memoryMb(loaded.agent.pid, 'VmHWM');
await kill(loaded.agent);

const files = MANDATES * (SOURCES + 3);
console.log(`${MANDATES} mandates, ${files} files`);
console.table({
  'start, empty: median': { value: median(starts), unit: 'ms' },
  'start, empty: best': { value: best(starts), unit: 'ms' },
  '… processor time': { value: median(startCpu), unit: 'ms' },
  'node -e 0: median': { value: median(bareStarts), unit: 'ms' },
  'node -e 0: best': { value: best(bareStarts), unit: 'ms' },
  'mandates created and taken in': { value: round(creating.ms), unit: 'ms' },
  'start with them': { value: round(loaded.ms), unit: 'ms' },
  '… until what changed meanwhile is counted': { value: round(catchingUp.ms), unit: 'ms' },
  'overview of them': { value: median(overviews), unit: 'ms' },
  'idle processor': { value: idlePercent, unit: '% of a core' },
  'memory, idle': { value: memory, unit: 'MB' },
  'memory, peak': { value: peak, unit: 'MB' },
});
console.log(
  JSON.stringify({
    bench: 'agent',
    startMs: { median: median(starts), best: best(starts), cpu: median(startCpu) },
    nodeMs: { median: median(bareStarts), best: best(bareStarts) },
    ratios: {
      start: round(median(starts) / median(bareStarts)),
      bestStart: round(best(starts) / best(bareStarts)),
    },
    mandates: MANDATES,
    files,
    createMs: round(creating.ms),
    startWithMandatesMs: round(loaded.ms),
    catchUpMs: round(catchingUp.ms),
    overviewMs: median(overviews),
    idlePercent,
    memoryMb: memory,
    peakMemoryMb: peak,
    ...machineLoad(),
  }),
);
