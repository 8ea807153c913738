import { expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.js';
import { runHistory } from './ledger-histories/run-history.js';

/** Any other number of them: `npm run histories -- --count N [--seed S]`. */
const HISTORIES = 300;

it(`whatever happened, the ledger that imported every export is what the files hold (${HISTORIES} histories)`, async () => {
  const openMemory = () => Promise.resolve({ store: createMemoryStore(), close: () => Promise.resolve() });
  for (let seed = 1; seed <= HISTORIES; seed += 1) {
    const { failure, trace } = await runHistory(openMemory, seed);
    expect(failure, `seed ${seed}: ${trace.join('; ')}`).toBeNull();
  }
}, 600_000);
