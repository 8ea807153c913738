import { act, render, screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { BannerExample } from '../examples.js';
import { EXAMPLE_NOW } from '../examples.js';
import type { Locale } from '../messages/locale.js';
import { BannerRoot } from '../root/banner-root.js';
import type { BannerRootProps } from '../root/banner-root.js';
import { createDomHostBridge } from '../root/host-bridge.js';
import { fakeClient } from './fake-client.js';
import type { FakeClient } from './fake-client.js';
import { testApp } from './test-app.js';

export interface RenderedBanner extends FakeClient {
  readonly show: FakeClient['show'];
  readonly rerender: (change: Partial<BannerRootProps>) => void;
  readonly unmount: () => void;
}

/** Tests only: a whole banner over a fake client, in the state of an example. */
export async function renderBanner(
  example: BannerExample,
  change: Partial<BannerRootProps> & { readonly fake?: FakeClient } = {},
): Promise<RenderedBanner> {
  const { fake = fakeClient(), ...given } = change;
  const locale: Locale = given.locale ?? 'fr';
  const props: BannerRootProps = {
    client: fake.client,
    app: testApp,
    scope: { product: example.product ?? 'compta', path: 'Compta 2026.cre' },
    locale,
    theme: 'light',
    height: 'fixed',
    host: createDomHostBridge(document.body),
    now: () => EXAMPLE_NOW,
    ...given,
  };
  const view = render(<BannerRoot {...props} />);
  await screen.findByRole('region', { name: 'Crésus Synchro' });
  await waitFor(() => expect(fake.watched).toHaveLength(1));
  const show: FakeClient['show'] = (snapshot) => act(() => fake.show(snapshot));
  if (example.snapshot !== null) show(example.snapshot);
  if (example.connection.status !== 'connected') act(() => fake.connection(example.connection));
  return {
    ...fake,
    show,
    connection: (connection) => act(() => fake.connection(connection)),
    rerender: (next) => view.rerender(<BannerRoot {...props} {...next} />),
    unmount: view.unmount,
  };
}
