import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { EXAMPLE_NOW } from '../examples.js';
import type { DialogExample } from '../examples.js';
import type { Product } from '../contract-types.js';
import { loadBannerMessages } from '../messages/banner-messages.js';
import { createTranslate } from '../messages/create-translate.js';
import type { Locale } from '../messages/locale.js';
import { createDomHostBridge } from '../root/host-bridge.js';
import { SynchroContext } from '../root/synchro-context.js';
import { answerAs } from './answer-as.js';
import { fakeClient } from './fake-client.js';
import type { FakeClient } from './fake-client.js';

export interface RenderedDialog extends FakeClient {
  readonly dialog: HTMLElement;
  readonly rerender: (dialog: ReactElement) => void;
}

/** Tests only: a dialog over a fake client that answers as an example says. */
export async function renderDialog(
  dialog: ReactElement,
  example: DialogExample,
  { locale = 'fr', product }: { readonly locale?: Locale; readonly product?: Product } = {},
): Promise<RenderedDialog> {
  const fake = fakeClient();
  answerAs(fake, example);
  const t = createTranslate(locale, await loadBannerMessages(locale));
  const host = createDomHostBridge(document.body);
  const now = () => EXAMPLE_NOW;
  const context = {
    client: fake.client,
    locale,
    t,
    host,
    now,
    ...(product === undefined ? {} : { product }),
  };
  const around = (element: ReactElement) => <SynchroContext value={context}>{element}</SynchroContext>;
  const view = render(around(dialog));
  return {
    ...fake,
    // The first of a file waits for the texts, which take their time where the machine is busy.
    dialog: await screen.findByRole('dialog', {}, { timeout: 5_000 }),
    rerender: (next) => view.rerender(around(next)),
  };
}
