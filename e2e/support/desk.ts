import type { Page } from '@playwright/test';
import { expect, test as base } from '../support/test.js';
import { startDesk } from '../support/desk-process.js';
import type { RunningDesk } from '../support/desk-process.js';

export const test = base.extend<object, { desk: RunningDesk }>({
  desk: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from the pattern
    async ({}, use) => {
      const desk = await startDesk();
      await use(desk);
      await desk.stop();
    },
    { scope: 'worker' },
  ],
});

export const windowOf = (page: Page, name: RegExp) => page.getByRole('region', { name });
export const accounting = (page: Page) => windowOf(page, /^Crésus Comptabilité –/);
export const accountingBanner = (page: Page) =>
  accounting(page).getByRole('region', { name: 'Crésus Synchro', exact: true });
export const invoicing = (page: Page) => windowOf(page, /^Crésus Facturation –/);
export const invoicingBanner = (page: Page) =>
  invoicing(page).getByRole('region', { name: 'Crésus Synchro', exact: true });
export const consoleOf = (page: Page) => page.frameLocator('#console iframe');
/** A row of the console's banner; what is only read aloud is none. */
export const consoleRow = (page: Page, text: RegExp) =>
  consoleOf(page).getByRole('listitem').filter({ hasText: text });
export const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The desk at its beginning, whatever an earlier test did with it. */
export async function openDesk(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await act(page, 'Tout remettre au début');
  await expect(accountingBanner(page)).toContainText('2 nouvelles écritures en attente');
}

export const openSimulation = async (page: Page, url: string) => {
  await page.goto(url);
  await page.getByRole('switch', { name: 'Simuler' }).check();
  await expect(page).toHaveURL(/\/simulate\/#/);
  await expect(accountingBanner(page)).toContainText('2 nouvelles écritures en attente');
};

export { expect };
