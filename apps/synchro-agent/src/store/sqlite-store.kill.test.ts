import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { childRunner } from './run-child.js';
import { openSqliteStore } from './sqlite-store.js';
import { readRounds } from './store-rounds.js';

it(
  'loses no acknowledged transaction and keeps no half one, killed 20 times',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'synchro-kill-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const runWriter = await childRunner('store-writer.child.ts');
    let before = 0;
    for (let kill = 0; kill < 20; kill++) {
      await using writer = runWriter(folder);
      // The signal arrives while it writes on, so each time at another place of another round; once at the very first.
      await writer.written(1 + kill * 5);
      await writer.kill();
      const acknowledged = Number(writer.lines.at(-1));

      const { store, close } = openSqliteStore(folder);
      const { round, expected, found } = readRounds(store);
      close();
      expect(acknowledged).toBeGreaterThan(before);
      expect(round).toBeGreaterThanOrEqual(acknowledged);
      expect(found).toEqual(expected);
      before = round;
    }
  },
);
