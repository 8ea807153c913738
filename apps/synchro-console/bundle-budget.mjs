/**
 * `npm run budget`: what the page loads before it shows the mandates – its script, what that imports statically, and
 * one language of banner, dialogs and console – compressed, against the budget. Dialogs come when they are opened.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 180; // 1 KB = 1000 bytes
const dist = new URL('dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('console/manifest.json', dist), 'utf8'));

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

const catalogues = [
  /messages\/banner\/\w\w\.ts$/,
  /messages\/dialog\/\w\w\.ts$/,
  /src\/messages\/\w\w\.ts$/,
].map(keysMatching);
const languages = catalogues.reduce(
  (sum, keys) => sum + Math.max(...keys.map((key) => total([manifest[key].file]))),
  0,
);
const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
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
