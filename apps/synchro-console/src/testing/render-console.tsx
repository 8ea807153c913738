import { stubLayout, fakeClient } from '@synchro/sync-react/testing';
import type { FakeClient } from '@synchro/sync-react/testing';
import type { Locale } from '@synchro/sync-react';
import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, vi } from 'vitest';
import { ConsoleRoot } from '../console-root.js';
import { answerConsole } from '../examples/answer-console.js';
import { EXAMPLE_NOW } from '../examples/example-parts.js';
import { pressButtons } from '../examples/press-buttons.js';
import type { LoadFileChooser } from '../file-field/file-chooser-context.js';
import type { ConsoleExample } from '../examples/console-examples.js';

/** Tests only: an empty page of a wide window for each test, at the list's address. */
export function stubPage(): void {
  stubLayout();
  beforeEach(() => {
    history.replaceState(null, '', '#/');
    vi.stubGlobal('matchMedia', () => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
  });
}

/** Tests only: the whole console over a fake client, in the state of an example. */
export async function renderConsole(
  example: ConsoleExample,
  options: {
    readonly hash?: string;
    readonly locale?: Locale;
    readonly now?: () => number;
    readonly loadFileChooser?: LoadFileChooser;
  } = {},
): Promise<FakeClient> {
  const {
    hash = example.at ?? '#/',
    locale = 'fr',
    now = () => EXAMPLE_NOW,
    loadFileChooser = null,
  } = options;
  const fake = fakeClient();
  const { overview } = example;
  answerConsole(fake, example);
  history.replaceState(null, '', hash);

  render(
    <ConsoleRoot
      client={fake.client}
      locale={locale}
      theme="light"
      now={now}
      loadFileChooser={loadFileChooser}
    />,
  );
  await screen.findByRole('banner');
  await waitFor(() => expect(fake.watched).toHaveLength(1));
  const show: FakeClient['show'] = (snapshot) => act(() => fake.show(snapshot));
  if (overview !== null) show(overview);
  if (example.connection.status !== 'connected') act(() => fake.connection(example.connection));
  await pressButtons(example.press ?? [], (find) =>
    waitFor(() => {
      const found = find();
      if (found === null || found === undefined) throw new Error('It is not there yet.');
      return found;
    }),
  );
  return { ...fake, show, connection: (connection) => act(() => fake.connection(connection)) };
}
