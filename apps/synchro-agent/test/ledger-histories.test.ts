import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHistory } from '@synchro/mandate-service/contract-suites';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../src/store/sqlite-store.js';

const HISTORIES = 30;

it(`over SQLite too, the ledger that imported every export is what the files hold (${HISTORIES} histories)`, async () => {
  const open = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'synchro-histories-'));
    const { store, close } = openSqliteStore(folder);
    return {
      store,
      async close() {
        close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  };
  for (let seed = 1001; seed <= 1000 + HISTORIES; seed += 1) {
    const { failure, trace } = await runHistory(open, seed);
    expect(failure, `seed ${seed}: ${trace.join('; ')}`).toBeNull();
  }
}, 300_000);
