/**
 * How long it takes, after somebody renamed a mandate's folder on a real disk, until the console has the row of the moved
 * files, and until a document that its program opens at the new place is told so – beside the plain event with which the
 * system tells of the renaming. Of what the service adds, a second is the rule: what is missing for less is not told.
 */
import { watch } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { startAgent } from '../src/start-agent.js';

const RUNS = 20;
const LIMIT_MS = 3_000;
const ID = 'document 1';

const root = await mkdtemp(join(tmpdir(), 'synchro-moved-folder-'));
const [home, away] = [join(root, 'Rochat'), join(root, 'Rochat SA')];
const documentIn = (folder: string) => join(folder, 'Atelier Rochat.fac');
const accountingIn = (folder: string) => join(folder, 'Compta 2026.cre');
await mkdir(home);
await writeFile(accountingIn(home), 'the accounting');
await writeFile(documentIn(home), 'the document of invoicing');

const agent = await startAgent({
  data: join(root, 'data'),
  tokenFile: join(root, 'token'),
  port: 0,
  allowedOrigins: [],
  chooserRoots: [],
  logger: pino({ level: 'error' }),
});
const { service } = agent;
const { handlers } = service;
const nothing = { query: undefined, idempotencyKey: null };
const { id: mandateId } = await handlers.createMandate({
  ...nothing,
  params: undefined,
  body: { name: 'Rochat', accountingFile: accountingIn(home) },
});
await handlers.attachFile({
  ...nothing,
  params: { mandateId },
  body: { product: 'facturation', path: documentIn(home), documentId: ID },
});

/** Resolves at the first change after which it holds, as a stream of events would tell it. */
const until = (holds: () => boolean): Promise<number> =>
  new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      stop();
      resolve(performance.now());
    };
    const stop = service.onChange(look);
    look();
  });
const movedRows = () =>
  service.getOverview().notifications.filter(({ notification }) => notification.kind === 'file-moved').length;
const document = { product: 'facturation', path: documentIn(away), documentId: ID } as const;
const isDetached = () =>
  service.getStatus(document).notifications.some(({ kind }) => kind === 'file-detached');
/** What the system itself tells of the folder. */
const plainEvent = (): Promise<number> =>
  new Promise((resolve) => {
    const watcher = watch(home, () => {
      watcher.close();
      resolve(performance.now());
    });
  });

async function run(
  measure: () => Promise<number>,
): Promise<{ readonly plainMs: number; readonly ms: number }> {
  const plain = plainEvent();
  const start = performance.now();
  await rename(home, away);
  const [plainAt, at] = await Promise.all([plain, measure()]);
  await rename(away, home);
  await until(() => movedRows() === 0 && !isDetached());
  // The watch of the folder that is back is opened by a later look: a run begins when that is over.
  await service.scans.scan(mandateId);
  return { plainMs: plainAt - start, ms: at - start };
}

async function repeat(what: string, measure: () => Promise<number>): Promise<void> {
  const runs: Awaited<ReturnType<typeof run>>[] = [];
  for (let count = 0; count < RUNS; count += 1) runs.push(await run(measure));
  const [ms, plainMs] = [runs.map((one) => one.ms), runs.map((one) => one.plainMs)];
  console.log(
    `${what}: p50 ${percentile(ms, 50)} ms, p95 ${percentile(ms, 95)} ms; ` +
      `plain event p50 ${percentile(plainMs, 50)} ms, p95 ${percentile(plainMs, 95)} ms (${RUNS} runs)`,
  );
  if (percentile(ms, 95) > LIMIT_MS) process.exitCode = 1;
}

/** The smallest of the values that so many per cent of them do not exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.ceil((sorted.length * share) / 100) - 1] ?? NaN) * 10) / 10;
}

try {
  await repeat('folder renamed → row in the console', () => until(() => movedRows() === 1));
  await repeat('folder renamed, document opened there → told to its program', async () => {
    await handlers.documentOpened({ ...nothing, params: undefined, body: document });
    return until(isDetached);
  });
} finally {
  await agent.close();
  await rm(root, { recursive: true, force: true });
}
