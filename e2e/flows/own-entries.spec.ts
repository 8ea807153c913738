import { AxeBuilder } from '@axe-core/playwright';
import { invoice, vatInvoice } from '@synchro/sync-testing';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.js';

const banner = (page: Page) => page.getByRole('region', { name: 'Crésus Synchro' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Écritures de ce document' });

test.describe('what invoicing and payroll are told of their own entries', () => {
  test('an unknown account is told where it can be corrected, and is over once it is', async ({
    page,
    stage,
  }) => {
    await stage.openDocument(page, 'facturation');
    await expect(banner(page)).toBeAttached();
    await stage.writeInvoices([
      invoice(1),
      invoice(2, { credit: '3299' }),
      invoice(3, { credit: '3299' }),
      ...vatInvoice(4),
    ]);
    await expect(banner(page)).toContainText('2 écritures ont un problème : compte 3299 inconnu');
    await banner(page).getByRole('button', { name: 'Afficher…' }).click();
    await expect(dialog(page).getByRole('tab', { selected: true })).toHaveText('À corriger (2)');
    await expect(dialog(page).getByRole('row', { name: /Facture 2/ })).toContainText('Compte 3299 inconnu');
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

    await stage.writeInvoices([invoice(1), invoice(2), invoice(3), ...vatInvoice(4)]);
    await expect(dialog(page)).toContainText('Aucune écriture n’est à corriger.');
    await dialog(page).getByRole('tab', { name: 'En attente (4)' }).click();
    await dialog(page)
      .getByRole('button', { name: /^Afficher les lignes.*Facture 4/ })
      .click();
    await expect(dialog(page).getByRole('row', { name: /Facture 4 TVA/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(banner(page)).toContainText('4 écritures attendent d’être comptabilisées');
    await expect(banner(page)).not.toContainText('problème');
  });

  test('payroll is told that what the accountant posts is locked, and that it is no longer when un-posted', async ({
    page,
    stage,
  }) => {
    await stage.openDocument(page, 'salaires');
    await stage.writeInvoices([invoice(1), invoice(2)]);
    await expect(banner(page)).toContainText('2 écritures attendent d’être comptabilisées');
    await stage.post();
    await expect(banner(page)).toContainText('2 écritures de salaires comptabilisées et verrouillées');
    await banner(page).getByRole('button', { name: 'Afficher…' }).click();
    await expect(dialog(page).getByRole('tab', { selected: true })).toHaveText('Comptabilisées (2)');
    await expect(dialog(page)).toContainText('Ces salaires sont verrouillés');
    await expect(dialog(page).getByRole('row', { name: /Facture 2/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await stage.unpost();
    await expect(banner(page)).not.toContainText('verrouillées');
    await expect(banner(page)).toContainText('2 écritures attendent d’être comptabilisées');
  });
});
