/**
 * How long reading a large entry file into typed entries takes, and how much memory, against the quickest CSV library
 * merely splitting it into strings. Each contestant runs in processes of its own, three times in turns: one for the
 * time, the best of seven rounds, and one for the memory, which reads the file once (the garbage of earlier rounds is
 * no cost of reading). Memory is the peak of the process less that of one that reads nothing.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from './contestant.js';
import { sampleEntryFile } from './sample-entry-file.js';

const LINES = 150_000;
const TURNS = 3;
const ROUNDS = 7;
/** What the reader promises. */
const LIMITS = { timeToUdsv: 2, peakToFile: 10 };
const CONTESTANT = fileURLToPath(new URL('./contestant.ts', import.meta.url));

/** The best time of all turns, and the highest peaks as multiples of the file. */
interface Measures {
  readonly ms: number;
  readonly once: number;
  readonly rounds: number;
}

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
  const measured = new Map<string, Measures>();
  // In turns, so that a busy moment of the machine does not fall on one of them only.
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const name of ['ours', 'udsv']) {
      const timed = await run(name, ROUNDS, path);
      const once = await run(name, 1, path);
      if (timed.lines !== LINES) throw new Error(`${name} read ${timed.lines} lines of ${LINES}`);
      const overFile = ({ peakBytes }: Report) => (peakBytes - empty.peakBytes) / bytes.length;
      const before = measured.get(name) ?? { ms: Infinity, once: 0, rounds: 0 };
      measured.set(name, {
        ms: Math.min(before.ms, timed.bestMs),
        once: Math.max(before.once, overFile(once)),
        rounds: Math.max(before.rounds, overFile(timed)),
      });
    }
  const ours = measured.get('ours')!;
  const udsv = measured.get('udsv')!;

  const row = (what: string, { ms, once, rounds }: Measures) => ({
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
