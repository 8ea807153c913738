import type { FrameLocator, Page } from '@playwright/test';
import { invoice } from '@synchro/sync-testing';
import { DOCUMENT_ID, setUpExamples } from '../hosts/set-up-examples.js';
import { expect, test as base } from '../support/test.js';

/** Opens the example in this folder; it works with the agent and the document of the stage. */
const test = base.extend<{ openExample: (folder: string) => Promise<void> }>({
  openExample: async ({ page, live, host }, use) => {
    setUpExamples(host, live);
    await use(async (folder) => {
      await page.goto(`${host.origin}/hosts/${folder}/`);
    });
  },
});

interface Kind {
  readonly banner: (page: Page) => Page | FrameLocator;
  /** The banner's page has no more room than its place; an element has the whole window. */
  readonly isPage: boolean;
}

const inFrame: Kind = { banner: (page) => page.frameLocator('#slot iframe'), isPage: true };
const kinds: Readonly<Record<string, Kind>> = {
  'plain-page': { banner: (page) => page, isPage: false },
  frame: inFrame,
  webview2: inFrame,
  wkwebview: inFrame,
};

const messages = (page: Page) => page.getByRole('list', { name: 'Messages' });
const journal = (page: Page) => page.getByRole('table', { name: 'Journal' }).getByRole('row');
const height = (page: Page) => page.locator('#slot').evaluate((slot) => slot.clientHeight);

for (const [folder, { banner: bannerIn, isPage }] of Object.entries(kinds)) {
  test.describe(`host example: ${folder}`, () => {
    test('opens and closes the document, changes language and colours', async ({
      page,
      live,
      openExample,
    }) => {
      await live.writeInvoices([invoice(1)]);
      const told = page.waitForRequest('**/documents/opened');
      await openExample(folder);
      expect((await told).postDataJSON()).toMatchObject({ documentId: DOCUMENT_ID });
      const region = bannerIn(page).getByRole('region', { name: 'Crésus Synchro' });
      await expect(region).toContainText('1 nouvelle écriture en attente');
      await page.getByLabel('Language').selectOption('de-CH');
      await expect(region).toContainText('1 neue Buchung zu verbuchen');
      await page.getByLabel('Theme').selectOption('dark');
      await expect(region).toHaveAttribute('data-theme', 'dark');
      await page.getByLabel('Document is open').uncheck();
      await expect(region).toHaveCount(0);
      await page.getByLabel('Document is open').check();
      await expect(region).toContainText('1 neue Buchung zu verbuchen');
    });

    test('takes posting over: saves the entries, confirms it, and the banner is quiet', async ({
      page,
      live,
      openExample,
    }) => {
      await live.writeInvoices([invoice(1), invoice(2)]);
      await openExample(folder);
      const banner = bannerIn(page);
      await expect(banner.getByRole('region')).toContainText('2 nouvelles écritures en attente');
      await banner.getByRole('button', { name: 'Comptabiliser' }).click();
      await expect(banner.getByRole('listitem').filter({ hasText: 'écritures' })).toHaveCount(0);
      await expect(page.getByRole('status').filter({ hasText: 'Lines saved: 2' })).toBeVisible();
      expect((await live.postings()).map(({ arrivedAt }) => arrivedAt)).toEqual([
        expect.stringMatching(/^20/),
      ]);
      await expect(banner.getByRole('dialog')).toHaveCount(0);
      const log = await messages(page).getByRole('listitem').allTextContents();
      const asked = log.findIndex((text) => text.includes('"command":"post"'));
      if (isPage) expect(log[asked + 1]).toMatch(/^said .*"synchro-command-answer".*"taken":true/);
      expect(log.join('\n')).not.toContain('synchro-command-withdrawn');
      await page.reload(); // What was saved is there for good.
      await expect(journal(page)).toHaveText([/Facture 1/, /Facture 2/]);
    });

    test('leaves posting to the banner, whose dialog has room while it is open', async ({
      page,
      live,
      openExample,
    }) => {
      await live.writeInvoices([invoice(1)]);
      await openExample(folder);
      const banner = bannerIn(page);
      const button = banner.getByRole('button', { name: 'Comptabiliser' });
      await expect(button).toBeVisible();
      await page.getByLabel('The program posts by itself').uncheck();
      const before = await height(page);
      await button.click();
      const dialog = banner.getByRole('dialog', { name: 'Comptabiliser' });
      await expect(dialog.getByText('Facture 1')).toBeVisible();
      await expect.poll(() => height(page)).toBe(isPage ? 880 : before);
      await dialog.getByRole('button', { name: 'Fermer' }).first().click();
      await expect(dialog).toHaveCount(0);
      await expect.poll(() => height(page)).toBe(before);
      // A page does not ask a host that takes nothing over, so nobody waits for its answer.
      const asked = messages(page).getByText('"command":"post"');
      await expect(asked).toHaveCount(isPage ? 0 : 1);
      await expect(messages(page).getByText('synchro-resize')).toHaveCount(isPage ? 2 : 0);
      await expect(journal(page)).toHaveCount(0);
    });
  });
}

test.describe('host example: plain-page', () => {
  test('goes on at the next start where it was stopped before the arrival was confirmed', async ({
    page,
    live,
    openExample,
  }) => {
    await live.writeInvoices([invoice(1)]);
    await page.route('**/arrival', (route) => route.abort());
    await openExample('plain-page');
    await page.getByRole('button', { name: 'Comptabiliser' }).click();
    await expect(page.getByText('is completed when the program starts again')).toBeVisible();
    expect((await live.postings()).map(({ arrivedAt }) => arrivedAt)).toEqual([null]);
    await page.unroute('**/arrival');
    await page.reload();
    await expect(page.getByText('Lines saved: 1')).toBeVisible();
    await expect(journal(page)).toHaveText([/Facture 1/]);
    expect((await live.postings()).map(({ arrivedAt }) => arrivedAt)).toEqual([expect.stringMatching(/^20/)]);
  });
});

test.describe('host example: frame', () => {
  test('a frame of another origin says nothing to the banner', async ({ page, openExample }) => {
    await page.route('http://evil.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>evil</p>' }),
    );
    await openExample('frame');
    const banner = inFrame.banner(page);
    await expect(banner.getByRole('region')).toBeVisible();
    const inside = await (await page.locator('#slot iframe').elementHandle()).contentFrame();
    await inside!.evaluate(() => {
      const arrived: string[] = [];
      Object.assign(window, { arrived });
      window.addEventListener('message', ({ data }) => arrived.push((data as { type: string }).type));
    });
    await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = 'http://evil.test/';
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
    });
    await page
      .frame({ url: 'http://evil.test/' })!
      .evaluate(() => window.parent.frames[0]!.postMessage({ type: 'synchro-locale', locale: 'de' }, '*'));
    const arrivals = () => inside!.evaluate(() => (window as unknown as { arrived: string[] }).arrived);
    await expect.poll(arrivals).toEqual(['synchro-locale']);
    await page.getByLabel('Theme').selectOption('dark');
    await expect(banner.getByRole('region')).toHaveAttribute('data-theme', 'dark');
    await expect(banner.locator('html')).toHaveAttribute('lang', 'fr');
  });
});
