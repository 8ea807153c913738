import { entryFile, invoice } from '@synchro/sync-testing';
import type { Page } from '@playwright/test';
import { INVOICES_NAME } from '../support/stage.js';
import { expect, test } from '../support/test.js';

const banner = (page: Page) => page.getByRole('region', { name: 'Crésus Synchro' });

test.describe('an entry file that cannot be taken in', () => {
  test('unreadable: told with line and reason, and over when it is whole again', async ({ page, stage }) => {
    await stage.open(page);
    await stage.writeInvoices([invoice(1)]);
    await expect(banner(page)).toContainText('1 nouvelle écriture en attente');
    await stage.writeFile(
      INVOICES_NAME,
      '#FSC\t9.5.0\tECF\r\n#ECC\t1; 9; 10.06.2026 11:06:53; 123\r\n99.99.2026\t1100\r\n',
    );
    await expect(banner(page).getByRole('button', { name: 'Détails…' })).toBeVisible();
    await expect(banner(page)).toContainText('illisible');
    await banner(page).getByRole('button', { name: 'Détails…' }).click();
    await expect(page.getByRole('dialog')).toContainText('Ligne 3');
    await stage.writeInvoices([invoice(1), invoice(2)], { lot: 10 });
    await expect(page.getByRole('dialog')).toContainText('C’est réglé');
    await page.keyboard.press('Escape');
    await expect(banner(page)).toContainText('2 nouvelles écritures en attente');
    await expect(banner(page)).not.toContainText('illisible');
  });

  test('missing: no deletions, and it says so', async ({ page, stage }) => {
    await stage.open(page);
    await stage.writeInvoices([invoice(1)]);
    await expect(banner(page)).toContainText('1 nouvelle écriture en attente');
    await stage.removeFile(INVOICES_NAME);
    await expect(banner(page).getByRole('button', { name: 'Détails…' })).toBeVisible();
    await expect(banner(page)).toContainText('introuvable');
  });

  test('an older copy counts for nothing until somebody confirms it', async ({ page, stage }) => {
    await stage.open(page);
    await stage.writeInvoices([invoice(1), invoice(2)], { lot: 50 });
    await expect(banner(page)).toContainText('2 nouvelles écritures en attente');
    await stage.writeInvoices([invoice(2)], { lot: 49 });
    await expect(banner(page)).toContainText('plus ancien que le précédent');
    await banner(page).getByRole('button', { name: 'Détails…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Le numéro de lot est revenu de 50 à 49');
    await dialog.getByRole('button', { name: 'Reprendre cette version' }).click();
    await expect(banner(page)).toContainText('1 nouvelle écriture en attente');
    await expect(banner(page)).not.toContainText('plus ancien');
  });

  test('a cloud folder’s twin is told, and can be ignored', async ({ page, stage }) => {
    await stage.open(page);
    await stage.writeFile(INVOICES_NAME.replace('.ecf', ' (1).ecf'), entryFile([invoice(9)]));
    await expect(banner(page)).toContainText('copie en conflit');
    await banner(page).getByRole('button', { name: 'Détails…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ignorer cette copie' }).click();
    await expect(banner(page)).not.toContainText('copie en conflit');
  });
});
