import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CallError } from '@synchro/sync-core/client';
import { describe, expect, it } from 'vitest';
import { consoleExamples } from '../examples/console-examples.js';
import type { ConsoleExample } from '../examples/console-examples.js';
import { ALL_CAPABILITIES, aMandateMessage } from '../examples/example-parts.js';
import { renderConsole, stubPage } from '../testing/render-console.js';

stubPage();

async function setUp(example: ConsoleExample) {
  const user = userEvent.setup();
  const rendered = await renderConsole(example);
  const dialog = () => within(screen.getByRole('dialog'));
  return {
    ...rendered,
    user,
    dialog,
    /** What a command was asked with. */
    asked: (operation: string) =>
      rendered.calls.filter((call) => call.operation === operation).map(({ input }) => input),
    isClosed: () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull()),
  };
}
const outdated = (pending: number) => {
  throw new CallError('revision-outdated', 409, '', { pending: { new: pending, changed: 0, deleted: 0 } });
};

describe('the menu of a mandate', () => {
  it('is gone through by arrows, and Escape leads back to its button', async () => {
    const { user } = await setUp(consoleExamples.menu);
    const button = screen.getByRole('button', { name: 'Autres commandes du mandat' });
    const items = screen.getAllByRole('menuitem');
    expect(items.map((item) => item.textContent)).toEqual(['Renommer…', 'Retirer le mandat…']);
    expect(document.activeElement).toBe(items[0]);
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(items[1]);
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(items[0]);
    await user.keyboard('{End}{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
    await user.keyboard('{Enter}');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await user.tab();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('and what belongs to it are only there where the service can', async () => {
    const { show } = await setUp(consoleExamples['files-of-one']);
    await screen.findByRole('table');
    const drawn = () => [
      screen.queryByRole('button', { name: 'Autres commandes du mandat' }) !== null,
      screen.queryByRole('button', { name: 'Attacher un fichier…' }) !== null,
      screen.queryAllByRole('button', { name: /^Détacher/ }).length,
      screen.queryAllByRole('combobox').length,
    ];
    expect(drawn()).toEqual([true, true, 5, 3]);
    const { overview } = consoleExamples['files-of-one'];
    const without = (gone: string) => ALL_CAPABILITIES.filter((one) => one !== gone);
    show({ ...overview, capabilities: without('manage-mandates') });
    expect(drawn()).toEqual([false, true, 0, 0]);
    show({ ...overview, capabilities: without('attach-file') });
    expect(drawn()).toEqual([true, false, 5, 3]);
  });
});

describe('Renommer…', () => {
  it('begins in the name, and Enter is the button', async () => {
    const { user, answer, asked, dialog, isClosed } = await setUp(consoleExamples.rename);
    answer('renameMandate', () => undefined);
    const field = dialog().getByRole('textbox', { name: 'Nom du mandat' });
    expect(document.activeElement).toBe(field);
    await user.clear(field);
    await user.type(field, ' Menuiserie Rochat SA {Enter}');
    await isClosed();
    expect(asked('renameMandate')).toMatchObject([
      { params: { mandateId: 'mandate-1' }, body: { name: 'Menuiserie Rochat SA' } },
    ]);
    await waitFor(() => expect(asked('getMandate')).toHaveLength(2));
  });

  it('asks for a name, and says why it was refused', async () => {
    const { user, answer, asked, dialog } = await setUp(consoleExamples.rename);
    const field = dialog().getByRole('textbox', { name: 'Nom du mandat' });
    const rename = dialog().getByRole('button', { name: 'Renommer' });
    await user.clear(field);
    await user.click(rename);
    expect(dialog().getByRole('alert').textContent).toContain('Donnez un nom au mandat.');
    expect(asked('renameMandate')).toEqual([]);
    answer('renameMandate', () => {
      throw new CallError('mandate-not-found', 404, '', {});
    });
    await user.type(field, 'Rochat');
    await user.click(rename);
    await waitFor(() => expect(dialog().getByRole('alert').textContent).toContain('n’existe plus'));
    expect(document.activeElement).toBe(field);
  });
});

describe('Retirer le mandat…', () => {
  it('says before what waits and what stays, and sends what it said', async () => {
    const { user, answer, asked, dialog, isClosed } = await setUp(consoleExamples.remove);
    answer('removeMandate', () => undefined);
    expect(dialog().getByText(/^4 écritures attendent encore .* ne seront plus annoncées\.$/)).toBeTruthy();
    expect(
      dialog().getByText(/^Aucun fichier n’est effacé .* revient quand le mandat est créé/),
    ).toBeTruthy();
    await user.click(dialog().getByRole('button', { name: 'Retirer le mandat' }));
    await isClosed();
    expect(asked('removeMandate')).toMatchObject([
      { params: { mandateId: 'mandate-1' }, query: { pendingSeen: 4 } },
    ]);
    expect(location.hash).toBe('#/');
    const told = screen.getByText(/^Le mandat Menuiserie Rochat a été retiré/);
    expect(told.closest('[role="status"]')).toBeTruthy();
    expect(document.activeElement).toBe(told.closest('p'));
    await user.click(screen.getByRole('button', { name: 'Fermer' }));
    expect(screen.queryByText(/a été retiré/)).toBeNull();
  });

  it('asks again with the new number where more has come meanwhile', async () => {
    const { user, answer, asked, dialog, isClosed } = await setUp(consoleExamples.remove);
    const remove = dialog().getByRole('button', { name: 'Retirer le mandat' });
    answer('removeMandate', () => outdated(15));
    await user.click(remove);
    await waitFor(() => expect(dialog().getByRole('alert').textContent).toContain('15 écritures'));
    expect(dialog().getByText(/^15 écritures attendent encore/)).toBeTruthy();
    answer('removeMandate', () => undefined);
    await user.click(remove);
    await isClosed();
    expect(asked('removeMandate').map(({ query }) => query)).toEqual([
      { pendingSeen: 4 },
      { pendingSeen: 15 },
    ]);
  });

  it('says why it came to nothing, and stays', async () => {
    const { user, dialog } = await setUp(consoleExamples.remove);
    await user.click(dialog().getByRole('button', { name: 'Retirer le mandat' }));
    await waitFor(() => expect(dialog().getByRole('alert').textContent).toContain('ne répond pas'));
    expect(location.hash).toBe('#/mandates/mandate-1/files');
    await user.click(dialog().getByRole('button', { name: 'Annuler' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('Détacher…', () => {
  it('an entry file: what waits is no longer told, what is posted stays', async () => {
    const { user, answer, asked, dialog, isClosed } = await setUp(consoleExamples['detach-entries']);
    answer('detachFile', () => outdated(1));
    expect(dialog().getByText(/^3 écritures de ce fichier attendent encore/)).toBeTruthy();
    expect(dialog().getByText(/restent dans l’historique et ne comptent pas comme supprimées/)).toBeTruthy();
    const detach = dialog().getByRole('button', { name: 'Détacher' });
    await user.click(detach);
    await waitFor(() => expect(dialog().getByText(/^1 écriture de ce fichier attend encore/)).toBeTruthy());
    answer('detachFile', () => undefined);
    await user.click(detach);
    await isClosed();
    expect(asked('detachFile').map(({ params, query }) => [params, query])).toEqual([
      [{ mandateId: 'mandate-1', fileId: 'file-ecf' }, { pendingSeen: 3 }],
      [{ mandateId: 'mandate-1', fileId: 'file-ecf' }, { pendingSeen: 1 }],
    ]);
    await waitFor(() => expect(asked('getMandate')).toHaveLength(2));
    expect(document.activeElement?.textContent).toContain('est détaché du mandat.');
  });

  it('a document: its entry file stays attached', async () => {
    const { dialog } = await setUp(consoleExamples['detach-document']);
    expect(
      dialog().getByText(/^Les écritures de Atelier Rochat \(.*\)\.ecf sont encore annoncées/),
    ).toBeTruthy();
    expect(dialog().queryByText(/ne seront plus annoncées/)).toBeNull();
  });

  it('a fiscal period: with the entry files that it alone knows', async () => {
    const { dialog } = await setUp(consoleExamples['detach-period']);
    expect(dialog().getByText(/^Rien n’attend d’être comptabilisé dans cette période/)).toBeTruthy();
    expect(dialog().getByText(/ni les fichiers d’écritures qu’elle est seule à connaître/)).toBeTruthy();
  });

  it('the only accounting file: says why not, and leads to the mandate as a whole', async () => {
    const { overview } = consoleExamples['files-of-one'];
    const { user, answer, asked, show, dialog } = await setUp({
      ...consoleExamples['files-of-one'],
      at: '#/',
    });
    answer('getMandate', () => {
      const [mandate] = overview.mandates;
      const message = aMandateMessage(mandate!);
      return { ...message, files: message.files.filter(({ id }) => id !== 'file-cre-2025') };
    });
    show({ ...overview });
    await user.click(screen.getByRole('link', { name: /Menuiserie Rochat/ }));
    await user.click(await screen.findByRole('button', { name: 'Détacher… – Compta 2026.cre' }));
    expect(await screen.findByText(/seul fichier de la comptabilité/)).toBeTruthy();
    expect(dialog().queryByRole('button', { name: 'Détacher' })).toBeNull();
    await user.click(dialog().getByRole('button', { name: 'Retirer le mandat…' }));
    expect(await screen.findByRole('dialog', { name: 'Retirer le mandat' })).toBeTruthy();
    expect(asked('detachFile')).toEqual([]);
  });
});
