/**
 * Random histories against the imported ledger, any number of them: `npm run histories -- --count N [--seed S]`. The
 * N-th history has the seed S + N - 1; one that fails is shown in its shortest form and runs again with
 * `--count 1 --seed` and its seed.
 */
import { parseArgs } from 'node:util';
import { createMemoryStore } from '../src/store/memory-store.js';
import { runHistory } from '../src/testing/ledger-histories/run-history.js';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
});
const [count, first] = [Number(values.count), Number(values.seed)];
if (![count, first].every((value) => Number.isSafeInteger(value) && value >= 0)) {
  console.error('Usage: npm run histories -- --count N [--seed S]');
  process.exit(2);
}

const openMemory = () => Promise.resolve({ store: createMemoryStore(), close: () => Promise.resolve() });
/** How often each kind of thing happened, by its first word. */
const happened = new Map<string, number>();
let failures = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const { failure, trace } = await runHistory(openMemory, seed);
  for (const [word = ''] of trace.map((what) => what.split(' ')))
    happened.set(word, (happened.get(word) ?? 0) + 1);
  if (failure === null) continue;
  failures += 1;
  console.log(`\nSeed ${seed} fails; its shortest form:`);
  for (const what of trace) console.log(`  ${what}`);
  console.log(failure);
  console.log(`Again: npm run histories -- --count 1 --seed ${seed}`);
}
const counted = [...happened].sort(([, a], [, b]) => b - a).map(([word, times]) => `${word} ${times}`);
console.log(`\nHappened: ${counted.join(', ')}`);
console.log(`${count - failures} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
