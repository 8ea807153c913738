/**
 * How long the history of postings of 60,000 entries each takes to list, of which each builds on the one before, and a
 * page of the items of one. Listing reads no items, so the number of entries must not count.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { listPostings } from '@synchro/mandate-service';
import { aMandate, anItem, aPosted, aPosting } from '@synchro/mandate-service/contract-suites';
import { openSqliteStore } from '../src/store/sqlite-store.js';

const POSTINGS = 10;
const ENTRIES = 60_000;
const TURNS = 5;
const LIMIT_MS = 20;

const folder = mkdtempSync(join(tmpdir(), 'synchro-postings-'));
const { store, close } = openSqliteStore(folder);
try {
  store.transaction((tx) => tx.mandates.put(aMandate()));
  for (let n = 1; n <= POSTINGS; n += 1)
    store.transaction((tx) => {
      const postingId = `posting-${n}`;
      const postedBy = (by: number, position: number) =>
        aPosted({ id: `posting-${by}-${position}`, postingId: `posting-${by}` });
      tx.postings.put(aPosting({ id: postingId, sequence: n }));
      tx.postingItems.insert(
        Array.from({ length: ENTRIES }, (_, position) =>
          anItem({
            postingId,
            position,
            change: n === 1 ? 'new' : 'changed',
            before: n === 1 ? null : postedBy(n - 1, position),
            after: postedBy(n, position),
          }),
        ),
      );
    });
  const best = (use: () => unknown) => {
    let ms = Infinity;
    for (let turn = 0; turn < TURNS; turn += 1) {
      const start = performance.now();
      use();
      ms = Math.min(ms, performance.now() - start);
    }
    return ms;
  };
  const list = best(() => store.read((tx) => listPostings(tx, 'mandate-1')));
  const page = best(() => store.read((tx) => tx.postingItems.page('posting-1', ENTRIES / 2, 200)));
  console.log(
    `${POSTINGS} postings of ${ENTRIES} entries: list ${list.toFixed(1)} ms, a page of 200 items ${page.toFixed(1)} ms`,
  );
  if (list > LIMIT_MS || page > LIMIT_MS) process.exitCode = 1;
} finally {
  close();
  rmSync(folder, { recursive: true });
}
