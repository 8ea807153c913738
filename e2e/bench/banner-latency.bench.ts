import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { entryFile, invoice } from '@synchro/sync-testing';
import { launchOptions } from '../../tools/browser.mjs';
import { startHostServer } from '../support/host-server.js';
import { openLiveStage } from '../support/live-stage.js';
import { startBaseline } from './baseline-server.js';
import { round, spreadOf } from './statistics.js';

/**
 * From the write of an entry file to the changed text of the banner in Chromium, beside the raw floor in the same run:
 * product and baseline take turns, so that noise hits both. One clock: the page's and ours count from the same epoch.
 */
const ADDITIONS = 200;
const DELETIONS = 40;
const QUIET_MS = 250;

const browser = await chromium.launch(launchOptions());
const host = await startHostServer();
const stage = await openLiveStage(host);
const folder = await mkdtemp(join(tmpdir(), 'synchro-baseline-'));
const baseline = await startBaseline(folder, 'file.ecf');

const now = () => performance.timeOrigin + performance.now();

/** Resolves with the moment at which the text of `selector` (in the banner's shadow root, or the page) contains it. */
async function whenShown(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const root = document.querySelector('synchro-compta-banner')?.shadowRoot ?? document.body;
        const check = () => {
          if (!root.textContent.includes(wanted)) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        };
        const observer = new MutationObserver(check);
        observer.observe(root, { subtree: true, childList: true, characterData: true });
        check();
      }),
    text,
  );
}

/** The wait is armed in the page before the file is written. */
async function measure(page: Page, text: string, write: () => Promise<void>): Promise<number> {
  const shown = whenShown(page, text);
  await page.evaluate(() => undefined);
  const start = now();
  await write();
  return (await shown) - start;
}

// tsx names functions with a helper of its own, which a function sent into a page does not find there.
const context = await browser.newContext();
await context.addInitScript('globalThis.__name ??= (named) => named');
const product = await context.newPage();
await stage.open(product);
const floor = await context.newPage();
await floor.goto(baseline.url);

const times = { additions: [] as number[], deletions: [] as number[], baseline: [] as number[] };
let entries = 0;
const lines = () => Array.from({ length: entries }, (_, i) => invoice(i + 1));
for (let i = 0; i < ADDITIONS; i += 1) {
  entries += 1;
  await product.bringToFront();
  const noun = entries === 1 ? 'nouvelle écriture' : 'nouvelles écritures';
  times.additions.push(
    await measure(product, `${entries} ${noun} en attente`, () => stage.writeInvoices(lines())),
  );
  await floor.bringToFront();
  const bytes = entryFile(lines());
  times.baseline.push(
    await measure(floor, String(entries + 3), () => writeFile(join(folder, 'file.ecf'), bytes)),
  );
}
await product.bringToFront();
for (let i = 0; i < DELETIONS; i += 1) {
  // From the front, so that what is left is not the beginning of what was known [T1].
  const kept = lines().slice(i + 1);
  times.deletions.push(
    await measure(product, `${kept.length} nouvelles écritures en attente`, () => stage.writeInvoices(kept)),
  );
}
await browser.close();
await stage.close();
await host.close();
baseline.close();
await rm(folder, { recursive: true, force: true });

const additions = spreadOf(times.additions);
const deletions = spreadOf(times.deletions);
const floorSpread = spreadOf(times.baseline);
console.table({
  'addition → banner': additions,
  'raw baseline': floorSpread,
  [`deletion → banner (${QUIET_MS} ms quiet in it)`]: deletions,
});
console.log(
  JSON.stringify({
    bench: 'banner-latency',
    unit: 'ms',
    additions,
    baseline: floorSpread,
    overBaseline: round(additions.p50 - floorSpread.p50),
    deletions,
    deletionsOverQuiet: round(deletions.p50 - QUIET_MS),
  }),
);
