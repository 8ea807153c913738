import { CallError } from '@synchro/sync-core/client';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aCandidate, aLink, linkCapabilities, linkExamples, restoreLinkExamples } from './examples.js';
import type { DialogExample } from './examples.js';
import { RestoreLinkDialog } from './restore-link-dialog.js';
import { renderDialog } from './testing/render-dialog.js';
import { stubLayout } from './testing/stub-layout.js';

stubLayout();

const NEW = 'S:\\Archives\\Rochat\\Facturation 2026.fac';

async function setUp(
  example: DialogExample,
  document?: { readonly path: string; readonly documentId?: string },
  capabilities = linkCapabilities,
) {
  const user = userEvent.setup();
  const onClose = vi.fn();
  const rendered = await renderDialog(
    <RestoreLinkDialog
      mandateId="mandate-1"
      fileId="file-doc"
      document={document}
      capabilities={capabilities}
      onClose={onClose}
    />,
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

  it('restores what was shown, says so, and is closed by one key', async () => {
    const { user, inside, confirm, sent, onClose } = await setUp(restoreLinkExamples.moved, {
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
    expect(inside.getByRole('status').textContent).toMatch(/^Le lien est rétabli/);
    expect(onClose).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('undoes it, and then says that', async () => {
    const { user, inside, confirm, calls } = await setUp(restoreLinkExamples.moved);
    await confirm();
    await user.click(inside.getByRole('button', { name: 'Annuler' }));
    expect(calls.find(({ operation }) => operation === 'undoLinkChange')?.input.params).toEqual({
      mandateId: 'mandate-1',
      changeId: 'change-1',
    });
    expect(inside.getByRole('status').textContent).toMatch(/^La correction est annulée/);
    expect(inside.queryByRole('button', { name: 'Annuler' })).toBeNull();
  });

  it('says why it cannot be undone any more, with the button again', async () => {
    const { user, inside, confirm, answer } = await setUp(restoreLinkExamples.moved);
    answer('undoLinkChange', () => {
      throw new CallError('link-outdated', 409, '', {});
    });
    await confirm();
    await user.click(inside.getByRole('button', { name: 'Annuler' }));
    expect(inside.getByRole('alert').textContent).toMatch(/a changé entre-temps/);
    expect(inside.getByRole('button', { name: 'Annuler' })).toBeTruthy();
  });

  it('offers no undoing where the service has none', async () => {
    const { inside, confirm } = await setUp(restoreLinkExamples.moved, undefined, []);
    await confirm();
    expect(inside.getByRole('status').textContent).toMatch(/^Le lien est rétabli/);
    expect(inside.queryByRole('button', { name: 'Annuler' })).toBeNull();
  });

  it('gives the id of the open document to no other', async () => {
    const { confirm, sent } = await setUp(restoreLinkExamples.moved, {
      path: 'S:\\x.fac',
      documentId: 'doc-1',
    });
    await confirm();
    expect(sent()[0]?.body).not.toHaveProperty('documentId');
  });

  it('takes the files of the same folder along', async () => {
    const { inside, confirm, sent } = await setUp(restoreLinkExamples['with-five-along']);
    expect(inside.getByText('Salaires 2026.sal')).toBeTruthy();
    await confirm();
    expect(sent()[0]?.body).toMatchObject({ along: ['file-0', 'file-1', 'file-2', 'file-3', 'file-4'] });
  });

  it('leaves them if that is unticked', async () => {
    const { user, inside, confirm, sent } = await setUp(restoreLinkExamples['with-five-along']);
    await user.click(inside.getByRole('checkbox', { name: '… et 5 autres fichiers du même dossier' }));
    await confirm();
    expect(sent()[0]?.body).toMatchObject({ along: [] });
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
    answer('restoreLink', () => ({ changeId: 'change-2', restored: [] }));
    await confirm();
    expect(inside.getByRole('button', { name: 'Annuler' })).toBeTruthy();
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

describe('a person who knows where the file is', () => {
  const POINTED = 'S:\\Mandats\\Rochat\\Facturation 2026.fac';

  it('points to it, where the old folder is shown and its name is looked for', async () => {
    const { user, inside, calls } = await setUp(restoreLinkExamples.missing);
    await user.click(inside.getByRole('button', { name: 'Indiquer le fichier…' }));
    expect(await inside.findByText(/^Fichier recherché\s: Facturation 2026.fac$/)).toBeTruthy();
    expect(document.activeElement).toBe(inside.getByRole('listbox'));
    await waitFor(() =>
      expect(calls.filter(({ operation }) => operation === 'listFolder')[0]?.input.query).toEqual({
        path: 'S:\\Mandats\\Rochat',
        extensions: 'fac',
      }),
    );
  });

  it('comes back by Escape to the button, and the dialog stays', async () => {
    const { user, inside, onClose } = await setUp(restoreLinkExamples.missing);
    await user.click(inside.getByRole('button', { name: 'Indiquer le fichier…' }));
    await inside.findByRole('listbox');
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(inside.getByRole('button', { name: 'Indiquer le fichier…' }));
    expect(onClose).not.toHaveBeenCalled();
  });

  it('confirms that it is the file, because nothing else says so', async () => {
    const { user, inside, confirm, sent } = await setUp(restoreLinkExamples.missing);
    await user.click(inside.getByRole('button', { name: 'Indiquer le fichier…' }));
    await user.dblClick(await inside.findByRole('option', { name: /Atelier Dubois/ }));
    expect(document.activeElement?.textContent).toMatch(/^Vous avez indiqué où se trouve Facturation/);
    expect(inside.getByText('Rien n’indique que ce soit le même fichier.')).toBeTruthy();
    await confirm();
    expect(sent()).toEqual([]);
    await user.click(inside.getByRole('checkbox', { name: /^C’est le bon fichier/ }));
    await confirm();
    expect(sent()[0]?.body).toMatchObject({ path: 'S:\\Mandats\\Rochat\\Atelier Dubois.fac', adopt: true });
  });

  it('who points to one that was found needs not vouch for it', async () => {
    const found = aLink({ path: 'S:\\x\\Facturation 2026.fac', candidates: [aCandidate(POINTED)] });
    const { user, inside, confirm, sent } = await setUp({
      answers: { ...restoreLinkExamples.moved.answers, getLink: { value: found } },
    });
    await user.click(inside.getByRole('button', { name: 'Indiquer le fichier…' }));
    await user.dblClick(await inside.findByRole('option', { name: /Facturation 2026/ }));
    expect(inside.queryByRole('radio')).toBeNull();
    await confirm();
    expect(sent()[0]?.body).toMatchObject({ path: POINTED, adopt: false });
  });

  it('chooses between what was found and what was pointed to', async () => {
    const { user, inside, confirm, sent } = await setUp(restoreLinkExamples.moved);
    await user.click(inside.getByRole('button', { name: 'Indiquer le fichier…' }));
    await user.dblClick(await inside.findByRole('option', { name: /Atelier Dubois/ }));
    const chosen = inside.getByRole<HTMLInputElement>('radio', { name: /Atelier Dubois/ });
    expect(chosen.checked).toBe(true);
    await user.click(inside.getByRole('radio', { name: /Archives/ }));
    await confirm();
    expect(sent()[0]?.body).toMatchObject({ path: NEW, adopt: false });
  });

  it('has a folder searched, and hears how far that is', async () => {
    const { user, inside, calls, answer } = await setUp(restoreLinkExamples.searching);
    const begun = { isOver: false, folders: 1, files: 0, found: 0 };
    answer('searchFile', () => [begun, { ...begun, folders: 1_234, files: 56, found: 1 }]);
    await user.click(inside.getByRole('button', { name: 'Chercher dans un dossier…' }));
    await user.click(await inside.findByRole('button', { name: /^Choisir «\sRochat\s»$/ }));
    expect(
      await inside.findByText(/1'234 dossiers · 56 fichiers · 1 trouvé/, { ignore: '.unseen' }),
    ).toBeTruthy();
    // Seen at once, but not said with each event.
    expect(inside.getByRole('status').textContent).toBe('1 dossier · 0 fichier · 0 trouvé');
    expect(document.activeElement?.textContent).toMatch(/^Recherche de Facturation 2026.fac dans S:/);
    const search = calls.find(({ operation }) => operation === 'searchFile');
    expect(search?.input).toMatchObject({
      params: { mandateId: 'mandate-1', fileId: 'file-doc' },
      query: { folder: 'S:\\Mandats\\Rochat' },
    });
    await user.click(inside.getByRole('button', { name: 'Annuler la recherche' }));
    expect((search?.input as { signal?: AbortSignal }).signal?.aborted).toBe(true);
    expect(document.activeElement).toBe(inside.getByRole('button', { name: 'Chercher dans un dossier…' }));
  });

  it('is shown what the search has found', async () => {
    const { user, inside, answer } = await setUp(restoreLinkExamples['nothing-found']);
    await user.click(inside.getByRole('button', { name: 'Chercher dans un dossier…' }));
    answer('searchFile', () => [{ isOver: true, folders: 3, files: 2, found: 1 }]);
    answer('getLink', () => linkExamples.moved);
    await user.click(await inside.findByRole('button', { name: /^Choisir «\sRochat\s»$/ }));
    expect((await inside.findByRole('alert')).textContent).toMatch(/^1 fichier trouvé dans S:/);
    expect(inside.getByRole('button', { name: 'Rétablir le lien' })).toBeTruthy();
    expect(document.activeElement?.className).toBe('lead');
  });

  it('is told where nothing was found', async () => {
    const { user, inside } = await setUp(restoreLinkExamples['nothing-found']);
    await user.click(inside.getByRole('button', { name: 'Chercher dans un dossier…' }));
    await user.click(await inside.findByRole('button', { name: /^Choisir «\sRochat\s»$/ }));
    expect((await inside.findByRole('alert')).textContent).toMatch(
      /^Rien trouvé dans S:\\Mandats\\Rochat\. Cherchez/,
    );
  });

  it('is told why a search came to nothing, and can try again', async () => {
    const { user, inside, answer } = await setUp(restoreLinkExamples['nothing-found']);
    answer('searchFile', () => {
      throw new CallError('folder-not-allowed', 403, '', {});
    });
    await user.click(inside.getByRole('button', { name: 'Chercher dans un dossier…' }));
    await user.click(await inside.findByRole('button', { name: /^Choisir «\sRochat\s»$/ }));
    expect((await inside.findByRole('alert')).textContent).toMatch(/pas le droit de regarder/);
    answer('searchFile', () => [{ isOver: true, folders: 3, files: 2, found: 0 }]);
    await user.click(inside.getByRole('button', { name: 'Réessayer' }));
    expect(await inside.findByText(/^Rien trouvé/)).toBeTruthy();
  });

  it('cannot have searched what the service cannot search, and gives a path where it shows no folders', async () => {
    const { user, inside } = await setUp(restoreLinkExamples.missing, undefined, []);
    expect(inside.queryByRole('button', { name: 'Chercher dans un dossier…' })).toBeNull();
    await user.click(inside.getByRole('button', { name: 'Indiquer le fichier…' }));
    const field = await inside.findByRole('textbox', { name: 'Chemin du fichier' });
    await user.clear(field);
    await user.type(field, 'D:\\x.fac{Enter}');
    expect(inside.getByRole('checkbox', { name: /^C’est le bon fichier/ })).toBeTruthy();
  });

  it.each([
    ['held-elsewhere', /tenu par PC-ANNA. Rétablissez le lien sur ce poste-là/],
    ['not-beside-accounting', /à côté de sa comptabilité, dans S:\\Mandats\\Rochat/],
  ] as const)('%s: what to do is said in place', async (name, pattern) => {
    const { inside, confirm } = await setUp(restoreLinkExamples[name]);
    await confirm();
    expect(inside.getByRole('alert').textContent).toMatch(pattern);
  });
});
