import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createClient } from '@synchro/sync-core/client';
import { invoice } from '@synchro/sync-testing';
import { expect, test } from '../support/test.js';
import type { LiveStage } from '../support/live-stage.js';

/** As the agent's own link opens it: by a one-time code, so that the page has a session. */
async function openConsole(page: Page, { agentUrl, token }: LiveStage): Promise<void> {
  const { code } = await createClient({ url: agentUrl, token }).call('createSessionCode');
  await page.goto(`${agentUrl}/console/?locale=fr#code=${code}`);
}
const row = (page: Page, text: RegExp) => page.getByRole('listitem').filter({ hasText: text });

test.describe('the console over a real agent', () => {
  test('shows mandate and files, posts what waits, and has it in the history', async ({ page, live }) => {
    await live.writeInvoices([invoice(1), invoice(2)]);
    await openConsole(page, live);
    await expect(page).not.toHaveURL(/code=/);
    await page.getByRole('link', { name: /Atelier Rochat/ }).click();
    await expect(page.getByText('Compta 2026.cre')).toBeVisible();

    await page.getByRole('tab', { name: 'En attente (2)' }).click();
    await expect(page.getByText('Facture 2', { exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByText('Facture 2', { exact: true })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

    await page
      .getByRole('button', { name: /^Comptabiliser/ })
      .last()
      .click();
    await expect(page.getByText(/2 .*comptabilisées/).first()).toBeVisible();
    await page.getByRole('tab', { name: 'Historique' }).click();
    await expect(page.getByRole('button', { name: /Décomptabiliser/ })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('tab', { name: /En attente/ })).toHaveAttribute('aria-selected', 'true');
    expect(await live.postings()).toHaveLength(1);
  });

  test('creates a mandate from its accounting file, and says what is wrong with another', async ({
    page,
    live,
  }) => {
    const other = join(dirname(live.folder), 'Boulangerie');
    await mkdir(other);
    await writeFile(join(other, 'Boulangerie 2026.cre'), 'another accounting: an opaque binary');
    await openConsole(page, live);
    await page.getByRole('link', { name: 'Créer un mandat' }).click();
    await page.getByRole('textbox', { name: 'Fichier de la comptabilité' }).fill(join(other, 'Nobody.cre'));
    await page.getByLabel('Nom du mandat').fill('Boulangerie Aux Trois Épis');
    await page.getByRole('button', { name: 'Créer le mandat' }).click();
    await expect(
      page.getByRole('textbox', { name: 'Fichier de la comptabilité' }),
    ).toHaveAccessibleDescription(/fichier/);
    await page
      .getByRole('textbox', { name: 'Fichier de la comptabilité' })
      .fill(join(other, 'Boulangerie 2026.cre'));
    await page.getByRole('button', { name: 'Créer le mandat' }).click();
    await expect(page.getByRole('heading', { name: 'Boulangerie Aux Trois Épis' })).toBeVisible();
  });

  test('a folder that was renamed in the file manager: told as one, and migrated with one button', async ({
    page,
    live,
  }) => {
    await live.writeInvoices([invoice(1)]);
    await openConsole(page, live);
    await expect(page.getByRole('link', { name: /Atelier Rochat/ })).toContainText('1 nouvelle écriture');
    await rename(live.folder, `${live.folder} SA`);
    await expect(row(page, /Le dossier .* a été déplacé ou renommé \(2 fichiers\)/)).toBeVisible({
      timeout: 30_000,
    });
    await page.getByRole('button', { name: 'Migrer…' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Migrer' });
    await dialog.getByRole('button', { name: 'Aperçu…' }).click();
    await dialog.getByRole('button', { name: 'Migrer 2 fichiers' }).click();
    await dialog.getByRole('button', { name: 'Fermer' }).first().click();
    await expect(row(page, /a été déplacé ou renommé/)).toBeHidden();
    await expect(page.getByRole('link', { name: /Atelier Rochat/ }).first()).toContainText(
      '1 nouvelle écriture',
    );
  });
});
