import type { Request } from '@playwright/test';
import { invoice } from '@synchro/sync-testing';
import { expect, test } from '../support/test.js';

/** The stream of a page, for a scope of this product. */
const asksFor = (product: string) => (request: Request) =>
  request.url().endsWith('/stream') && (request.postData() ?? '').includes(`"product":"${product}"`);

test.describe('the banner of invoicing and payroll', () => {
  test('is an element, which follows its product and leaves posting to the accounting', async ({
    page,
    live,
    host,
  }) => {
    await live.writeInvoices([invoice(1)]);
    const fragment = new URLSearchParams({
      module: `${live.agentUrl}/elements/facturation-banner.js`,
      program: 'facturation',
      product: 'salaires',
      'agent-url': live.agentUrl,
      token: live.token,
      'document-path': live.accountingFile,
      locale: 'fr',
    });
    const asked = page.waitForRequest(asksFor('salaires'));
    await page.goto(`${host.origin}/#${fragment.toString()}`);
    await (await asked).response();
    const region = page.getByRole('region', { name: 'Crésus Synchro' });
    // What it is told of the connection shows that it is alive; of the entries it says nothing.
    await live.stopService();
    await expect(region).toContainText(/Reconnexion|ne répond pas/);
    await expect(region).not.toContainText('écriture');
  });

  test('is a page, for the product in its address', async ({ page, live }) => {
    const asked = page.waitForRequest(asksFor('salaires'));
    const path = encodeURIComponent(live.accountingFile);
    const newCode = async () => {
      const answered = await fetch(`${live.agentUrl}/api/v1/session/codes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${live.token}` },
      });
      return ((await answered.json()) as { code: string }).code;
    };
    await page.goto(`${live.agentUrl}/facturation/#product=salaires&path=${path}&code=${await newCode()}`);
    await asked;
    await expect(page.getByRole('region', { name: 'Crésus Synchro' })).toBeAttached();

    const askedAgain = page.waitForRequest(asksFor('facturation'));
    await page.goto('about:blank');
    await page.goto(`${live.agentUrl}/facturation/#path=${path}&code=${await newCode()}`);
    await askedAgain;
  });

  test('does not load what only the accounting shows', async ({ live }) => {
    const loaded = new Set<string>();
    const load = async (path: string): Promise<void> => {
      if (loaded.has(path)) return;
      loaded.add(path);
      const text = await (await fetch(live.agentUrl + path)).text();
      for (const [, name] of text.matchAll(/["'`](\.{1,2}\/[\w/.-]+\.js)["'`]/g))
        await load(new URL(name!, live.agentUrl + path).pathname);
    };
    await load('/elements/facturation-banner.js');
    const names = [...loaded].join(' ');
    expect(names).toContain('/banner-');
    expect(names).not.toContain('posting-dialog');
  });
});
