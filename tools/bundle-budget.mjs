/**
 * `npm run budget` in a banner's folder: what a host loads before the banner says its first word – the static imports of each entry and one
 * language – compressed, against the budget. Dialogs load when they are opened and are shown beside it.
 * `--without NAME` also sees to it that a module which the banner has no use for is nowhere in its bundle.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 90; // 1 KB = 1000 bytes
const dist = new URL('dist/', pathToFileURL(`${process.cwd()}/`));
const { values: options } = parseArgs({
  options: { without: { type: 'string', multiple: true, default: [] } },
});
const manifest = JSON.parse(readFileSync(new URL('manifest.json', dist), 'utf8'));

const sizeOf = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

/** The files behind an entry of the manifest and everything that it imports statically. */
function closure(key, found = new Set()) {
  const { file, css = [], imports = [] } = manifest[key];
  if (found.has(file)) return found;
  for (const each of [file, ...css]) found.add(each);
  for (const imported of imports) closure(imported, found);
  return found;
}

const total = (files) => [...files].reduce((sum, file) => sum + sizeOf(file), 0);
const keysMatching = (pattern) => Object.keys(manifest).filter((key) => pattern.test(key));
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`.padStart(9);

const locales = keysMatching(/messages\/banner\/\w+\.ts$/).map((key) => total([manifest[key].file]));
const largestLocale = Math.max(...locales);
const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
const firstLoad = new Map(entries.map((key) => [key, total(closure(key)) + largestLocale]));

console.log(`First load, gzip, with the largest of ${locales.length} languages (budget ${BUDGET_KB} KB):`);
for (const [key, bytes] of firstLoad) console.log(`${kb(bytes)}  ${key}`);

const known = closure(entries[0]);
const dialogLocale = Math.max(
  0,
  ...keysMatching(/messages\/dialog\/\w+\.ts$/).map((key) => total([manifest[key].file])),
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
