import { writeSync } from 'node:fs';
import { writeRound } from './store-rounds.js';
import { openSqliteStore } from './sqlite-store.js';

/** A process of its own for `sqlite-store.kill.test.ts`: writes round after round, each acknowledged once it is kept. */
const [folder = ''] = process.argv.slice(2);
const { store } = openSqliteStore(folder);
for (;;) {
  const round = store.transaction(writeRound);
  writeSync(1, `${round}\n`);
}
