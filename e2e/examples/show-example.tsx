import { answerConsole, consoleExamples, pressButtons } from '@synchro/synchro-console/examples';
import type { ConsoleExample } from '@synchro/synchro-console/examples';
import { ConsoleRoot } from '@synchro/synchro-console/console-root';
import { BannerRoot, createDomHostBridge } from '@synchro/sync-react';
import { answerAs, fakeClient, testApp } from '@synchro/sync-react/example-stage';
import type { FakeClient } from '@synchro/sync-react/example-stage';
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
} from '@synchro/sync-react/examples';
import type {
  BannerExample,
  ChooserExample,
  DialogExample,
  FileEntriesExample,
  SignInExample,
} from '@synchro/sync-react/examples';
import { DetailsDialog } from '@synchro/sync-react/details-dialog';
import { FileChooserDialog } from '@synchro/sync-react/file-chooser';
import { FileEntriesDialog } from '@synchro/sync-react/file-entries-dialog';
import { MigrationDialog } from '@synchro/sync-react/migration-dialog';
import { PostingDialog } from '@synchro/sync-react/posting-dialog';
import { RestoreLinkDialog } from '@synchro/sync-react/restore-link-dialog';
import { SignInDialog } from '@synchro/sync-react/sign-in-dialog';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { ExampleAddress } from './address.js';
import { DialogStage } from './dialog-stage.js';
import type { exampleGroups } from './example-groups.js';
import { postingExamples } from './posting-examples.js';

const now = () => EXAMPLE_NOW;
const ignore = () => undefined;

/** Shows one example, brought to its state; `data-ready` on the page says that it is there. */
export async function showExample(place: Element, address: ExampleAddress): Promise<void> {
  const fake = fakeClient();
  const { element, bring } = exampleOf(fake, address);
  createRoot(place).render(element);
  await bring();
  document.documentElement.dataset['ready'] = '';
}

interface Shown {
  readonly element: ReactElement;
  /** What has to happen once it is there. */
  readonly bring: () => Promise<void>;
}

function exampleOf(fake: FakeClient, address: ExampleAddress): Shown {
  const { name } = address;
  switch (address.group as keyof typeof exampleGroups) {
    case 'banner':
      return banner(fake, find<BannerExample>(bannerExamples, name), address);
    case 'details': {
      const { snapshot } = find<BannerExample>(bannerExamples, name);
      const item = snapshot?.notifications.find(
        ({ action }) => action === 'details' || action === 'take-over',
      );
      if (snapshot === null || item === undefined) throw new Error(`${name} has no details.`);
      const element = <DetailsDialog snapshot={snapshot} itemId={item.id} onClose={ignore} />;
      return dialog(fake, element, { answers: {} }, address);
    }
    case 'posting': {
      const { snapshot } = find<BannerExample>(bannerExamples, 'all-kinds');
      if (snapshot === null) throw new Error('The example has no snapshot.');
      fake.answer('listEntries', find<() => unknown>(postingExamples, name));
      fake.answer('listPostings', () => ({ items: [] }));
      const element = <PostingDialog snapshot={snapshot} onClose={ignore} />;
      return dialog(fake, element, { answers: {} }, address);
    }
    case 'sign-in': {
      const example = find<SignInExample>(signInExamples, name);
      const blocked = example.blocksPopUps === true;
      window.open = () => (blocked ? null : (aWindow() as unknown as Window));
      const { account, heldBack } = example;
      const element = <SignInDialog account={account} heldBack={heldBack} onClose={ignore} />;
      return dialog(fake, element, example, address);
    }
    case 'chooser': {
      const example = find<ChooserExample>(chooserExamples, name);
      const { pick, start, canBrowse } = example;
      const element = (
        <FileChooserDialog
          title={pick === 'file' ? 'Facturation' : 'Rochat'}
          sought={pick === 'file' ? 'Facturation 2026.fac' : null}
          extensions={pick === 'file' ? ['fac'] : []}
          pick={pick}
          start={start}
          canBrowse={canBrowse}
          onChoose={ignore}
          onCancel={ignore}
        />
      );
      return dialog(fake, element, example, address);
    }
    case 'restore-link': {
      const element = (
        <RestoreLinkDialog
          mandateId="mandate-1"
          fileId="file-doc"
          capabilities={linkCapabilities}
          onClose={ignore}
        />
      );
      return dialog(fake, element, find<DialogExample>(restoreLinkExamples, name), address);
    }
    case 'migration': {
      const element = (
        <MigrationDialog
          mandateId="mandate-1"
          mandateName="Menuiserie Rochat"
          capabilities={linkCapabilities}
          onClose={ignore}
        />
      );
      return dialog(fake, element, find<DialogExample>(migrationDialogExamples, name), address);
    }
    case 'file-entries': {
      const example = find<FileEntriesExample>(fileEntriesExamples, name);
      const { snapshot, first } = example;
      const element = <FileEntriesDialog snapshot={snapshot} first={first} onClose={ignore} />;
      return dialog(fake, element, example, address);
    }
    case 'console':
      return consolePage(fake, find<ConsoleExample>(consoleExamples, name), address);
  }
}

function banner(fake: FakeClient, example: BannerExample, { locale, theme, height }: ExampleAddress): Shown {
  const element = (
    <BannerRoot
      client={fake.client}
      app={testApp}
      scope={{ product: example.product ?? 'compta', path: 'S:\\Mandats\\Rochat\\Compta 2026.cre' }}
      locale={locale}
      theme={theme}
      height={height}
      host={createDomHostBridge(document.body)}
      now={now}
    />
  );
  return { element, bring: () => say(fake, example.snapshot, example.connection) };
}

function consolePage(fake: FakeClient, example: ConsoleExample, { locale, theme }: ExampleAddress): Shown {
  answerConsole(fake, example);
  const element = <ConsoleRoot client={fake.client} locale={locale} theme={theme} now={now} />;
  if (example.at !== undefined) history.replaceState(null, '', example.at);
  const bring = async () => {
    await say(fake, example.overview, example.connection);
    await pressButtons(example.press ?? []);
    await nextFrame();
  };
  return { element, bring };
}

/** Says what the example's service has said, once somebody listens. */
async function say(
  fake: FakeClient,
  snapshot: Parameters<FakeClient['show']>[0] | null,
  connection: Parameters<FakeClient['connection']>[0],
): Promise<void> {
  await until(() => fake.watched.length > 0);
  if (snapshot !== null) fake.show(snapshot);
  if (connection.status !== 'connected') fake.connection(connection);
  await nextFrame();
}

function dialog(
  fake: FakeClient,
  element: ReactElement,
  example: DialogExample,
  address: ExampleAddress,
): Shown {
  answerAs(fake, example);
  return {
    element: (
      <DialogStage client={fake.client} locale={address.locale} theme={address.theme}>
        {element}
      </DialogStage>
    ),
    bring: async () => {
      await until(() => document.querySelector('dialog') !== null);
      for (const press of example.press ?? []) {
        const button = () => document.querySelector<HTMLElement>(`dialog ${pressSelectors[press]}`);
        await until(() => button() !== null);
        button()?.click();
        await nextFrame();
      }
      await nextFrame();
    },
  };
}

/** The window in which somebody signs in; only that there is one matters. */
const aWindow = () => ({ opener: null, closed: false, location: { replace: ignore }, close: ignore });

function find<E>(examples: Readonly<Record<string, E>>, name: string): E {
  const example = examples[name];
  if (example === undefined) throw new Error(`There is no example ${name}.`);
  return example;
}

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await nextFrame();
}
