import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  bannerExamples,
  chooserExamples,
  EXAMPLE_NOW,
  fileEntriesExamples,
  linkCapabilities,
  migrationDialogExamples,
  pressSelectors,
  restoreLinkExamples,
  signInExamples,
} from '../examples.js';
import type {
  BannerExample,
  ChooserExample,
  DialogExample,
  FileEntriesExample,
  SignInExample,
} from '../examples.js';
import { FileChooserDialog } from '../file-chooser.js';
import { FileEntriesDialog } from '../file-entries-dialog.js';
import { locales } from '../messages/locale.js';
import type { Locale } from '../messages/locale.js';
import { MigrationDialog } from '../migration-dialog.js';
import { RestoreLinkDialog } from '../restore-link-dialog.js';
import { SignInDialog } from '../sign-in-dialog.js';
import { allCatalogues } from '../testing/all-catalogues.js';
import { renderBanner } from '../testing/render-banner.js';
import { renderDialog } from '../testing/render-dialog.js';
import { stubLayout } from '../testing/stub-layout.js';

stubLayout();
beforeEach(() => {
  const page = { opener: null, closed: false, location: { replace: vi.fn() }, close: vi.fn() };
  vi.stubGlobal('open', () => page);
});

const keys = new Set(
  allCatalogues.flatMap(({ messages }) => Object.keys(messages).filter((key) => /[.-]/.test(key))),
);

/** Every control has a name, and nothing that is read or heard is a key, an unfilled argument or nothing at all. */
function expectSpoken(root: HTMLElement): void {
  for (const control of root.querySelectorAll('button, a, input, select')) {
    const label =
      control.getAttribute('aria-label') ?? (control as HTMLInputElement).labels?.[0]?.textContent;
    expect(label ?? control.textContent, control.outerHTML).toMatch(/\S{1}/);
  }
  const texts = [...root.querySelectorAll('*')].flatMap((element) => [
    element.getAttribute('aria-label') ?? '',
    ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? ''),
  ]);
  for (const text of texts) {
    expect(keys.has(text.trim()), text).toBe(false);
    expect(text).not.toMatch(/[{}]|undefined|\[object|NaN/);
  }
}

async function bring({ press = [] }: DialogExample): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve));
  });
  for (const one of press) {
    const button = () => screen.getByRole('dialog').querySelector(pressSelectors[one]);
    await waitFor(() => expect(button()).not.toBeNull());
    const found = button();
    if (found !== null) await userEvent.click(found);
  }
}

const inAll = <E,>(examples: Readonly<Record<string, E>>): (readonly [string, Locale, E])[] =>
  Object.entries(examples).flatMap(([name, example]) =>
    locales.map((locale) => [name, locale, example] as const),
  );

describe('every state can be read and operated', () => {
  it.each(inAll<BannerExample>(bannerExamples))('banner %s in %s', async (_, locale, example) => {
    await renderBanner(example, { locale, height: 'auto', now: () => EXAMPLE_NOW });
    expectSpoken(screen.getByRole('region'));
    cleanup();
  });

  it.each(inAll<SignInExample>(signInExamples))('sign-in %s in %s', async (_, locale, example) => {
    if (example.blocksPopUps === true) vi.stubGlobal('open', () => null);
    const { account, heldBack } = example;
    const dialog = <SignInDialog account={account} heldBack={heldBack} onClose={() => undefined} />;
    const view = await renderDialog(dialog, example, { locale });
    await bring(example);
    expectSpoken(view.dialog);
  });

  it.each(inAll<FileEntriesExample>(fileEntriesExamples))(
    'file-entries %s in %s',
    async (_, locale, example) => {
      const { snapshot, first } = example;
      const dialog = <FileEntriesDialog snapshot={snapshot} first={first} onClose={() => undefined} />;
      const view = await renderDialog(dialog, example, { locale });
      await bring(example);
      expectSpoken(view.dialog);
    },
  );

  it.each(inAll<DialogExample>(restoreLinkExamples))('restore-link %s in %s', async (_, locale, example) => {
    const dialog = (
      <RestoreLinkDialog
        mandateId="mandate-1"
        fileId="file-doc"
        capabilities={linkCapabilities}
        onClose={() => undefined}
      />
    );
    const view = await renderDialog(dialog, example, { locale });
    await bring(example);
    expectSpoken(view.dialog);
  });

  it.each(inAll<DialogExample>(migrationDialogExamples))('migration %s in %s', async (_, locale, example) => {
    const dialog = (
      <MigrationDialog mandateId="mandate-1" capabilities={linkCapabilities} onClose={() => undefined} />
    );
    const view = await renderDialog(dialog, example, { locale });
    await bring(example);
    expectSpoken(view.dialog);
  });

  it.each(inAll<ChooserExample>(chooserExamples))('chooser %s in %s', async (_, locale, example) => {
    const { pick, start, canBrowse } = example;
    const view = await renderDialog(
      <FileChooserDialog
        title="Rochat"
        sought="Facturation 2026.fac"
        extensions={['fac']}
        pick={pick}
        start={start}
        canBrowse={canBrowse}
        onChoose={() => undefined}
        onCancel={() => undefined}
      />,
      example,
      { locale },
    );
    await bring(example);
    expectSpoken(view.dialog);
  });
});
