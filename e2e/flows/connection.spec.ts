import { invoice } from '@synchro/sync-testing';
import { expect, test } from '../support/test.js';

test.describe('without the service', () => {
  test('killed under an open banner: what is known stays, it is said to be old, and it catches up', async ({
    page,
    stage,
  }) => {
    await stage.open(page);
    const banner = page.getByRole('region', { name: 'Crésus Synchro' });
    await stage.writeInvoices([invoice(1)]);
    await expect(banner).toContainText('1 nouvelle écriture en attente');
    await stage.stopService();
    await expect(banner).toContainText(
      /Reconnexion… l’état affiché date de|Reconnexion… l'état affiché date de/,
    );
    await expect(banner).toContainText('1 nouvelle écriture en attente');
    await stage.startService();
    await stage.writeInvoices([invoice(1), invoice(2)]);
    await expect(banner).toContainText('2 nouvelles écritures en attente', { timeout: 20_000 });
    await expect(banner).not.toContainText('Reconnexion');
  });
});
