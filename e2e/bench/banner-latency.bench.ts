import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { entryFile, invoice } from '@synchro/sync-testing';
import { launchOptions } from '../../tools/browser.mjs';
import { startHostServer } from '../support/host-server.js';
import { openLiveStage } from '../support/live-stage.js';
import { INVOICES_NAME } from '../support/stage.js';
import { createAtEnd } from './at-end.js';
import { startBaseline } from './baseline-server.js';
import { machineLoad } from './process-facts.js';
import { round, spreadOf } from './statistics.js';

/**
 * From the write of an entry file to the changed text of the banner in Chromium, beside the raw floor in the same run:
 * product and baseline take turns, so that noise hits both, and write the same bytes. One clock: the page's and ours
 * count from the same epoch.
 */
const ADDITIONS = 200;
const DELETIONS = 40;
/** Both sides run before anything counts, until their code is warm. */
const WARM_UPS = 10;
/** So long a deletion waits [T5]. */
const QUIET_MS = 1000;
/** What is not shown by then never will be: the run ends and says so. */
const GIVE_UP_MS = 30_000;

await using atEnd = createAtEnd();
const browser = await chromium.launch(launchOptions());
atEnd.do(() => browser.close());
const host = await startHostServer();
atEnd.do(() => host.close());
const stage = await openLiveStage(host);
atEnd.do(() => stage.close());
const folder = await mkdtemp(join(tmpdir(), 'synchro-baseline-'));
atEnd.do(() => rm(folder, { recursive: true, force: true }));
await writeFile(join(folder, 'file.ecf'), entryFile([]));
const baseline = await startBaseline(folder, 'file.ecf');
atEnd.do(() => baseline.close());

const now = () => performance.timeOrigin + performance.now();

/** Resolves with the moment at which the text of the banner's shadow root, or else of the page, contains this. */
async function whenShown(page: Page, text: string): Promise<number> {
  return page.evaluate(
    ([wanted, giveUpMs]) =>
      new Promise<number>((resolve, reject) => {
        const root = document.querySelector('synchro-compta-banner')?.shadowRoot ?? document.body;
        const check = () => {
          if (!root.textContent.includes(wanted)) return;
          observer.disconnect();
          clearTimeout(givingUp);
          resolve(performance.timeOrigin + performance.now());
        };
        const observer = new MutationObserver(check);
        const givingUp = setTimeout(
          () => reject(new Error(`Not shown: ${wanted}. Shown: ${root.textContent}`)),
          giveUpMs,
        );
        observer.observe(root, { subtree: true, childList: true, characterData: true });
        check();
      }),
    [text, GIVE_UP_MS] as const,
  );
}

/** The wait is armed in the page before the file is written, and the bytes are ready. */
async function measure(page: Page, text: string, path: string, bytes: Uint8Array): Promise<number> {
  await page.bringToFront();
  const shown = whenShown(page, text);
  await page.evaluate(() => undefined);
  const start = now();
  await writeFile(path, bytes);
  return (await shown) - start;
}

// tsx names functions with a helper of its own, which a function sent into a page does not find there.
const context = await browser.newContext();
await context.addInitScript('globalThis.__name ??= (named) => named');
const product = await context.newPage();
await stage.open(product);
// The host page adds the banner only when its module has come, after the page's load.
await product.locator('synchro-compta-banner').waitFor({ state: 'attached' });
const floor = await context.newPage();
await floor.goto(baseline.url);

const invoicesPath = join(stage.folder, INVOICES_NAME);
const floorPath = join(folder, 'file.ecf');
const HEADER_LINES = 2;
const pendingText = (count: number) =>
  count === 1 ? '1 nouvelle écriture en attente' : `${count} nouvelles écritures en attente`;

const times = { additions: [] as number[], deletions: [] as number[], baseline: [] as number[] };
let lot = 1;
let invoices = [] as ReturnType<typeof invoice>[];
for (let i = 1; i <= WARM_UPS + ADDITIONS; i += 1) {
  invoices.push(invoice(i));
  const bytes = entryFile(invoices, { lot: (lot += 1) });
  const addition = await measure(product, pendingText(i), invoicesPath, bytes);
  // What stands behind the last line end counts as one more.
  const raw = await measure(floor, `${i + HEADER_LINES + 1} lines`, floorPath, bytes);
  if (i <= WARM_UPS) continue;
  times.additions.push(addition);
  times.baseline.push(raw);
}
for (let i = 0; i < DELETIONS; i += 1) {
  invoices = invoices.slice(1); // From the front: what is left must not be the beginning of what was known [T1].
  const bytes = entryFile(invoices, { lot: (lot += 1) });
  times.deletions.push(await measure(product, pendingText(invoices.length), invoicesPath, bytes));
}

const additions = spreadOf(times.additions);
const deletions = spreadOf(times.deletions);
const deletionsOverQuiet = spreadOf(times.deletions.map((ms) => ms - QUIET_MS));
const raw = spreadOf(times.baseline);
console.table({
  'addition → banner': additions,
  'raw baseline: fs event → HTTP → stream → DOM': raw,
  'deletion → banner': deletions,
  [`… less its quiet time of ${QUIET_MS} ms`]: deletionsOverQuiet,
});
console.log(`An addition takes ${round(additions.p50 - raw.p50)} ms more than the baseline (medians).`);
console.log(
  JSON.stringify({
    bench: 'banner-latency',
    unit: 'ms',
    additions,
    baseline: raw,
    additionsOverBaseline: round(additions.p50 - raw.p50),
    deletions,
    quietMs: QUIET_MS,
    deletionsOverQuietAndBaseline: round(deletionsOverQuiet.p50 - raw.p50),
    ...machineLoad(),
  }),
);
