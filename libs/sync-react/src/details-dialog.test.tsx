import { CallError } from '@synchro/sync-core/client';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aSnapshot, bannerExamples } from './examples.js';
import type { BannerExample } from './examples.js';
import { renderBanner } from './testing/render-banner.js';
import { stubLayout } from './testing/stub-layout.js';

stubLayout();

async function open(example: BannerExample, action = 'Détails…') {
  const user = userEvent.setup();
  const banner = await renderBanner(example);
  await user.click(screen.getByRole('button', { name: action }));
  const dialog = await screen.findByRole('dialog');
  return {
    user,
    banner,
    dialog,
    buttons: () =>
      within(dialog)
        .getAllByRole('button')
        .map((one) => one.textContent),
  };
}

describe('details', () => {
  it('of an unreadable file: place, reason and what stands there', async () => {
    const { dialog } = await open(bannerExamples.unreadable);
    expect(dialog.getAttribute('aria-labelledby')).not.toBeNull();
    expect(screen.getByRole('dialog', { name: 'Fichier illisible' })).toBe(dialog);
    expect(dialog.textContent).toMatch(/Ligne 12, colonne 1\s: la date n’existe pas\s: «\s31\.02\.2026\s»/);
    expect(dialog.textContent).toMatch(/Enregistrez à nouveau depuis le programme/);
  });

  it('of a file that the system refuses: why, and that it is read again', async () => {
    const { dialog } = await open(bannerExamples['unreadable-busy']);
    expect(dialog.textContent).toContain('fichier utilisé par un autre programme');
    expect(dialog.textContent).not.toContain('Ligne');
    expect(dialog.textContent).toContain('relit ce fichier');
  });

  it('of an older file: why, and the way to take it all the same', async () => {
    const { user, banner, dialog } = await open(bannerExamples.older);
    expect(dialog.textContent).toContain('Le numéro de lot est revenu de 41 à 17.');
    expect(dialog.textContent).toContain('du 05.06.2026, 09:41:00 au 02.05.2026, 17:20:10');
    banner.answer('confirmVersion', () => undefined);
    await user.click(within(dialog).getByRole('button', { name: 'Reprendre cette version' }));
    expect(banner.calls).toMatchObject([
      {
        operation: 'confirmVersion',
        input: { params: { mandateId: 'mandate-1', fileId: 'file-ecs' }, body: { version: 'version-17' } },
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('B4: a refusal is told in place, and the button is there again', async () => {
    const { user, banner, dialog } = await open(bannerExamples.doubtful);
    banner.answer('confirmVersion', () => {
      throw new CallError('source-not-suspect', 409, '', {});
    });
    await user.click(within(dialog).getByRole('button', { name: 'Reprendre cette version' }));
    expect(within(dialog).getByRole('alert').textContent).toMatch(
      /Cette version n’est plus celle du fichier/,
    );
    expect(within(dialog).getByRole('button', { name: 'Reprendre cette version' }).ariaDisabled).toBe(
      'false',
    );
  });

  it('of a twin: both files with their dates, and the way to ignore it', async () => {
    const { user, banner, dialog } = await open(bannerExamples.twin);
    expect(dialog.textContent).toMatch(/\(1\)\.ecf\s*modifié le 05\.06\.2026.*modifié le 03\.06\.2026/);
    banner.answer('ignoreTwin', () => undefined);
    await user.click(within(dialog).getByRole('button', { name: 'Ignorer cette copie' }));
    expect(banner.calls[0]).toMatchObject({
      operation: 'ignoreTwin',
      input: { params: { twinId: 'twin-1' } },
    });
  });

  it('of a mandate kept elsewhere: what taking it over means', async () => {
    const { user, banner, dialog } = await open(bannerExamples['held-elsewhere'], 'Reprendre…');
    expect(dialog.textContent).toContain('PC-ANNA');
    banner.answer('takeOverMandate', () => undefined);
    await user.click(within(dialog).getByRole('button', { name: 'Reprendre le mandat sur ce poste' }));
    expect(banner.calls[0]).toMatchObject({ operation: 'takeOverMandate' });
  });

  it('draws no button for what the service cannot do', async () => {
    const snapshot = { ...bannerExamples.older.snapshot, capabilities: [] };
    const { buttons } = await open({ ...bannerExamples.older, snapshot });
    expect(buttons()).toEqual(['', 'Fermer']);
  });

  it('says so when it is solved meanwhile', async () => {
    const { banner, dialog } = await open(bannerExamples.missing);
    banner.show(aSnapshot([]));
    expect(within(dialog).getByText(/C’est réglé/)).toBeTruthy();
  });
});
