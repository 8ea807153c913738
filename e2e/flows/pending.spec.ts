import { invoice } from '@synchro/sync-testing';
import { expect, test } from '../support/test.js';

test.describe('what waits', () => {
  test('a rewritten file is told within a blink, and is gone when it is posted', async ({ page, stage }) => {
    await stage.open(page);
    const banner = page.getByRole('region', { name: 'Crésus Synchro' });
    await stage.writeInvoices([invoice(1), invoice(2), invoice(3)]);
    await expect(banner).toContainText('3 nouvelles écritures en attente');
    await banner.getByRole('button', { name: 'Comptabiliser' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Facture 2');
    await dialog.getByRole('button', { name: /^Comptabiliser 3 écritures/ }).click();
    await expect(dialog).toContainText(/3 (nouvelles )?écritures/);
    await page.keyboard.press('Escape');
    await expect(banner).not.toContainText('en attente');

    await stage.writeInvoices([invoice(1), invoice(3), invoice(4), invoice(5), invoice(6)]);
    await expect(banner).toContainText('3 nouvelles écritures, 1 supprimée en attente');
    expect(await stage.postings()).toHaveLength(1);
  });

  test('a half-written file announces no deletions', async ({ page, stage }) => {
    await stage.open(page);
    const banner = page.getByRole('region', { name: 'Crésus Synchro' });
    await stage.writeInvoices([invoice(1), invoice(2), invoice(3), invoice(4)]);
    await expect(banner).toContainText('4 nouvelles écritures en attente');
    await stage.writeHalf([invoice(1), invoice(2), invoice(3), invoice(4), invoice(5)]);
    await stage.writeInvoices([invoice(1), invoice(2), invoice(3), invoice(4), invoice(5)]);
    await expect(banner).toContainText('5 nouvelles écritures en attente');
    await expect(banner).not.toContainText('supprimée');
  });
});
