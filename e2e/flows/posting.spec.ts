import { readFile } from 'node:fs/promises';
import { invoice, vatInvoice } from '@synchro/sync-testing';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.js';

const banner = (page: Page) => page.getByRole('region', { name: 'Crésus Synchro' });

async function openPosting(page: Page) {
  await banner(page).getByRole('button', { name: 'Comptabiliser' }).click();
  return page.getByRole('dialog', { name: 'Comptabiliser' });
}

test.describe('posting', () => {
  test('what is sound is posted, what has a problem stays behind and says why', async ({ page, stage }) => {
    await stage.open(page);
    await stage.writeInvoices([invoice(1), invoice(2, { credit: '3299' }), ...vatInvoice(3)]);
    await expect(banner(page)).toContainText('3 nouvelles écritures en attente');
    const dialog = await openPosting(page);
    await expect(dialog).toContainText('Compte 3299 inconnu');
    await dialog.getByRole('button', { name: 'Comptabiliser 2 écritures' }).click();
    await expect(dialog).toContainText('2 écritures comptabilisées');
    await expect(dialog).toContainText('1 écriture est restée en attente');
    await page.keyboard.press('Escape');
    await expect(banner(page)).toContainText('1 nouvelle écriture en attente');
  });

  test('the text to import is saved, its arrival confirmed, and un-posting offers the reversal', async ({
    page,
    stage,
  }) => {
    await stage.open(page);
    await stage.writeInvoices([invoice(1), invoice(2)]);
    const dialog = await openPosting(page);
    await dialog.getByRole('button', { name: 'Comptabiliser 2 écritures' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Enregistrer le fichier à importer' }).click(),
    ]);
    const text = await readFile(await download.path(), 'latin1');
    expect(text.split('\r\n')).toEqual([
      '05.06.2026\t1100\t3200\tF-1\tFacture 1\t101.00\t0.00\t0.000000\t0\t0\t0\t0\t\tFacture 1',
      '05.06.2026\t1100\t3200\tF-2\tFacture 2\t102.00\t0.00\t0.000000\t0\t0\t0\t0\t\tFacture 2',
      '',
    ]);
    await dialog.getByRole('button', { name: 'Importé dans la comptabilité' }).click();
    await expect(dialog).toContainText('Importé dans la comptabilité le');

    await dialog.getByRole('tab', { name: 'Historique' }).click();
    await dialog
      .getByRole('button', { name: /^Décomptabiliser/ })
      .first()
      .click();
    await expect(dialog).toContainText('sera de nouveau en attente');
    await dialog
      .getByRole('button', { name: /^Décomptabiliser/ })
      .last()
      .click();
    const [reversal] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: /Enregistrer les extournes/ }).click(),
    ]);
    expect(await readFile(await reversal.path(), 'latin1')).toContain(
      '3200\t1100\tF-1\tExtourne: Facture 1\t101.00',
    );
    await page.keyboard.press('Escape');
    await expect(banner(page)).toContainText('2 nouvelles écritures en attente');
  });

  test('a changed entry is shown old and new, and only what is selected is posted', async ({
    page,
    stage,
  }) => {
    await stage.open(page);
    await stage.writeInvoices([invoice(1), invoice(2)]);
    const first = await openPosting(page);
    await first.getByRole('button', { name: 'Comptabiliser 2 écritures' }).click();
    await expect(first).toContainText('2 écritures comptabilisées');
    await page.keyboard.press('Escape');

    await stage.writeInvoices([invoice(1, { amountInCentimes: 99_900 }), invoice(2), invoice(3)]);
    await expect(banner(page)).toContainText('1 nouvelle écriture, 1 modifiée en attente');
    const dialog = await openPosting(page);
    await expect(dialog).toContainText('999.00');
    await expect(dialog).toContainText('101.00');
    await dialog.getByRole('checkbox', { name: /Sélectionner .*Facture 3/ }).uncheck();
    await dialog.getByRole('button', { name: 'Comptabiliser 1 écriture' }).click();
    await expect(dialog).toContainText('1 écriture comptabilisée');
    await page.keyboard.press('Escape');
    await expect(banner(page)).toContainText('1 nouvelle écriture en attente');
  });

  test('what the accounting has already is marked so, recorded, and can be taken back', async ({
    page,
    stage,
  }) => {
    await stage.open(page);
    await stage.writeInvoices([invoice(1)]);
    const dialog = await openPosting(page);
    await dialog.getByRole('button', { name: 'Déjà comptabilisées…' }).click();
    await dialog.getByRole('button', { name: 'Marquer comme déjà comptabilisées' }).click();
    await expect(dialog).toContainText('marquée comme déjà comptabilisée');
    await page.keyboard.press('Escape');
    await expect(banner(page)).not.toContainText('en attente');
    expect(await stage.postings()).toMatchObject([{ kind: 'already-posted', counts: { new: 1 } }]);
  });

  test('everything works with the keyboard alone, and the focus comes back', async ({ page, stage }) => {
    await stage.open(page);
    await stage.writeInvoices([invoice(1)]);
    await expect(banner(page)).toContainText('1 nouvelle écriture en attente');
    await page.keyboard.press('Tab');
    const button = banner(page).getByRole('button', { name: 'Comptabiliser' });
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Comptabiliser' });
    const post = dialog.getByRole('button', { name: 'Comptabiliser 1 écriture' });
    await expect(post).toBeEnabled();
    for (let i = 0; i < 25 && !(await post.evaluate((node) => node.matches(':focus'))); i += 1)
      await page.keyboard.press('Tab');
    await expect(post).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  });
});
