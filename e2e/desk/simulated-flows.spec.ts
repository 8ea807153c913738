import type { Page } from '@playwright/test';
import {
  accountingBanner,
  act,
  consoleOf,
  consoleRow,
  expect,
  invoicingBanner,
  openSimulation,
  test,
  windowOf,
} from '../support/desk.js';

/** Each cause that only the world can bring about, and its end, seen in every program that it concerns. */
const payrollBanner = (page: Page) =>
  windowOf(page, /^Crésus Salaires –/).getByRole('region', { name: 'Crésus Synchro', exact: true });

test.beforeEach(async ({ page, desk }) => {
  await page.setViewportSize({ width: 1400, height: 1000 });
  await openSimulation(page, desk.url);
  await expect(
    consoleOf(page)
      .getByRole('link', { name: /Menuiserie|Rochat|Atelier/ })
      .first(),
  ).toBeVisible();
});

test('nobody signed in: amber in the programs, red in the console; signing in from a banner ends it', async ({
  page,
}) => {
  await act(page, 'Se déconnecter');
  await expect(accountingBanner(page)).toContainText(
    'La synchronisation ne peut pas se faire : aucun utilisateur n’est connecté',
  );
  for (const banner of [invoicingBanner(page), payrollBanner(page)])
    await expect(banner).toContainText('Aucun utilisateur connecté à Crésus Synchro');
  const row = consoleRow(page, /Erreur de synchronisation/);
  await expect(row).toBeVisible();

  const popUp = page.waitForEvent('popup');
  await invoicingBanner(page).getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Se connecter' }).click();
  const issuer = await popUp;
  await expect(page.getByRole('dialog')).toContainText('La page de connexion est ouverte');
  await issuer.getByRole('button').first().click();

  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(row).toBeHidden();
  for (const banner of [invoicingBanner(page), payrollBanner(page)])
    await expect(banner).not.toContainText('connecté');
  await expect(accountingBanner(page)).toContainText('2 nouvelles écritures en attente');
});

test('no internet: red in the console alone; retrying says why it is no use, until it is', async ({
  page,
}) => {
  await act(page, 'Couper Internet');
  const row = consoleOf(page)
    .getByRole('listitem')
    .filter({ hasText: /Erreur de synchronisation/ });
  await expect(row).toBeVisible();
  await expect(invoicingBanner(page)).toContainText('2 écritures attendent d’être comptabilisées');
  await expect(invoicingBanner(page)).not.toContainText('Erreur de synchronisation');
  await row.getByRole('button', { name: 'Réessayer' }).click();
  await expect(row).toContainText(/internet/i);
  await expect(row.getByRole('button', { name: 'Réessayer' })).toBeEnabled();
  await act(page, 'Rétablir Internet');
  await expect(row).toBeHidden();
});

test('a document that was renamed: told where it is opened and in the console, restored by one confirmation', async ({
  page,
}) => {
  await act(page, 'Renommer le document de facturation');
  const moved = consoleRow(page, /Un fichier a été déplacé ou renommé/);
  await expect(moved).toBeVisible();
  await act(page, 'Ouvrir les documents là où ils sont');
  await expect(invoicingBanner(page)).toContainText('Ce fichier n’est pas correctement attaché');

  await invoicingBanner(page).getByRole('button', { name: 'Rétablir le lien' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rétablir le lien' });
  await expect(dialog).toContainText('C’est le même fichier');
  await dialog.getByRole('button', { name: 'Rétablir le lien' }).click();
  await expect(dialog).toContainText('Le lien est rétabli');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(invoicingBanner(page)).not.toContainText('correctement attaché');
  await expect(moved).toBeHidden();
});

test('a folder that moved: one row in the console, and the migration puts everything right', async ({
  page,
}) => {
  await act(page, 'Déplacer le dossier du mandat');
  const inConsole = consoleOf(page);
  await expect(consoleRow(page, /Le dossier .* a été déplacé ou renommé/)).toBeVisible();
  await inConsole.getByRole('button', { name: 'Migrer…' }).first().click();
  const dialog = inConsole.getByRole('dialog', { name: 'Migrer' });
  await dialog.getByRole('button', { name: 'Aperçu…' }).click();
  await dialog.getByRole('button', { name: /^Migrer \d+ fichiers$/ }).click();
  await expect(dialog).toContainText(/rétabli|migré|corrigé/i);
  await dialog.getByRole('button', { name: 'Fermer' }).first().click();
  await expect(consoleRow(page, /a été déplacé ou renommé/)).toBeHidden();
  await act(page, 'Ouvrir les documents là où ils sont');
  await expect(accountingBanner(page)).toContainText('2 nouvelles écritures en attente');
});

test('a drive that is unplugged: its files are missing, not moved; and quiet again', async ({ page }) => {
  await act(page, 'Débrancher le disque');
  await expect(consoleRow(page, /fichier introuvable/).first()).toBeVisible();
  await expect(consoleRow(page, /déplacé/)).toHaveCount(0);
  await act(page, 'Rebrancher le disque');
  await expect(consoleRow(page, /introuvable/)).toHaveCount(0);
});
