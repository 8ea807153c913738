import { invoice } from '@synchro/sync-testing';
import { expect, test } from '../support/test.js';

test.describe('embedding', () => {
  test('a host page of an allowed origin loads the banner from the agent itself', async ({
    page,
    live,
    host,
  }) => {
    await live.writeInvoices([invoice(1)]);
    const fragment = new URLSearchParams({
      module: `${live.agentUrl}/elements/compta-banner.js`,
      'agent-url': live.agentUrl,
      token: live.token,
      'document-path': live.accountingFile,
      locale: 'fr',
    });
    await page.goto(`${host.origin}/#${fragment.toString()}`);
    await expect(page.getByRole('region', { name: 'Crésus Synchro' })).toContainText(
      '1 nouvelle écriture en attente',
    );
  });

  test('a web view opens the page with a one-time code, which leaves the address and works once', async ({
    page,
    live,
    browser,
  }) => {
    await live.writeInvoices([invoice(1), invoice(2)]);
    const answered = await fetch(`${live.agentUrl}/api/v1/session/codes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${live.token}` },
    });
    const { code } = (await answered.json()) as { code: string };
    const address = `${live.agentUrl}/compta/#path=${encodeURIComponent(live.accountingFile)}&code=${code}&locale=de`;
    await page.goto(address);
    await expect(page.getByRole('listitem')).toContainText('2 neue Buchungen zu verbuchen');
    expect(page.url()).not.toContain(code);

    const other = await browser.newPage();
    await other.goto(address);
    await expect(other.getByRole('region', { name: 'Crésus Synchro' })).toContainText(/verweigert/i);
    await other.close();
  });

  test('a page of any other origin learns nothing', async ({ page, live }) => {
    await page.route('http://evil.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>evil</p>' }),
    );
    await page.goto('http://evil.test/');
    const tries = await page.evaluate(async (url) => {
      const outcome = async (path: string, mode: RequestMode) => {
        try {
          const response = await fetch(url + path, {
            mode,
            headers: mode === 'cors' ? { authorization: 'Bearer x' } : {},
          });
          return `${response.type} ${response.status}`;
        } catch {
          return 'failed';
        }
      };
      return Promise.all([
        outcome('/api/v1/overview', 'cors'),
        outcome('/elements/compta-banner.js', 'cors'),
        outcome('/api/v1/overview', 'no-cors'),
      ]);
    }, live.agentUrl);
    expect(tries.slice(0, 2)).toEqual(['failed', 'failed']);
    expect(['opaque 0', 'failed']).toContain(tries[2]);
  });
});
