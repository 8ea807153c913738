import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { exampleGroups } from './example-groups.js';
import { expect, test } from '../support/test.js';

/**
 * Every state that a person can see, once in French: it is there, axe finds nothing in it, it has room, and there is a
 * picture of it in `test-results` to look at. Some of them in all languages, themes and widths.
 */
interface Shown {
  readonly locale?: 'fr' | 'de' | 'it' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

async function show(page: Page, origin: string, example: string, shown: Shown = {}): Promise<void> {
  const { locale = 'fr', theme = 'light', width = 1000 } = shown;
  await page.setViewportSize({ width, height: 720 });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  // Another fragment alone would be no new page.
  await page.goto('about:blank');
  await page.goto(`${origin}/examples/#${example}?${new URLSearchParams({ locale, theme }).toString()}`);
  await expect(page.locator('html[data-ready]')).toBeAttached();
}

async function expectSound(page: Page, picture: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${picture}.png`) });
  const { violations } = await new AxeBuilder({ page })
    // The page around an example is no page of ours.
    .disableRules(['page-has-heading-one', 'landmark-one-main', 'region'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'sideways scrolling').toBeLessThanOrEqual(0);
}

/** So many in one page: a new page for each would take longer than what is looked at in it. */
const AT_ONCE = 12;

for (const [group, names] of Object.entries(exampleGroups))
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    test(`examples of ${group} from ${from + 1} on`, async ({ page, host }) => {
      for (const name of some)
        await test.step(`${group}/${name}`, async () => {
          await show(page, host.origin, `${group}/${name}`);
          await expectSound(page, `${group}-${name}`);
        });
    });
  }

const foremost = [
  'banner/all-kinds',
  'banner/everything-shared',
  'posting/entries',
  'chooser/three-files',
  'restore-link/with-five-along',
  'migration/mixed',
  'banner/own-entries-all',
  'file-entries/problems',
  'console/several',
];
for (const example of foremost)
  for (const locale of ['fr', 'de', 'it', 'en'] as const)
    test(`example ${example} in ${locale}, light and dark, wide and narrow`, async ({ page, host }) => {
      for (const theme of ['light', 'dark'] as const)
        for (const width of [1280, 720, 320])
          await test.step(`${theme}, ${width} px`, async () => {
            await show(page, host.origin, example, { locale, theme, width });
            await expectSound(page, `${example.replace('/', '-')}-${locale}-${theme}-${width}`);
          });
    });
