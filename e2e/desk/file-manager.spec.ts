import { accountingBanner, act, consoleOf, consoleRow, expect } from '../support/desk.js';
import { invoicing, invoicingBanner, openDesk, test } from '../support/desk.js';

/** What a user does in the file manager to real files, and what the real agent makes of it. */
test.beforeEach(async ({ page, desk }) => {
  await page.setViewportSize({ width: 1400, height: 1000 });
  await openDesk(page, desk.url);
  await expect(
    consoleOf(page)
      .getByRole('link', { name: /Menuiserie Rochat/ })
      .first(),
  ).toBeVisible();
});

test('a document that was renamed has come loose where it is opened, until its link is restored', async ({
  page,
}) => {
  await act(page, 'Renommer le document de facturation');
  await expect(consoleRow(page, /Un fichier a été déplacé ou renommé/)).toBeVisible();
  await act(page, 'Ouvrir les documents là où ils sont');
  await expect(invoicing(page)).toHaveAccessibleName('Crésus Facturation – Facturation Rochat 2026');
  await expect(invoicingBanner(page)).toContainText('Ce fichier n’est pas correctement attaché');

  await invoicingBanner(page).getByRole('button', { name: 'Rétablir le lien' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rétablir le lien' });
  await expect(dialog).toContainText('C’est le même fichier');
  await dialog.getByRole('button', { name: 'Rétablir le lien' }).click();
  await expect(dialog).toContainText('Le lien est rétabli');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(invoicingBanner(page)).not.toContainText('correctement attaché');
  await expect(consoleRow(page, /déplacé ou renommé/)).toHaveCount(0);

  // Back to the name that the mandate no longer has: moved again, and whole after a reset.
  await act(page, 'Lui rendre son nom');
  await expect(consoleRow(page, /Un fichier a été déplacé ou renommé/)).toBeVisible();
  await act(page, 'Tout remettre au début');
  await expect(invoicing(page)).toHaveAccessibleName('Crésus Facturation – Facturation Rochat');
  await expect(consoleRow(page, /déplacé ou renommé/)).toHaveCount(0);
});

test('a folder that moved is told as one, the migration puts all right, and a reset is whole again', async ({
  page,
}) => {
  await act(page, 'Déplacer le dossier du mandat');
  await expect(consoleRow(page, /Le dossier Menuiserie Rochat a été déplacé ou renommé/)).toBeVisible();
  await consoleOf(page).getByRole('button', { name: 'Migrer…' }).first().click();
  const dialog = consoleOf(page).getByRole('dialog', { name: 'Migrer' });
  await dialog.getByRole('button', { name: 'Aperçu…' }).click();
  await dialog.getByRole('button', { name: 'Migrer 5 fichiers' }).click();
  await dialog.getByRole('button', { name: 'Fermer' }).first().click();
  await expect(consoleRow(page, /a été déplacé ou renommé/)).toBeHidden();
  await act(page, 'Ouvrir les documents là où ils sont');
  await act(page, 'Écrire une facture');
  await expect(accountingBanner(page)).toContainText('3 nouvelles écritures en attente');
  await expect(invoicingBanner(page)).toContainText('3 écritures attendent d’être comptabilisées');
  await expect(invoicingBanner(page)).not.toContainText('correctement attaché');

  await act(page, 'Tout remettre au début');
  await expect(accountingBanner(page)).toContainText('2 nouvelles écritures en attente');
  await act(page, 'Écrire une facture');
  await expect(accountingBanner(page)).toContainText('3 nouvelles écritures en attente');
  await expect(
    consoleOf(page)
      .getByRole('listitem')
      .filter({ hasText: /déplacé|introuvable/ }),
  ).toHaveCount(0);
});

test('a copy disturbs nobody who has the original open', async ({ page }) => {
  await act(page, 'Copier le document de facturation');
  // What is said of a folder comes with its scan: this one has been scanned when the next entry shows.
  await act(page, 'Écrire une facture');
  await expect(accountingBanner(page)).toContainText('3 nouvelles écritures en attente');
  await expect(invoicingBanner(page)).toContainText('3 écritures attendent d’être comptabilisées');
  await expect(invoicingBanner(page)).not.toContainText('correctement attaché');
  await expect(consoleRow(page, /déplacé|copie/)).toHaveCount(0);
  await act(page, 'Ouvrir la copie');
  await expect(invoicingBanner(page)).toContainText('Ce fichier est une copie de Facturation Rochat.fac');
  await act(page, 'Ouvrir les documents là où ils sont');
  await expect(invoicingBanner(page)).not.toContainText('est une copie');
  await act(page, 'Enlever la copie');
  await expect(page.getByRole('button', { name: 'Copier le document de facturation' })).toBeVisible();
});

test('a drive that is unplugged: missing and not moved, nothing is written, and quiet again', async ({
  page,
}) => {
  await act(page, 'Débrancher le disque');
  await expect(accountingBanner(page)).toContainText('fichier introuvable');
  await consoleOf(page)
    .getByRole('button', { name: /Afficher les \d autres/ })
    .click();
  await expect(consoleRow(page, /fichier introuvable|est introuvable/)).toHaveCount(3);
  await expect(consoleRow(page, /déplacé/)).toHaveCount(0);
  await expect(invoicingBanner(page)).not.toContainText('déplacé');

  await act(page, 'Écrire une facture');
  await expect(page.getByRole('alert').filter({ hasText: 'Le disque est débranché' })).toBeVisible();

  await act(page, 'Rebrancher le disque');
  await expect(accountingBanner(page)).not.toContainText('introuvable');
  await expect(consoleRow(page, /introuvable/)).toHaveCount(0);
  await act(page, 'Écrire une facture');
  await expect(accountingBanner(page)).toContainText('3 nouvelles écritures en attente');
});
