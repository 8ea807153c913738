/**
 * How long the search for a lost document takes among 100,000 files, beside a plain recursive stat of them in the same
 * run, and whether other work has to wait for it meanwhile. In turns, the best of each; once with all files of the
 * sought kind, once with every fourth.
 */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { searchFiles } from '@synchro/mandate-service';
import { createRealFileSystem } from '../src/files/real-file-system.js';

const FOLDERS = 1_000;
const FILES_EACH = 100;
const TURNS = 3;
const LIMITS = { seconds: 10, ratio: 2 };

async function plainStat(folder: string): Promise<number> {
  let count = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) count += await plainStat(path);
    else if ((await lstat(path)).isFile()) count += 1;
  }
  return count;
}

async function search(root: string): Promise<number> {
  const candidates = await searchFiles(createRealFileSystem(), {
    sought: {
      name: 'Introuvable.fac',
      documentId: null,
      carriedId: null,
      look: { size: 7_777, modifiedAtMs: 1, inode: 1 },
      origin: { volume: 'none', bornAtMs: 1 },
      sketch: null,
    },
    extension: '.fac',
    folders: [{ path: root, opens: 'all', opensBelow: 'all' }],
    common: new Set(),
    isTaken: () => false,
    lookInto: () => Promise.resolve(null),
    limits: { folders: Infinity, files: Infinity, opened: 0, openedBytes: 0 },
  });
  return candidates.length;
}

async function timed(run: () => Promise<number>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

for (const share of [1, 4]) {
  const root = mkdtempSync(join(tmpdir(), 'synchro-search-'));
  try {
    for (let folder = 0; folder < FOLDERS; folder += 1) {
      const path = join(root, `Mandat ${folder % 40}`, `Dossier ${folder}`);
      mkdirSync(path, { recursive: true });
      for (let file = 0; file < FILES_EACH; file += 1)
        writeFileSync(join(path, `Document ${file}.${file % share === 0 ? 'fac' : 'pdf'}`), '');
    }
    let [plainMs, searchMs] = [Infinity, Infinity];
    let lateMs = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      plainMs = Math.min(plainMs, await timed(() => plainStat(root)));
      // A new one each time: one that is enabled again counts the time in between.
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      searchMs = Math.min(searchMs, await timed(() => search(root)));
      delay.disable();
      lateMs = Math.max(lateMs, delay.max / 1e6);
    }
    const ratio = searchMs / plainMs;
    console.log(
      `${FOLDERS * FILES_EACH} files, one in ${share} of the kind: search ${seconds(searchMs)}, plain recursive stat ` +
        `${seconds(plainMs)}, ratio ${ratio.toFixed(2)}; event loop late by ${lateMs.toFixed(0)} ms at most`,
    );
    if (searchMs > LIMITS.seconds * 1000 || ratio > LIMITS.ratio) process.exitCode = 1;
  } finally {
    rmSync(root, { recursive: true });
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
