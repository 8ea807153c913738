import { AxeBuilder } from '@axe-core/playwright';
import { invoice, vatInvoice } from '@synchro/sync-testing';
import { expect, test } from '../support/test.js';

for (const theme of ['light', 'dark'] as const)
  for (const width of [1000, 320])
    test(`axe finds nothing in the banner and its dialog (${theme}, ${width} px)`, async ({
      page,
      stage,
    }) => {
      await page.setViewportSize({ width, height: 640 });
      await stage.open(page, { theme });
      await stage.writeInvoices([invoice(1), invoice(2, { credit: '3299' }), ...vatInvoice(3)]);
      const banner = page.getByRole('region', { name: 'Crésus Synchro' });
      await expect(banner).toContainText('3 nouvelles écritures en attente');
      const check = async () =>
        (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
          id,
          nodes.map((n) => n.html),
        ]);
      expect(await check()).toEqual([]);
      await banner.getByRole('button', { name: 'Comptabiliser' }).click();
      await expect(page.getByRole('dialog')).toContainText('Facture 1');
      expect(await check()).toEqual([]);
      const isScrolling = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(isScrolling).toBe(false);
    });

test('B1: nothing in the host moves when a notification comes and goes', async ({ page, stage }) => {
  await stage.open(page);
  const title = page.getByRole('heading', { name: 'Journal' });
  const banner = page.getByRole('region', { name: 'Crésus Synchro' });
  await expect(banner).toBeAttached();
  const before = await title.boundingBox();
  await stage.writeInvoices([invoice(1)]);
  await expect(banner).toContainText('1 nouvelle écriture en attente');
  expect(await title.boundingBox()).toEqual(before);
});

test('B3: the banner never takes the focus', async ({ page, stage }) => {
  await stage.open(page);
  const own = page.getByRole('button', { name: 'Un bouton du programme' });
  await own.focus();
  await stage.writeInvoices([invoice(1)]);
  await expect(page.getByRole('region', { name: 'Crésus Synchro' })).toContainText(
    '1 nouvelle écriture en attente',
  );
  await expect(own).toBeFocused();
});

for (const [locale, text] of [
  ['de', '1 neue Buchung zu verbuchen'],
  ['it', '1 nuova registrazione in attesa'],
  ['en', '1 new entry pending'],
] as const)
  test(`the banner speaks ${locale}`, async ({ page, stage }) => {
    await stage.open(page, { locale });
    await stage.writeInvoices([invoice(1)]);
    await expect(page.getByRole('region', { name: 'Crésus Synchro' })).toContainText(text);
  });
