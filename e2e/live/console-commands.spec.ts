import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { createClient } from '@synchro/sync-core/client';
import { chartFile, entryFile, index, invoice, invoicesListed } from '@synchro/sync-testing';
import { expect, test } from '../support/test.js';
import { INVOICES_NAME } from '../support/stage.js';
import type { LiveStage } from '../support/live-stage.js';

/** What a fiduciary does with its mandates in the console, over a real agent and real files. */
const mandateLink = (page: Page, name: RegExp) => page.getByRole('link', { name });
const fileRow = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const command = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Autres commandes du mandat' }).click();
  await page.getByRole('menuitem', { name }).click();
};
const choose = (page: Page): Locator => page.getByRole('listbox');

async function openMandate(page: Page, { agentUrl, token }: LiveStage): Promise<void> {
  const { code } = await createClient({ url: agentUrl, token }).call('createSessionCode');
  await page.goto(`${agentUrl}/console/?locale=fr#code=${code}`);
  await mandateLink(page, /Atelier Rochat/).click();
}

test.describe('mandates in the console over a real agent', () => {
  test('renamed, removed after what waits was said, and back with its history when created again', async ({
    page,
    live,
  }) => {
    await live.writeInvoices([invoice(1)]);
    await openMandate(page, live);
    await live.post();
    await live.writeInvoices([invoice(1), invoice(2)]);
    await expect(page.getByRole('tab', { name: 'En attente (1)' })).toBeVisible();

    await command(page, 'Renommer…');
    const renaming = page.getByRole('dialog', { name: 'Renommer le mandat' });
    await renaming.getByRole('textbox').fill('Atelier Rochat & Fils');
    await renaming.getByRole('button', { name: 'Renommer' }).click();
    await expect(page.getByRole('heading', { name: 'Atelier Rochat & Fils' })).toBeVisible();

    await command(page, 'Retirer le mandat…');
    const removing = page.getByRole('dialog', { name: 'Retirer le mandat' });
    await expect(removing).toContainText('1 écriture attend encore d’être comptabilisée');
    await removing.getByRole('button', { name: 'Retirer le mandat' }).click();
    await expect(page.getByText('Aucun mandat sur cet ordinateur')).toBeVisible();
    expect(await readFile(live.accountingFile, 'utf8')).toContain('the accounting');

    await page.getByRole('textbox', { name: 'Fichier de la comptabilité' }).fill(live.accountingFile);
    await page.getByRole('textbox', { name: 'Nom du mandat' }).fill('Atelier Rochat');
    await page.getByRole('button', { name: 'Créer le mandat' }).click();
    await expect(page.getByRole('tab', { name: 'En attente (1)' })).toBeVisible();
    await page.getByRole('tab', { name: 'Historique' }).click();
    await expect(page.getByRole('button', { name: /Décomptabiliser/ })).toBeVisible();
  });

  test('a document is chosen in its folder, attached, detached, and its entry file proposed', async ({
    page,
    live,
  }) => {
    const document = 'Atelier Rochat.fac';
    await live.writeFile(document, new TextEncoder().encode('a document of invoicing: an opaque binary'));
    await openMandate(page, live);
    await page.getByRole('button', { name: 'Attacher un fichier…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Attacher un fichier' });
    await dialog
      .getByRole('button', { name: /^Choisir…/ })
      .first()
      .click();
    const row = choose(page).getByRole('option', { name: document });
    await row.click();
    await page.getByRole('button', { name: /^Choisir «|^Choisir ce fichier/ }).click();
    await expect(dialog.getByRole('textbox', { name: 'Fichier' })).toHaveValue(join(live.folder, document));
    await expect(dialog.getByRole('combobox', { name: 'Programme' })).toHaveValue('facturation');
    await dialog.getByRole('button', { name: 'Attacher', exact: true }).click();
    await expect(fileRow(page, document)).toContainText('À sa place');

    await page.getByRole('button', { name: `Détacher… – ${document}` }).click();
    const detaching = page.getByRole('dialog', { name: 'Détacher le fichier' });
    await detaching.getByRole('button', { name: 'Détacher', exact: true }).click();
    await expect(fileRow(page, document)).toHaveCount(0);
  });

  test('a new fiscal period beside the old one joins the mandate', async ({ page, live }) => {
    await live.writeInvoices([invoice(1)]);
    await openMandate(page, live);
    await expect(fileRow(page, 'Compta 2026.cre')).toBeVisible();
    await live.writeFile('Compta 2027.crp', chartFile(undefined, 2027));
    await live.writeFile('Compta 2027.ecc', Buffer.from(index(invoicesListed), 'latin1'));
    await live.writeFile('Compta 2027.cre', new TextEncoder().encode('the accounting of the next year'));
    await expect(fileRow(page, 'Compta 2027.cre')).toContainText('01.01.2027 – 31.12.2027', {
      timeout: 20_000,
    });
  });

  test('a lost document is sought in a folder that a person names, and the correction can be undone', async ({
    page,
    live,
  }) => {
    const document = 'Atelier Rochat.fac';
    const path = join(live.folder, document);
    await live.writeFile(document, new TextEncoder().encode(`invoicing ${'of many bytes '.repeat(5_000)}`));
    const client = createClient({ url: live.agentUrl, token: live.token });
    const [mandate] = (await client.call('listMandates')).items;
    const params = { mandateId: mandate!.id };
    const attached = await client.call('attachFile', { params, body: { product: 'facturation', path } });
    const linkOf = () => client.call('getLink', { params: { ...params, fileId: attached.id } });
    await expect.poll(async () => (await linkOf()).status).toBe('linked');

    const far = join(dirname(live.folder), 'archives', 'deep', 'deeper');
    await mkdir(far, { recursive: true });
    await rename(path, join(far, document));
    await openMandate(page, live);
    await expect(mandateLink(page, /Atelier Rochat/)).toContainText('1 document introuvable', {
      timeout: 20_000,
    });
    await expect(fileRow(page, document)).toContainText('Introuvable');
    await fileRow(page, document).getByRole('button', { name: 'Rétablir le lien' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rétablir le lien' });
    await dialog.getByRole('button', { name: 'Chercher dans un dossier…' }).click();
    await dialog
      .getByRole('textbox')
      .first()
      .fill(join(dirname(live.folder), 'archives'));
    await dialog.getByRole('textbox').first().press('Enter');
    // Named after the folder that is shown: what was typed has been gone to.
    await dialog.getByRole('button', { name: /^Choisir «.archives.»$/ }).click();
    await expect(dialog).toContainText(far, { timeout: 20_000 });
    await dialog.getByRole('button', { name: 'Rétablir le lien' }).click();
    await expect(dialog).toContainText('Le lien est rétabli');
    expect((await linkOf()).path).toBe(join(far, document));
    await dialog.getByRole('button', { name: 'Fermer' }).last().click();

    await page.getByRole('tab', { name: 'Historique' }).click();
    await page
      .getByRole('region', { name: 'Liens corrigés' })
      .getByRole('button', { name: 'Annuler' })
      .click();
    await expect(page.getByRole('region', { name: 'Liens corrigés' })).toContainText('Annulé le');
    expect((await linkOf()).path).toBe(path);
  });

  test('a renamed entry file: restored, and the accounting’s .ecc has its new name', async ({
    page,
    live,
  }) => {
    await live.writeInvoices([invoice(1)]);
    await openMandate(page, live);
    await expect(page.getByRole('tab', { name: 'En attente (1)' })).toBeVisible();
    const renamed = 'Rochat SA.ecf';
    await rename(join(live.folder, INVOICES_NAME), join(live.folder, renamed));
    await expect(fileRow(page, INVOICES_NAME)).toContainText('Renommé', { timeout: 20_000 });
    await fileRow(page, INVOICES_NAME).getByRole('button', { name: 'Rétablir le lien' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rétablir le lien' });
    await dialog.getByRole('button', { name: 'Rétablir le lien' }).click();
    await expect(dialog).toContainText('Le lien est rétabli');
    await dialog.getByRole('button', { name: 'Fermer' }).last().click();
    await expect
      .poll(() => readFile(join(live.folder, 'Compta 2026.ecc'), 'latin1'), { timeout: 30_000 })
      .toContain(`"${renamed}"`);
    await expect(page.getByRole('tab', { name: 'En attente (1)' })).toBeVisible();
    await writeFile(join(live.folder, renamed), entryFile([invoice(1), invoice(2)], { lot: 40 }));
    await expect(page.getByRole('tab', { name: 'En attente (2)' })).toBeVisible();
  });
});
