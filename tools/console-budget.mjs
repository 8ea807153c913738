/**
 * `npm run budget` in the console's folder: what the page loads before it shows the mandates – its script, what that
 * imports statically, and one language of banner, dialogs and console – compressed, against the budget. Dialogs come
 * when they are opened.
 */
import { pathToFileURL } from 'node:url';
import { kb, measureBundle } from './measure-bundle.mjs';

const BUDGET_KB = 180; // 1 KB = 1000 bytes
const dist = new URL('dist/', pathToFileURL(`${process.cwd()}/`));
const { closure, entries, fileOf, keysMatching, sizeOf, total } = measureBundle(
  dist,
  'console/manifest.json',
);

const catalogues = [
  /messages\/banner\/\w\w\.ts$/,
  /messages\/dialog\/\w\w\.ts$/,
  /src\/messages\/\w\w\.ts$/,
].map(keysMatching);
const languages = catalogues.reduce(
  (sum, keys) => sum + Math.max(...keys.map((key) => total([fileOf(key)]))),
  0,
);
const known = new Set(entries.flatMap((key) => [...closure(key)]));
const firstLoad = total(known) + languages + sizeOf('console/index.html');

console.log(`First load, gzip, with the largest language (budget ${BUDGET_KB} KB):`);
console.log(`${kb(firstLoad)}  the console`);
console.log('On demand:');
for (const key of keysMatching(/-dialog\.tsx$/)) {
  const more = [...closure(key)].filter((file) => !known.has(file));
  console.log(`${kb(total(more))}  ${key.replace(/.*\//, '')}`);
}

if (entries.length !== 1 || catalogues.some((keys) => keys.length !== 4)) {
  console.error('The manifest does not have the entry and the languages that are measured here.');
  process.exitCode = 1;
}
if (firstLoad > BUDGET_KB * 1000) {
  console.error(`The console is ${kb(firstLoad - BUDGET_KB * 1000).trim()} over the budget.`);
  process.exitCode = 1;
}
