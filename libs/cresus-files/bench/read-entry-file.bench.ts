/**
 * How long reading a large entry file into typed entries takes, and how much memory, against the quickest CSV library
 * merely splitting it into strings. Each contestant runs in processes of its own: one for the time, the best of seven
 * rounds, and one for the memory, which reads the file once (the garbage of earlier rounds is no cost of reading).
 * Memory is the peak of the process less that of one that reads nothing.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from './contestant.js';
import { sampleEntryFile } from './sample-entry-file.js';

const LINES = 150_000;
const ROUNDS = 7;
/** What the reader promises. */
const LIMITS = { timeToUdsv: 2, peakToFile: 10 };
const CONTESTANT = fileURLToPath(new URL('./contestant.ts', import.meta.url));

function run(name: string, rounds: number, path: string): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = fork(CONTESTANT, [name, String(rounds), path]);
    child.once('message', (report) => resolve(report as Report));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${String(code)}`)));
  });
}

const folder = mkdtempSync(join(tmpdir(), 'cresus-files-bench-'));
try {
  const path = join(folder, 'sample.ecf');
  const bytes = sampleEntryFile(LINES);
  writeFileSync(path, bytes);

  const empty = await run('empty', 0, path);
  const measure = async (name: string) => {
    const timed = await run(name, ROUNDS, path);
    const once = await run(name, 1, path);
    if (timed.lines !== LINES) throw new Error(`${name} read ${timed.lines} lines of ${LINES}`);
    const overFile = ({ peakBytes }: Report) => (peakBytes - empty.peakBytes) / bytes.length;
    return { ms: timed.bestMs, once: overFile(once), rounds: overFile(timed) };
  };
  const ours = await measure('ours');
  const udsv = await measure('udsv');

  const row = (what: string, { ms, once, rounds }: typeof ours) => ({
    what,
    ms: ms.toFixed(0),
    'peak / file': once.toFixed(1),
    [`… after ${ROUNDS} rounds`]: rounds.toFixed(1),
  });
  console.log(`${LINES} lines, ${(bytes.length / 1e6).toFixed(1)} MB`);
  console.table([row('readEntryFile: typed entries', ours), row('udsv: strings only', udsv)]);
  console.log(
    JSON.stringify({
      bench: 'read-entry-file',
      fileBytes: bytes.length,
      ratios: { timeToUdsv: round(ours.ms / udsv.ms), peakToFile: round(ours.once) },
      limits: LIMITS,
      oursMs: round(ours.ms),
      udsvMs: round(udsv.ms),
    }),
  );
  if (ours.ms / udsv.ms > LIMITS.timeToUdsv || ours.once > LIMITS.peakToFile) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
