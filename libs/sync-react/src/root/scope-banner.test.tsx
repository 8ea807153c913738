import { CallError } from '@synchro/sync-core/client';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { accountExamples, aSnapshot, bannerExamples, linkExamples, migrationExamples } from '../examples.js';
import type { BannerExample } from '../examples.js';
import { renderBanner } from '../testing/render-banner.js';
import { stubLayout } from '../testing/stub-layout.js';
import type { HostBridge, HostCommand } from './host-bridge.js';

stubLayout();

/** A dialog's code takes its time to come where the machine is busy. */
const CODE = { timeout: 5_000 };

const aHost = (takes: (command: HostCommand) => boolean): HostBridge => ({
  command: (command) => Promise.resolve(takes(command)),
  resize: () => undefined,
  reserve: () => () => undefined,
});

async function press(example: BannerExample, button: string, host?: (command: HostCommand) => boolean) {
  const user = userEvent.setup();
  const banner = await renderBanner(example, host === undefined ? {} : { host: aHost(host) });
  await user.click(screen.getByRole('button', { name: button }));
  return banner;
}

describe('what the buttons of a banner do', () => {
  it('Se connecter opens the sign-in dialog, which the stream closes', async () => {
    const { show } = await press(bannerExamples['signed-out'], 'Se connecter');
    const dialog = await screen.findByRole('dialog', { name: 'Connexion à Crésus Synchro' }, CODE);
    expect(dialog.textContent).toMatch(/14 écritures attendent/);
    show({ ...aSnapshot([]), account: accountExamples['signed-in'] });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryAllByRole('listitem')).toEqual([]);
  });

  it('Rétablir le lien asks about the document that the program has open', async () => {
    const user = userEvent.setup();
    const banner = await renderBanner(bannerExamples['detached-moved'], {
      scope: { product: 'facturation', path: 'S:\\Archives\\Facturation 2026.fac', documentId: 'doc-1' },
    });
    banner.answer('getLink', () => linkExamples.moved);
    await user.click(screen.getByRole('button', { name: 'Rétablir le lien' }));
    expect(await screen.findByRole('dialog', { name: 'Rétablir le lien' }, CODE)).toBeTruthy();
    expect(banner.calls).toMatchObject([
      {
        operation: 'getLink',
        input: {
          params: { mandateId: 'mandate-1', fileId: 'file-doc' },
          query: { path: 'S:\\Archives\\Facturation 2026.fac', documentId: 'doc-1' },
        },
      },
    ]);
    expect(banner.calls[0]?.input.query).not.toHaveProperty('product');
  });

  it('Migrer… opens the migration of the mandate', async () => {
    const user = userEvent.setup();
    const banner = await renderBanner(bannerExamples['folder-moved']);
    banner.answer('getMigration', () => ({ links: migrationExamples['folder-moved'] }));
    await user.click(screen.getByRole('button', { name: 'Migrer…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Migrer' }, CODE);
    expect(await within(dialog).findByRole('button', { name: 'Aperçu…' })).toBeTruthy();
  });

  it('Réessayer synchronises the mandate again, and B4 says in place why it failed', async () => {
    const user = userEvent.setup();
    const banner = await renderBanner(bannerExamples['sync-no-internet']);
    banner.answer('retrySync', () => {
      throw new CallError('no-internet', 503, '', {});
    });
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    await waitFor(() =>
      expect(banner.calls).toMatchObject([
        { operation: 'retrySync', input: { body: { mandates: ['mandate-1'] } } },
      ]),
    );
    const row = within(screen.getByRole('region')).getAllByRole('listitem')[0];
    await waitFor(() => expect(row?.textContent).toMatch(/vérifiez l’accès à internet, puis réessayez/));
    expect(banner.asked).not.toContain('retryNow');
  });

  it('Annuler takes a restored link back, and B4 says in place why it could not be', async () => {
    const user = userEvent.setup();
    const banner = await renderBanner(bannerExamples['link-restored']);
    banner.answer('undoLinkChange', () => {
      throw new CallError('link-outdated', 409, '', {});
    });
    await user.click(screen.getByRole('button', { name: 'Annuler' }));
    const row = within(screen.getByRole('region')).getAllByRole('listitem')[0];
    await waitFor(() => expect(row?.textContent).toMatch(/Rien n’a été changé/));
    expect(banner.calls).toMatchObject([
      {
        operation: 'undoLinkChange',
        input: { params: { mandateId: 'mandate-1', changeId: 'change-1' } },
      },
    ]);
    banner.answer('undoLinkChange', () => undefined);
    await user.click(screen.getByRole('button', { name: 'Annuler' }));
    await waitFor(() => expect(row?.textContent).not.toMatch(/Rien n’a été changé/));
    expect(banner.calls).toHaveLength(2);
  });

  it('B2: a restored link is said in green, by icon and word', async () => {
    await renderBanner(bannerExamples['link-restored']);
    const row = within(screen.getByRole('region')).getAllByRole('listitem')[0];
    expect(row?.dataset['severity']).toBe('success');
    expect(row?.textContent).toMatch(/^Terminé.*Lien rétabli/);
    expect(row?.querySelector('svg')).not.toBeNull();
  });

  it.each([
    ['signed-out', 'Se connecter', { command: 'sign-in', mandateId: 'mandate-1' }],
    [
      'detached-moved',
      'Rétablir le lien',
      { command: 'restore-link', mandateId: 'mandate-1', fileId: 'file-doc' },
    ],
  ] as const)('%s: the host is asked first, and may take it over', async (name, button, command) => {
    const host = vi.fn(() => true);
    await press(bannerExamples[name], button, host);
    expect(host).toHaveBeenCalledWith(command);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('draws no button for what the service cannot do', async () => {
    await renderBanner(bannerExamples['signed-out-unsupported']);
    expect(within(screen.getByRole('region')).getAllByRole('listitem')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Se connecter' })).toBeNull();
  });
});

describe('which document is open', () => {
  it('is told to the service once, and its failure does not stop the stream', async () => {
    const { opened, watched, connection } = await renderBanner(bannerExamples['one-new'], {
      scope: { product: 'facturation', path: 'S:\\a.fac', documentId: 'doc-1' },
    });
    connection({ status: 'reconnecting', reason: 'silent', since: 0, retryAt: 1 });
    connection({ status: 'connected', since: 2 });
    expect(opened).toEqual([{ product: 'facturation', path: 'S:\\a.fac', documentId: 'doc-1' }]);
    expect(watched).toHaveLength(1);
  });
});
