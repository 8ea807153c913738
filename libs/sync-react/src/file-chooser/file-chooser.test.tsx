import { CallError } from '@synchro/sync-core/client';
import { fireEvent, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aFile, aFolder, aListing, chooserExamples, folderExamples } from '../examples.js';
import type { ChooserExample } from '../examples.js';
import { FileChooserDialog } from '../file-chooser.js';
import type { FileChooserDialogProps } from '../file-chooser.js';
import { renderDialog } from '../testing/render-dialog.js';
import { stubLayout } from '../testing/stub-layout.js';

stubLayout();

async function setUp(example: ChooserExample, change: Partial<FileChooserDialogProps> = {}) {
  const user = userEvent.setup();
  const [onChoose, onCancel] = [vi.fn(), vi.fn()];
  const rendered = await renderDialog(
    <FileChooserDialog
      title="Indiquer le fichier"
      sought="Facturation 2026.fac"
      extensions={['fac']}
      pick={example.pick}
      start={example.start}
      canBrowse={example.canBrowse}
      onChoose={onChoose}
      onCancel={onCancel}
      {...change}
    />,
    example,
  );
  const inside = within(rendered.dialog);
  const asked = () =>
    rendered.calls
      .filter(({ operation }) => operation === 'listFolder')
      .map(({ input }) => input.query?.['path'] ?? null);
  const list = () => inside.getByRole('listbox');
  return {
    ...rendered,
    user,
    inside,
    onChoose,
    onCancel,
    asked,
    list,
    isShown: () => waitFor(() => expect(list().getAttribute('aria-busy')).toBe('false')),
    option: (name: RegExp) => inside.findByRole('option', { name }),
    /** The entry that the list box names as its active one. */
    active: () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '')?.textContent,
    chosen: () => inside.queryByRole('option', { selected: true })?.textContent,
  };
}

describe('what is shown', () => {
  it('says which file is sought, and asks for files of its kind', async () => {
    const { inside, calls, isShown } = await setUp(chooserExamples['three-files']);
    expect(inside.getByText(/^Fichier recherché\s: Facturation 2026.fac$/)).toBeTruthy();
    await isShown();
    expect(calls.find(({ input }) => input.query?.['path'] !== undefined)?.input.query).toEqual({
      path: 'S:\\Mandats\\Rochat',
      extensions: 'fac',
    });
    expect(inside.getByRole('status').textContent).toBe('2 dossiers, 3 fichiers.');
  });

  it('marks and chooses the sought file where it turns up', async () => {
    const { inside, option, chosen, user, onChoose } = await setUp(chooserExamples['sought-present']);
    expect((await option(/Facturation 2026/)).textContent).toContain('fichier recherché');
    expect(chosen()).toContain('Facturation 2026.fac');
    expect(inside.getByRole('status').textContent).toContain('Le fichier recherché est dans ce dossier.');
    await user.click(inside.getByRole('button', { name: 'Choisir ce fichier' }));
    expect(onChoose).toHaveBeenCalledWith('S:\\Mandats\\Rochat\\Facturation 2026.fac');
  });

  it('a file of a mandate is named with it, and cannot be chosen', async () => {
    const { inside, option, user, onChoose } = await setUp(chooserExamples['three-files']);
    const held = await option(/Débiteurs 2025/);
    expect(held.textContent).toContain('Fait partie du mandat Menuiserie Rochat');
    await user.dblClick(held);
    await user.click(inside.getByRole('button', { name: 'Choisir ce fichier' }));
    expect(inside.getByText('Ce fichier fait déjà partie du mandat Menuiserie Rochat.')).toBeTruthy();
    expect(onChoose).not.toHaveBeenCalled();
  });

  it('… unless the caller says otherwise', async () => {
    const { option, user, onChoose } = await setUp(chooserExamples['three-files'], { takesAttached: true });
    await user.dblClick(await option(/Débiteurs 2025/));
    expect(onChoose).toHaveBeenCalledWith('S:\\Mandats\\Rochat\\Débiteurs 2025.fac');
  });

  it.each([
    ['empty', /ni dossier ni fichier .fac/],
    ['folders-only', /Aucun fichier .fac dans ce dossier/],
    ['truncated', /2'000 fichiers/],
  ] as const)('%s is said', async (name, pattern) => {
    const { inside, isShown } = await setUp(chooserExamples[name]);
    await isShown();
    expect(inside.getByRole('status').textContent).toMatch(pattern);
  });

  it('says that there is more than is shown, and what to do', async () => {
    const { inside } = await setUp(chooserExamples.truncated);
    expect(await inside.findByText(/seules les 2'000 premières entrées/)).toBeTruthy();
  });

  it('warns in the folder of a cloud drive, by its name', async () => {
    const { inside } = await setUp(chooserExamples['cloud-drive']);
    expect(await inside.findByText(/dans OneDrive\. .* copies en conflit/)).toBeTruthy();
  });

  it('renders of thousands only what is in sight', async () => {
    const { inside, isShown } = await setUp(chooserExamples.thousands);
    await isShown();
    expect(inside.getAllByRole('option').length).toBeLessThan(60);
    expect(inside.getAllByRole('option')[0]?.getAttribute('aria-setsize')).toBe('3000');
  });

  it('says why a folder cannot be shown, and tries again', async () => {
    const { inside, answer, user, isShown } = await setUp(chooserExamples.failed);
    expect((await inside.findByRole('alert')).textContent).toMatch(/erreur inattendue/);
    answer('listFolder', () => folderExamples['three-files']);
    await user.click(inside.getByRole('button', { name: 'Réessayer' }));
    await isShown();
    expect(inside.getAllByRole('option')).toHaveLength(5);
  });
});

describe('going from folder to folder', () => {
  it('begins in the nearest folder that still exists', async () => {
    const { asked, option } = await setUp({
      ...chooserExamples['three-files'],
      answers: {
        listFolder: {
          by: ({ query }) => {
            if (query?.['path'] === undefined) return folderExamples.roots;
            if (query['path'] !== 'S:\\') throw new CallError('path-not-found', 422, '', {});
            return aListing('S:\\', [aFolder('S:\\Archives')]);
          },
        },
      },
    });
    expect(await option(/Archives/)).toBeTruthy();
    expect(asked().filter((path) => path !== null)).toEqual(['S:\\Mandats\\Rochat', 'S:\\Mandats', 'S:\\']);
  });

  it('begins where one can begin if the folder may not be looked into', async () => {
    const { option } = await setUp({
      ...chooserExamples['three-files'],
      answers: {
        listFolder: {
          by: ({ query }) => {
            if (query?.['path'] === undefined) return folderExamples.roots;
            throw new CallError('folder-not-allowed', 403, '', {});
          },
        },
      },
    });
    expect(await option(/SRV-DATEN-01|Mandants/)).toBeTruthy();
  });

  it('opens a folder by Enter and comes back by Backspace, on the folder that it was in', async () => {
    const { user, list, isShown, active, asked, answer } = await setUp(chooserExamples['three-files']);
    await isShown();
    list().focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(active()).toContain('Sauvegardes');
    answer('listFolder', () =>
      aListing('S:\\Mandats\\Rochat\\Sauvegardes', [], { parent: 'S:\\Mandats\\Rochat' }),
    );
    await user.keyboard('{Enter}');
    await isShown();
    expect(asked().at(-1)).toBe('S:\\Mandats\\Rochat\\Sauvegardes');
    answer('listFolder', () => folderExamples['three-files']);
    await user.keyboard('{Backspace}');
    await isShown();
    expect(asked().at(-1)).toBe('S:\\Mandats\\Rochat');
    expect(active()).toContain('Sauvegardes');
    expect(document.activeElement).toBe(list());
  });

  it('each step of the way is a button', async () => {
    const { user, inside, isShown, asked } = await setUp(chooserExamples['three-files']);
    await isShown();
    const way = within(inside.getByRole('navigation', { name: 'Emplacement' }));
    expect(way.getAllByRole('button').map((step) => step.textContent)).toEqual([
      'Ordinateur',
      'S:\\',
      'Mandats',
      'Rochat',
    ]);
    await user.click(way.getByRole('button', { name: 'Mandats' }));
    expect(asked().at(-1)).toBe('S:\\Mandats');
    await isShown();
    await user.click(inside.getByRole('button', { name: 'Dossier parent' }));
    expect(asked().at(-1)).toBe('S:\\Mandats');
  });

  it('a folder is chosen as the one that is shown, or one in it', async () => {
    const { user, inside, option, onChoose } = await setUp(chooserExamples['pick-folder'], { sought: null });
    await user.click(await inside.findByRole('button', { name: /^Choisir «\sRochat\s»$/ }));
    expect(onChoose).toHaveBeenLastCalledWith('S:\\Mandats\\Rochat');
    await user.click(await option(/2024/));
    await user.click(inside.getByRole('button', { name: /^Choisir «\s2024\s»$/ }));
    expect(onChoose).toHaveBeenLastCalledWith('S:\\Mandats\\Rochat\\2024');
    expect(inside.queryByText(/\.fac/)).toBeNull();
  });
});

describe('the keys of the list', () => {
  it('are arrows, Home, End and first letters, without accents', async () => {
    const { user, list, isShown, chosen, onChoose } = await setUp(chooserExamples['three-files']);
    await isShown();
    list().focus();
    const after = async (keys: string) => {
      await user.keyboard(keys);
      return chosen();
    };
    expect(await after('{ArrowDown}')).toContain('2024');
    expect(await after('{End}')).toContain('Zone artisanale');
    expect(await after('{ArrowDown}')).toContain('Zone artisanale');
    expect(await after('{Home}')).toContain('2024');
    expect(await after('deb')).toContain('Débiteurs');
    expect(await after('{End}{Enter}')).toContain('Zone');
    expect(onChoose).toHaveBeenCalledWith('S:\\Mandats\\Rochat\\Zone artisanale.fac');
  });

  it('the same letter goes on to the next name', async () => {
    const { user, list, isShown, chosen, answer, inside } = await setUp(chooserExamples.loading);
    answer('listFolder', () => aListing('S:\\x', [aFile('S:\\x\\Aa.fac'), aFile('S:\\x\\Ab.fac')]));
    await user.type(inside.getByRole('textbox'), 'S:\\x{Enter}');
    await isShown();
    expect(document.activeElement).toBe(list());
    await user.keyboard('a');
    expect(chosen()).toContain('Aa');
    await user.keyboard('a');
    expect(chosen()).toContain('Ab');
  });

  it('Escape is the way back', async () => {
    const { user, list, isShown, onCancel } = await setUp(chooserExamples['three-files']);
    await isShown();
    list().focus();
    await user.keyboard('{Escape}');
    expect(onCancel).toHaveBeenCalledTimes(1);
  });
});

describe('the filter', () => {
  it('narrows a long list', async () => {
    const { user, inside, isShown } = await setUp(chooserExamples.thousands);
    await isShown();
    await user.type(inside.getByRole('searchbox', { name: 'Filtrer par nom' }), 'FACTURE 2999');
    expect(inside.getAllByRole('option')).toHaveLength(1);
    await user.type(inside.getByRole('searchbox'), '9');
    expect(inside.getByRole('status').textContent).toMatch(/Aucun nom ne contient/);
  });

  it('is not there for a short one', async () => {
    const { inside, isShown } = await setUp(chooserExamples['three-files']);
    await isShown();
    expect(inside.queryByRole('searchbox')).toBeNull();
  });
});

describe('the path', () => {
  it('of a file shows its folder, with the file chosen', async () => {
    const { user, inside, isShown, answer, chosen } = await setUp(chooserExamples['three-files']);
    await isShown();
    answer('listFolder', ({ query }) => {
      if (query?.['path'] !== 'D:\\x') throw new CallError('path-not-found', 422, '', {});
      return aListing('D:\\x', [aFile('D:\\x\\a.fac'), aFile('D:\\x\\b.fac')]);
    });
    await user.type(inside.getByRole('textbox'), '"D:\\x\\B.fac"');
    await user.click(inside.getByRole('button', { name: 'Aller' }));
    await waitFor(() => expect(chosen()).toContain('b.fac'));
  });

  it('says why nothing came of it, and leaves the folder as it was', async () => {
    const { user, inside, isShown, answer } = await setUp(chooserExamples['three-files']);
    await isShown();
    answer('listFolder', () => {
      throw new CallError('path-not-found', 422, '', {});
    });
    await user.type(inside.getByRole('textbox'), 'D:\\nowhere.fac{Enter}');
    expect((await inside.findByRole('alert')).textContent).toMatch(/ni dossier ni fichier/);
    expect(inside.getAllByRole('option')).toHaveLength(5);
  });

  it('is filled by what is dropped', async () => {
    const { inside, isShown, dialog } = await setUp(chooserExamples['three-files']);
    await isShown();
    const drop = (given: Readonly<Record<string, string>>) =>
      fireEvent.drop(dialog.querySelector('.file-chooser')!, {
        dataTransfer: { getData: (type: string) => given[type] ?? '' },
      });
    drop({ 'text/uri-list': 'file:///D:/Mandats/x%20y.fac' });
    expect(inside.getByRole<HTMLInputElement>('textbox').value).toBe('D:\\Mandats\\x y.fac');
    drop({});
    expect(inside.getByRole('alert').textContent).toMatch(/Le navigateur ne dit pas/);
  });
});

describe('without folders to look into', () => {
  it('a path can still be given', async () => {
    const { user, inside, onChoose, calls } = await setUp(chooserExamples['not-supported']);
    const field = inside.getByRole('textbox', { name: 'Chemin du fichier' });
    await user.clear(field);
    await user.type(field, 'Rochat.fac');
    await user.click(inside.getByRole('button', { name: 'Choisir ce fichier' }));
    expect(inside.getByRole('alert').textContent).toMatch(/incomplet/);
    await user.clear(field);
    await user.type(field, 'D:\\x.sal{Enter}');
    expect(inside.getByRole('alert').textContent).toMatch(/indiquez un fichier \.fac/);
    await user.clear(field);
    await user.type(field, 'D:\\x.FAC{Enter}');
    expect(onChoose).toHaveBeenCalledWith('D:\\x.FAC');
    expect(calls).toEqual([]);
  });

  it('also if only the answer says so', async () => {
    const { inside } = await setUp({
      ...chooserExamples['three-files'],
      answers: { listFolder: { error: new CallError('not-supported', 501, '', {}) } },
    });
    expect(await inside.findByRole('textbox', { name: 'Chemin du fichier' })).toBeTruthy();
  });
});
