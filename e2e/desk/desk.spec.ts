import { AxeBuilder } from '@axe-core/playwright';
import {
  accounting,
  accountingBanner,
  act,
  expect,
  invoicing,
  openDesk,
  openSimulation,
  test,
  windowOf,
} from '../support/desk.js';

test('shows the programs and the console, and what invoicing writes in the banner of accounting', async ({
  page,
  desk,
}) => {
  await openDesk(page, desk.url);
  await expect(windowOf(page, /^Crésus Salaires –/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Crésus Synchro', exact: true })).toBeVisible();
  await invoicing(page).getByRole('button', { name: 'Écrire une facture' }).click();
  await expect(accountingBanner(page)).toContainText('3 nouvelles écritures en attente');
  await expect(invoicing(page).getByRole('listitem').filter({ hasText: '2026-023' })).toBeVisible();
});

test('loads nothing of the simulated world over real files', async ({ page, desk }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openDesk(page, desk.url);
  expect(asked).toContain('/desk.js');
  expect(asked.filter((path) => path.includes('simulate'))).toEqual([]);
});

test('simulates the same desk in the page, and goes back to the real one', async ({ page, desk }) => {
  await openDesk(page, desk.url);
  await openSimulation(page, desk.url);
  await expect(accounting(page)).toHaveAccessibleName('Crésus Comptabilité – Compta 2026');
  await act(page, 'Écrire une facture');
  await expect(accountingBanner(page)).toContainText('3 nouvelles écritures en attente');

  await act(page, 'Renommer le document de facturation');
  await act(page, 'Ouvrir les documents là où ils sont');
  await expect(invoicing(page)).toHaveAccessibleName('Crésus Facturation – Facturation 2026');
  await act(page, 'Se déconnecter');
  await expect(page.getByRole('button', { name: 'Se connecter comme Anna' })).toBeVisible();

  await page.getByRole('switch', { name: 'Simuler' }).uncheck();
  await expect(accounting(page)).toHaveAccessibleName(/Menuiserie Rochat 2026$/);
  await expect(accountingBanner(page)).toContainText('2 nouvelles écritures en attente');
});

test('answers again after the browser has ended the worker in the background', async ({ page, desk }) => {
  await openSimulation(page, desk.url);
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await act(page, 'Écrire une facture');
  await expect(accountingBanner(page)).toContainText('3 nouvelles écritures en attente', {
    timeout: 30_000,
  });
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in the windows around banners and console (${theme})`, async ({ page, desk }) => {
    await openSimulation(page, desk.url);
    await page.getByRole('switch', { name: 'Thème sombre' }).setChecked(theme === 'dark');
    // Banners and console have tests of their own; the two hundred lines of the year would only take time.
    const axe = ['.banner-slot > *', '#console', '#entries'].reduce(
      (builder, part) => builder.exclude(part),
      new AxeBuilder({ page }),
    );
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

for (const width of [1400, 900, 320])
  test(`is never wider than the screen, ${width} px`, async ({ page, desk }) => {
    await page.setViewportSize({ width, height: 900 });
    await openSimulation(page, desk.url);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
