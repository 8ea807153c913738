import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { invoice } from '@synchro/sync-testing';
import { openElementHost } from '../hosts/element-host.js';
import { openFrameHost } from '../hosts/frame-host.js';
import { takeEntries } from '../hosts/take-entries.js';
import type { OpenHost } from '../hosts/test-host.js';
import { openWebView2Host, openWkWebViewHost } from '../hosts/webview-hosts.js';
import { expect, test } from '../support/test.js';

const kinds: Readonly<Record<string, { readonly open: OpenHost; readonly givesRoom: boolean }>> = {
  'an element in a web page': { open: openElementHost, givesRoom: false },
  'a page in WebView2': { open: openWebView2Host, givesRoom: true },
  'a page in WKWebView': { open: openWkWebViewHost, givesRoom: true },
  'a page in a frame': { open: openFrameHost, givesRoom: true },
};

for (const [kind, { open, givesRoom }] of Object.entries(kinds)) {
  test.describe(`host: ${kind}`, () => {
    test('opens and closes the document, changes language and colours', async ({ page, live, host }) => {
      await live.writeInvoices([invoice(1)]);
      const { banner, ready, say } = await open(page, { live, origin: host.origin, path: null });
      await ready;
      const region = banner.getByRole('region', { name: 'Crésus Synchro' });
      await expect(region).toHaveCount(0);
      await say({ type: 'synchro-document-opened', path: live.accountingFile, documentId: null });
      await expect(region).toContainText('1 nouvelle écriture en attente');
      await say({ type: 'synchro-locale', locale: 'de-CH' });
      await expect(region).toContainText('1 neue Buchung zu verbuchen');
      await say({ type: 'synchro-theme', theme: 'dark' });
      await expect(region).toHaveAttribute('data-theme', 'dark');
      await say({ type: 'synchro-document-closed' });
      await expect(region).toHaveCount(0);
    });

    test('takes posting over: has the entries, confirms it, and the banner is quiet', async ({
      page,
      live,
      host,
    }) => {
      await live.writeInvoices([invoice(1), invoice(2)]);
      const saved = join(live.folder, 'taken.txt');
      const { banner, ready, heard } = await open(page, {
        live,
        origin: host.origin,
        path: live.accountingFile,
        take: (command) => takeEntries(live, command, saved),
      });
      await ready;
      await banner.getByRole('button', { name: 'Comptabiliser' }).click();
      await expect(banner.getByRole('listitem')).toHaveCount(0);
      await expect.poll(async () => (await live.postings())[0]?.arrivedAt).toMatch(/^20/);
      const lines = (await readFile(saved, 'latin1')).split(/\r?\n/);
      for (const label of ['Facture 1', 'Facture 2'])
        expect(lines.filter((line) => line.includes(label))).toHaveLength(1);
      await expect(banner.getByRole('dialog')).toHaveCount(0);
      expect(heard.map(({ type }) => type)).not.toContain('synchro-command-withdrawn');
    });

    test('leaves posting to the banner, whose dialog has room while it is open', async ({
      page,
      live,
      host,
    }) => {
      await live.writeInvoices([invoice(1)]);
      const opened = await open(page, { live, origin: host.origin, path: live.accountingFile });
      const { banner, ready, heard } = opened;
      await ready;
      const button = banner.getByRole('button', { name: 'Comptabiliser' });
      await expect(button).toBeVisible();
      const before = await opened.height();
      await button.click();
      const dialog = banner.getByRole('dialog', { name: 'Comptabiliser' });
      await expect(dialog.getByText('Facture 1')).toBeVisible();
      await expect.poll(() => opened.height()).toBe(givesRoom ? 880 : before);
      await dialog.getByRole('button', { name: 'Fermer' }).first().click();
      await expect(dialog).toHaveCount(0);
      await expect.poll(() => opened.height()).toBe(before);
      // Who has not said that it takes commands over is not asked, so nobody waits for its answer.
      expect(heard.filter(({ type }) => type === 'synchro-command')).toHaveLength(givesRoom ? 0 : 1);
      const sizes = () => heard.filter((message) => message.type === 'synchro-resize');
      await expect.poll(sizes).toEqual(
        givesRoom
          ? [
              { type: 'synchro-resize', height: 880, reason: 'dialog' },
              { type: 'synchro-resize', height: before, reason: 'content' },
            ]
          : [],
      );
    });
  });
}

test.describe('host: a page in a frame', () => {
  test('a frame of another origin says nothing to the banner', async ({ page, live, host }) => {
    await page.route('http://evil.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>evil</p>' }),
    );
    const { banner, ready, say } = await openFrameHost(page, {
      live,
      origin: host.origin,
      path: live.accountingFile,
    });
    await ready;
    await expect(banner.getByRole('region')).toBeVisible();
    const inside = await (await page.locator('#banner').elementHandle()).contentFrame();
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
    await say({ type: 'synchro-theme', theme: 'dark' });
    await expect(banner.getByRole('region')).toHaveAttribute('data-theme', 'dark');
    await expect(banner.locator('html')).toHaveAttribute('lang', 'fr');
  });
});
