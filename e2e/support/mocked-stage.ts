import type { Page } from '@playwright/test';
import type { MockedControls } from '../mocked/controls.js';
import type { HostServer } from './host-server.js';
import { INVOICES_NAME } from './stage.js';
import type { Stage } from './stage.js';

/** The world behind msw, in the page itself; what a flow does before it opens the page is done when it opens. */
export function openMockedStage(host: HostServer): Stage {
  let page: Page | null = null;
  const queued: ((page: Page) => Promise<void>)[] = [];
  const act = async (run: (page: Page) => Promise<void>): Promise<void> => {
    if (page === null) queued.push(run);
    else await run(page);
  };
  const encode = (bytes: Uint8Array | string): string =>
    Buffer.from(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes).toString('base64');

  const open = async (opened: Page, given: Readonly<Record<string, string>>): Promise<void> => {
    page = opened;
    const fragment = new URLSearchParams({ locale: 'fr', ...given });
    await opened.goto(`${host.origin}/mocked/#${fragment.toString()}`);
    await opened.waitForFunction(() => 'synchro' in window);
    for (const run of queued.splice(0)) await run(opened);
  };

  return {
    open: (opened, options = {}) => open(opened, { ...options }),
    openDocument: (opened, product, options = {}) => open(opened, { product, ...options }),
    writeInvoices: (lines, header) =>
      act((p) =>
        p.evaluate(([l, h]) => window.synchro.writeInvoices(l, h ?? undefined), [
          [...lines],
          header ?? null,
        ] as const),
      ),
    writeHalf: (lines) => act((p) => p.evaluate((l) => window.synchro.writeHalf(l), [...lines])),
    writeFile: (name, bytes) =>
      act((p) => p.evaluate(([n, b]) => window.synchro.writeFile(n, b), [name, encode(bytes)] as const)),
    removeFile: (name) => act((p) => p.evaluate((n) => window.synchro.removeFile(n), name)),
    stopService: () => act((p) => p.evaluate(() => window.synchro.setOnline(false))),
    startService: () => act((p) => p.evaluate(() => window.synchro.setOnline(true))),
    postings: () => {
      if (page === null) throw new Error(`Nothing was opened, so nothing of ${INVOICES_NAME} was posted.`);
      return page.evaluate(() => window.synchro.postings());
    },
    post: () => act((p) => p.evaluate(() => window.synchro.post())),
    unpost: () => act((p) => p.evaluate(() => window.synchro.unpost())),
    close: () => Promise.resolve(),
  };
}

declare global {
  interface Window {
    synchro: MockedControls;
  }
}
