import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceContract } from '@synchro/mandate-service/contract-suites';
import { openSqliteStore } from '../src/store/sqlite-store.js';

serviceContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synchro-service-'));
  const { store, close } = openSqliteStore(folder);
  return {
    store,
    async close() {
      close();
      await rm(folder, { recursive: true, force: true });
    },
  };
});
