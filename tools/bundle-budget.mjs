/**
 * `npm run budget` in a banner's folder: what a host loads before the banner says its first word – the static imports of
 * each entry and one language – compressed, against the budget. Dialogs load when they are opened and are shown beside it.
 * `--without NAME` also sees to it that a module which the banner has no use for is nowhere in its bundle.
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { kb, measureBundle } from './measure-bundle.mjs';

const BUDGET_KB = 90; // 1 KB = 1000 bytes
const dist = new URL('dist/', pathToFileURL(`${process.cwd()}/`));
const { values: options } = parseArgs({
  options: { without: { type: 'string', multiple: true, default: [] } },
});
const { closure, entries, fileOf, keysMatching, total } = measureBundle(dist, 'manifest.json');

const locales = keysMatching(/messages\/banner\/\w+\.ts$/).map((key) => total([fileOf(key)]));
const largestLocale = Math.max(...locales);
const firstLoad = new Map(entries.map((key) => [key, total(closure(key)) + largestLocale]));

console.log(`First load, gzip, with the largest of ${locales.length} languages (budget ${BUDGET_KB} KB):`);
for (const [key, bytes] of firstLoad) console.log(`${kb(bytes)}  ${key}`);

const known = closure(entries[0]);
const dialogLocale = Math.max(
  0,
  ...keysMatching(/messages\/dialog\/\w+\.ts$/).map((key) => total([fileOf(key)])),
);
console.log('On demand, with their language:');
for (const key of keysMatching(/-dialog\.tsx$/)) {
  const more = [...closure(key)].filter((file) => !known.has(file));
  console.log(`${kb(total(more) + dialogLocale)}  ${key.replace(/.*\//, '')}`);
}

const over = [...firstLoad].filter(([, bytes]) => bytes > BUDGET_KB * 1000);
for (const [key, bytes] of over)
  console.error(`${key} is ${kb(bytes - BUDGET_KB * 1000).trim()} over the budget.`);
const unwanted = options.without.filter((name) => keysMatching(new RegExp(`/${name}\\.tsx?$`)).length > 0);
for (const name of unwanted) console.error(`${name} is in the bundle, which has no use for it.`);
if (locales.length < 4 || entries.length < 2) {
  console.error('The manifest does not have the entries and languages that are measured here.');
  process.exitCode = 1;
}
if (over.length > 0 || unwanted.length > 0) process.exitCode = 1;
