import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '@synchro/mandate-service/contract-suites';
import { openSqliteStore } from './sqlite-store.js';

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synchro-store-'));
  let opened = openSqliteStore(folder);
  return {
    store: opened.store,
    reopen: () => {
      opened.close();
      opened = openSqliteStore(folder);
      return Promise.resolve(opened.store);
    },
    close: async () => {
      opened.close();
      await rm(folder, { recursive: true });
    },
  };
});
