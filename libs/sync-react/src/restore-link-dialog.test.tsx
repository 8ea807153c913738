import { CallError } from '@synchro/sync-core/client';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { linkExamples, restoreLinkExamples } from './examples.js';
import type { DialogExample } from './examples.js';
import { RestoreLinkDialog } from './restore-link-dialog.js';
import { renderDialog } from './testing/render-dialog.js';
import { stubLayout } from './testing/stub-layout.js';

stubLayout();

const NEW = 'S:\\Archives\\Rochat\\Facturation 2026.fac';

async function setUp(
  example: DialogExample,
  document?: { readonly path: string; readonly documentId?: string },
) {
  const user = userEvent.setup();
  const onClose = vi.fn();
  const rendered = await renderDialog(
    <RestoreLinkDialog mandateId="mandate-1" fileId="file-doc" document={document} onClose={onClose} />,
    example,
  );
  const inside = within(rendered.dialog);
  await waitFor(() => expect(inside.queryByText('Chargement…')).toBeNull(), { timeout: 5_000 });
  return {
    ...rendered,
    user,
    inside,
    onClose,
    confirm: () => user.click(inside.getByRole('button', { name: 'Rétablir le lien' })),
    sent: () =>
      rendered.calls.filter(({ operation }) => operation === 'restoreLink').map(({ input }) => input),
  };
}

describe('restoring a link', () => {
  it('asks about the document that is open', async () => {
    const { calls } = await setUp(restoreLinkExamples.moved, { path: NEW, documentId: 'doc-1' });
    expect(calls).toMatchObject([
      {
        operation: 'getLink',
        input: {
          params: { mandateId: 'mandate-1', fileId: 'file-doc' },
          query: { path: NEW, documentId: 'doc-1' },
        },
      },
    ]);
  });

  it('shows the old and the new place, what differs, and why it is the same', async () => {
    const { dialog } = await setUp(restoreLinkExamples.moved);
    expect(dialog.textContent).toContain('Facturation 2026.fac S:\\Mandats\\Rochat\\');
    expect(dialog.textContent).toContain('Facturation 2026.fac S:\\Archives\\Rochat\\');
    expect([...dialog.querySelectorAll('mark')].map((part) => part.textContent)).toEqual([
      'Mandats\\',
      'Archives\\',
    ]);
    expect(dialog.textContent).toMatch(/C’est le même fichier\s:il porte le même identifiant interne/);
  });

  it('says what is only likely', async () => {
    const { dialog } = await setUp(restoreLinkExamples['moved-and-renamed']);
    expect(dialog.textContent).toMatch(/C’est probablement le même fichier\s:/);
  });

  it('restores what was shown, and closes', async () => {
    const { confirm, sent, onClose } = await setUp(restoreLinkExamples.moved, {
      path: NEW,
      documentId: 'doc-1',
    });
    await confirm();
    expect(sent()).toMatchObject([
      {
        params: { mandateId: 'mandate-1', fileId: 'file-doc' },
        body: { from: linkExamples.moved.path, path: NEW, documentId: 'doc-1', adopt: false, along: [] },
      },
    ]);
    expect(onClose).toHaveBeenCalled();
  });

  it('gives the id of the open document to no other', async () => {
    const { confirm, sent } = await setUp(restoreLinkExamples.moved, {
      path: 'S:\\x.fac',
      documentId: 'doc-1',
    });
    await confirm();
    expect(sent()[0]?.body).not.toHaveProperty('documentId');
  });

  it('takes the files of the same folder along, unless that is unticked', async () => {
    const { user, inside, confirm, sent } = await setUp(restoreLinkExamples['with-five-along']);
    expect(inside.getByText('Salaires 2026.sal')).toBeTruthy();
    await confirm();
    expect(sent()[0]?.body).toMatchObject({ along: ['file-0', 'file-1', 'file-2', 'file-3', 'file-4'] });
    await user.click(inside.getByRole('checkbox', { name: '… et 5 autres fichiers du même dossier' }));
    await confirm();
    expect(sent()[1]?.body).toMatchObject({ along: [] });
  });

  it('two candidates: none is chosen beforehand, and the one that is goes as a person’s word', async () => {
    const { user, inside, confirm, sent } = await setUp(restoreLinkExamples['two-candidates']);
    await confirm();
    expect(sent()).toEqual([]);
    expect(inside.getByText('Choisissez d’abord le bon fichier.')).toBeTruthy();
    await user.click(inside.getByRole('radio', { name: /Sauvegarde/ }));
    await confirm();
    expect(sent()[0]?.body).toMatchObject({ path: 'D:\\Sauvegarde\\Facturation 2026.fac', adopt: true });
  });

  it.each([
    ['copy', 'Le mandat doit se référer à la copie', 'S:\\Mandats\\Rochat\\Facturation 2026 - Copie.fac'],
    ['other-file', 'Le mandat doit se référer à cet autre document', linkExamples['other-file'].path],
  ] as const)('a %s is never taken without saying so', async (name, box, path) => {
    const { user, inside, confirm, sent } = await setUp(restoreLinkExamples[name]);
    await confirm();
    expect(sent()).toEqual([]);
    await user.click(inside.getByRole('checkbox', { name: box }));
    await confirm();
    expect(sent()[0]?.body).toMatchObject({ path, adopt: true });
  });

  it('offers the file that was found elsewhere beside the other document in its place', async () => {
    const { user, inside, confirm, sent } = await setUp(restoreLinkExamples['other-file-and-found']);
    await user.click(inside.getByRole('radio', { name: /Archives/ }));
    await confirm();
    expect(sent()[0]?.body).toMatchObject({ path: NEW, adopt: false });
  });

  it.each(['missing', 'linked'] as const)('%s: there is no button that would do nothing', async (name) => {
    const { inside } = await setUp(restoreLinkExamples[name]);
    expect(inside.queryByRole('button', { name: 'Rétablir le lien' })).toBeNull();
  });

  it('looks again when a missing file has come back', async () => {
    const { user, inside, answer } = await setUp(restoreLinkExamples.missing);
    answer('getLink', () => linkExamples.moved);
    await user.click(inside.getByRole('button', { name: 'Chercher à nouveau' }));
    expect(await inside.findByRole('button', { name: 'Rétablir le lien' })).toBeTruthy();
  });

  it('says what has changed meanwhile, and asks again', async () => {
    const { inside, confirm, answer, onClose } = await setUp(restoreLinkExamples.outdated);
    answer('getLink', () => linkExamples.renamed);
    await confirm();
    expect(inside.getByRole('alert').textContent).toMatch(
      /désormais ailleurs, S:\\Mandats\\Rochat\\Facturation 2026 définitive\.fac/,
    );
    expect(onClose).not.toHaveBeenCalled();
    answer('restoreLink', () => ({ restored: [] }));
    await confirm();
    expect(onClose).toHaveBeenCalled();
  });

  it('B4: a refusal is told in place, with the button again', async () => {
    const { inside, confirm, answer } = await setUp(restoreLinkExamples.moved);
    answer('restoreLink', () => {
      throw new CallError('already-in-mandate', 409, '', {});
    });
    await confirm();
    expect(inside.getByRole('alert').textContent).toMatch(/déjà partie d’un mandat/);
    expect(inside.getByRole('button', { name: 'Rétablir le lien' }).ariaDisabled).toBe('false');
  });

  it('says why nothing could be looked up', async () => {
    await setUp(restoreLinkExamples['not-reachable']);
    expect(screen.getByRole('alert').textContent).toMatch(/Crésus Synchro ne répond pas/);
  });
});
