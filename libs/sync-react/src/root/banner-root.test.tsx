import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bannerExamples, entryExamples } from '../examples.js';
import { fakeClient } from '../testing/fake-client.js';
import { renderBanner } from '../testing/render-banner.js';
import { stubLayout } from '../testing/stub-layout.js';
import { testApp } from '../testing/test-app.js';
import { BannerRoot } from './banner-root.js';
import { createDomHostBridge } from './host-bridge.js';
import type { HostBridge } from './host-bridge.js';

stubLayout();

const setHidden = (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
};

const listened: (() => void)[] = [];
afterEach(() => {
  for (const stop of listened.splice(0)) stop();
});
const listen = (name: string, listener: (event: CustomEvent) => void) => {
  document.body.addEventListener(name, listener as EventListener);
  listened.push(() => document.body.removeEventListener(name, listener as EventListener));
};

describe('BannerRoot', () => {
  it('follows the scope it was given', async () => {
    const { watched } = await renderBanner(bannerExamples.nothing, {
      scope: { product: 'compta', path: 'C:\\Compta.cre', documentId: 'doc-1' },
    });
    expect(watched).toEqual([{ query: { product: 'compta', path: 'C:\\Compta.cre', documentId: 'doc-1' } }]);
  });

  it('closes the stream of a hidden page, comes back, and ends it with the banner', async () => {
    const { asked, unmount } = await renderBanner(bannerExamples.nothing);
    setHidden(true);
    setHidden(false);
    unmount();
    setHidden(true);
    expect(asked).toEqual(['pause', 'resume', 'stop']);
  });

  it('follows another document anew, and forgets the one before', async () => {
    const { asked, watched, rerender } = await renderBanner(bannerExamples['several-new']);
    rerender({ scope: { product: 'compta', path: 'Compta 2027.cre' } });
    expect(asked).toEqual(['stop']);
    expect(watched).toHaveLength(2);
    expect(screen.queryByText('3 nouvelles écritures en attente')).toBeNull();
  });

  it('says nothing for a document that belongs to no mandate', async () => {
    await renderBanner(bannerExamples['not-in-a-mandate']);
    expect(screen.queryAllByRole('listitem')).toEqual([]);
  });

  it('offers the command to the host first, which may take it over', async () => {
    const user = userEvent.setup();
    const details: unknown[] = [];
    listen('synchro-command', (event) => {
      details.push(event.detail);
      event.preventDefault();
    });
    await renderBanner(bannerExamples['several-new']);
    await user.click(screen.getByRole('button', { name: 'Comptabiliser' }));
    expect(details).toEqual([
      { command: 'post', mandateId: 'mandate-1', accountingFileId: 'file-cre', revision: 7 },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens its own dialog if the host does not', async () => {
    const user = userEvent.setup();
    const fake = fakeClient();
    fake.answer('listEntries', () => ({ revision: 7, items: entryExamples, nextCursor: null }));
    await renderBanner(bannerExamples['all-kinds'], { fake });
    await user.click(screen.getByRole('button', { name: 'Comptabiliser' }));
    // Its code takes its time to come where the machine is busy.
    const dialog = screen.findByRole('dialog', { name: 'Comptabiliser' }, { timeout: 5_000 });
    expect(await dialog).toBeTruthy();
  });

  it('shows the kinds that its app has in its list, and no other', async () => {
    const app = { ...testApp, kinds: ['held-elsewhere'] as const };
    const example = bannerExamples['held-elsewhere']; // beside it, entries are pending
    await renderBanner(example, { app, height: 'auto' });
    expect(example.snapshot.notifications).toHaveLength(2);
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(screen.queryByText(/en attente/)).toBeNull();
  });

  it('has no button for a dialog that its app does not bring along', async () => {
    await renderBanner(bannerExamples['several-new'], { app: { ...testApp, dialogs: {} } });
    expect(screen.getByText('3 nouvelles écritures en attente')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Comptabiliser' })).toBeNull();
  });

  it('asks the host for room while a dialog is open', async () => {
    const user = userEvent.setup();
    const fake = fakeClient();
    fake.answer('listEntries', () => ({ revision: 7, items: entryExamples, nextCursor: null }));
    const giveBack = vi.fn();
    const reserve = vi.fn<HostBridge['reserve']>(() => giveBack);
    const host = { command: () => Promise.resolve(false), resize: vi.fn(), reserve };
    await renderBanner(bannerExamples['all-kinds'], { fake, host });
    await user.click(screen.getByRole('button', { name: 'Comptabiliser' }));
    const dialog = await screen.findByRole('dialog', { name: 'Comptabiliser' });
    expect(reserve.mock.calls).toEqual([[880]]);
    expect(giveBack).not.toHaveBeenCalled();
    await user.click(within(dialog).getAllByRole('button', { name: 'Fermer' })[0]!);
    expect(giveBack).toHaveBeenCalledTimes(1);
  });

  it('lets many banners live on one page', async () => {
    const [first, second] = [fakeClient(), fakeClient()];
    await renderBanner(bannerExamples['one-new'], { fake: first });
    render(
      <BannerRoot
        client={second.client}
        app={testApp}
        scope={{ product: 'compta', path: 'Compta 2026.cre' }}
        locale="de"
        theme="dark"
        height="auto"
        host={createDomHostBridge(document.body)}
      />,
    );
    await waitFor(() => expect(second.watched).toHaveLength(1));
    act(() => second.show(bannerExamples['several-new'].snapshot));
    expect(screen.getByText('1 nouvelle écriture en attente')).toBeTruthy();
    expect(screen.getByText('3 neue Buchungen zu verbuchen')).toBeTruthy();
  });
});
