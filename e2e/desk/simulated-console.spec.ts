import {
  accountingBanner,
  act,
  consoleOf,
  expect,
  invoicingBanner,
  openSimulation,
  test,
} from '../support/desk.js';

/** The console's commands over the world, with the programs beside it: what they are told changes at once. */
test.beforeEach(async ({ page, desk }) => {
  await page.setViewportSize({ width: 1400, height: 1000 });
  await openSimulation(page, desk.url);
  await consoleOf(page)
    .getByRole('link', { name: /Atelier Rochat/ })
    .last()
    .click();
});

test('a mandate is renamed and removed, and its programs fall silent; created again, it has its history', async ({
  page,
}) => {
  const inConsole = consoleOf(page);
  const command = async (name: string) => {
    await inConsole.getByRole('button', { name: 'Autres commandes du mandat' }).click();
    await inConsole.getByRole('menuitem', { name }).click();
  };
  await command('Renommer…');
  const renaming = inConsole.getByRole('dialog', { name: 'Renommer le mandat' });
  await renaming.getByRole('textbox').fill('Menuiserie d’Anna');
  await renaming.getByRole('button', { name: 'Renommer' }).click();
  await expect(inConsole.getByRole('heading', { name: 'Menuiserie d’Anna' })).toBeVisible();

  await command('Retirer le mandat…');
  const removing = inConsole.getByRole('dialog', { name: 'Retirer le mandat' });
  await expect(removing).toContainText('2 écritures attendent encore d’être comptabilisées');
  await removing.getByRole('button', { name: 'Retirer le mandat' }).click();
  await expect(inConsole.getByText('Aucun mandat sur cet ordinateur')).toBeVisible();
  await expect(accountingBanner(page)).not.toContainText('écritures');
  await expect(invoicingBanner(page)).not.toContainText('écritures');

  await inConsole
    .getByRole('textbox', { name: 'Fichier de la comptabilité' })
    .fill('/mandats/Rochat/Compta 2026.cre');
  await inConsole.getByRole('textbox', { name: 'Nom du mandat' }).fill('Menuiserie Rochat');
  await inConsole.getByRole('button', { name: 'Créer le mandat' }).click();
  await expect(accountingBanner(page)).toContainText('2 nouvelles écritures en attente');
  await inConsole.getByRole('tab', { name: 'Historique' }).click();
  await expect(inConsole.getByRole('button', { name: /Décomptabiliser/ }).first()).toBeVisible();
});

test('a copy of the document is chosen in its folder and attached, then detached', async ({ page }) => {
  const inConsole = consoleOf(page);
  const copy = 'Atelier Rochat - Copie.fac';
  await act(page, 'Copier le document de facturation');
  await inConsole.getByRole('button', { name: 'Autres commandes du mandat' }).click();
  await inConsole.getByRole('menuitem', { name: 'Attacher un fichier…' }).click();
  const dialog = inConsole.getByRole('dialog', { name: 'Attacher un fichier' });
  await dialog
    .getByRole('button', { name: /^Choisir…/ })
    .first()
    .click();
  await inConsole.getByRole('option', { name: copy }).click();
  await inConsole.getByRole('button', { name: /^Choisir «|^Choisir ce fichier/ }).click();
  await dialog.getByRole('button', { name: 'Attacher', exact: true }).click();
  const row = inConsole.getByRole('row').filter({ hasText: copy });
  await expect(row).toContainText('À sa place');
  await inConsole.getByRole('button', { name: `Détacher… – ${copy}` }).click();
  await inConsole
    .getByRole('dialog', { name: 'Détacher le fichier' })
    .getByRole('button', { name: 'Détacher', exact: true })
    .click();
  await expect(row).toHaveCount(0);
});
