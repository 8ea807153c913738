import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@synchro/sync-core/client';
import { chartFile, entryFile, index, invoice } from '@synchro/sync-testing';
import { startAgent } from '../support/agent-process.js';
import { cpuSeconds, memoryMb } from './process-facts.js';
import { median, round } from './statistics.js';

/** The agent with a fiduciary's load: 500 mandates of six files; and how long it takes to start. */
const MANDATES = 500;
const SOURCES = 3;
const STARTS = 7;
const IDLE_SECONDS = 20;

const root = await mkdtemp(join(tmpdir(), 'synchro-bench-'));
const empty = join(root, 'empty');
const data = join(root, 'data');

const startTimes: number[] = [];
const nodeTimes: number[] = [];
for (let i = 0; i < STARTS; i += 1) {
  const start = performance.now();
  const agent = await startAgent(empty, 0, []);
  startTimes.push(performance.now() - start);
  await agent.kill();
  const bare = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  nodeTimes.push(performance.now() - bare);
}

let agent = await startAgent(data, 0, []);
let client = createClient(agent);
const creating = performance.now();
for (let m = 0; m < MANDATES; m += 1) {
  const folder = join(root, 'mandats', `Mandat ${m}`);
  await mkdir(folder, { recursive: true });
  const names = Array.from({ length: SOURCES }, (_, s) => `Source ${s} (01-01-2026 ~ 31-12-2026).ecf`);
  const listed = names.map((name, s) => `#ECF\t1; 10/06/2026 11:06:53; "${name}"; ${s + 1}`);
  await writeFile(join(folder, 'Compta.cre'), 'x');
  await writeFile(join(folder, 'Compta.ecc'), index(...listed), 'latin1');
  await writeFile(join(folder, 'Compta.crp'), chartFile());
  for (const [s, name] of names.entries())
    await writeFile(join(folder, name), entryFile([invoice(1), invoice(2)], { uid: s + 1 }));
  await client.call('createMandate', {
    body: { name: `Mandat ${m}`, accountingFile: join(folder, 'Compta.cre') },
  });
}
const created = performance.now() - creating;
await agent.kill();

const restarting = performance.now();
agent = await startAgent(data, 0, []);
const restarted = performance.now() - restarting;
client = createClient(agent);
const overview = await client.call('getOverview');
const answered = performance.now() - restarting;
const total = overview.mandates.reduce((sum, { pending }) => sum + pending.new, 0);
if (total !== MANDATES * SOURCES * 2) throw new Error(`The overview counts ${total} entries.`);

await sleep(5000); // The first scans are over; what follows is idling.
const before = await cpuSeconds(agent.pid);
await sleep(IDLE_SECONDS * 1000);
const idlePercent = round((((await cpuSeconds(agent.pid)) - before) / IDLE_SECONDS) * 100);
const memory = await memoryMb(agent.pid, 'VmRSS');
await agent.kill();
await rm(root, { recursive: true, force: true });

console.table({
  'start, empty': { value: median(startTimes), unit: 'ms' },
  'bare node -e 0': { value: median(nodeTimes), unit: 'ms' },
  [`create ${MANDATES} mandates × ${SOURCES + 3} files`]: { value: round(created), unit: 'ms' },
  'start with them': { value: round(restarted), unit: 'ms' },
  'overview after start': { value: round(answered), unit: 'ms' },
  idle: { value: idlePercent, unit: '% of a core' },
  memory: { value: memory, unit: 'MB' },
});
console.log(
  JSON.stringify({
    bench: 'agent',
    startMs: median(startTimes),
    nodeMs: median(nodeTimes),
    startOverNode: round(median(startTimes) / median(nodeTimes)),
    mandates: MANDATES,
    createMs: round(created),
    startWithMandatesMs: round(restarted),
    idlePercent,
    memoryMb: memory,
  }),
);
