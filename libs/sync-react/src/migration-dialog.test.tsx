import { CallError } from '@synchro/sync-core/client';
import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { linkCapabilities, migrationDialogExamples, migrationExamples } from './examples.js';
import type { DialogExample } from './examples.js';
import { MigrationDialog } from './migration-dialog.js';
import { renderDialog } from './testing/render-dialog.js';
import { stubLayout } from './testing/stub-layout.js';

stubLayout();

interface Moves {
  readonly moves: readonly { readonly fileId: string; readonly path: string; readonly adopt: boolean }[];
}

async function setUp(example: DialogExample, capabilities = linkCapabilities) {
  const user = userEvent.setup();
  const onClose = vi.fn();
  const rendered = await renderDialog(
    <MigrationDialog
      mandateId="mandate-1"
      mandateName="Menuiserie Rochat"
      capabilities={capabilities}
      onClose={onClose}
    />,
    example,
  );
  const inside = within(rendered.dialog);
  await waitFor(() => expect(inside.queryByText('Chargement…')).toBeNull(), { timeout: 5_000 });
  const press = (name: string | RegExp) => user.click(inside.getByRole('button', { name }));
  return {
    ...rendered,
    user,
    inside,
    onClose,
    press,
    /** Through the preview. */
    migrate: async () => {
      await press('Aperçu…');
      await press(/^Migrer/);
    },
    box: (name: string) => inside.getByRole<HTMLInputElement>('checkbox', { name }),
    sent: () =>
      rendered.calls
        .filter(({ operation }) => operation === 'migrate')
        .map(({ input }) => (input.body as Moves).moves),
  };
}

describe('the list', () => {
  it('tells a folder that moved as one', async () => {
    const { inside } = await setUp(migrationDialogExamples['folder-moved']);
    expect(inside.getAllByRole('region')).toHaveLength(1);
    expect(inside.getAllByRole('checkbox', { checked: true })).toHaveLength(6);
  });

  it('unticks and ticks a folder with one box', async () => {
    const { user, inside, press, box } = await setUp(migrationDialogExamples['folder-moved']);
    await user.click(inside.getByRole('checkbox', { name: /^Migrer tout ce qui est certain/ }));
    await press('Aperçu…');
    expect(inside.getByText('Cochez d’abord au moins un fichier.')).toBeTruthy();
    await user.click(box('Migrer Banque.ban'));
    expect(inside.getByText('4 fichiers restent tels quels')).toBeTruthy();
    await press('Aperçu…');
    expect(inside.getByRole('button', { name: 'Migrer 1 fichier' })).toBeTruthy();
  });

  it('leaves what is only likely unticked, and says so', async () => {
    const { inside, box } = await setUp(migrationDialogExamples['single-files']);
    expect(box('Migrer Salaires 2026.sal').checked).toBe(false);
    expect(inside.getByText(/^À vérifier – probablement le même fichier/)).toBeTruthy();
  });

  it('has one chosen among several, which ticks it', async () => {
    const { user, inside, migrate, box, sent } = await setUp(migrationDialogExamples['several-candidates']);
    expect(box('Migrer Facturation 2026.fac').disabled).toBe(true);
    await user.selectOptions(
      inside.getByRole('combobox', { name: 'Emplacement de Facturation 2026.fac' }),
      'D:\\Sauvegarde\\Facturation 2026.fac',
    );
    expect(box('Migrer Facturation 2026.fac').checked).toBe(true);
    await migrate();
    expect(sent()[0]).toContainEqual({
      fileId: 'file-doc',
      from: 'S:\\Mandats\\Rochat\\Facturation 2026.fac',
      path: 'D:\\Sauvegarde\\Facturation 2026.fac',
      adopt: true,
    });
  });

  it('keeps an entry file beside its accounting, says why, and ticks it again with it', async () => {
    const { user, inside, box } = await setUp(migrationDialogExamples.stray);
    const entries = 'Migrer Rochat (01-01-2026 ~ 31-12-2026).ecf';
    expect([box(entries).disabled, box(entries).checked]).toEqual([true, false]);
    expect(inside.getByText(/à côté de sa comptabilité.*migrez aussi Compta 2026\.cre/)).toBeTruthy();
    await user.click(box('Migrer Compta 2026.cre'));
    expect([box(entries).disabled, box(entries).checked]).toEqual([false, true]);
  });
});

describe('what is found nowhere', () => {
  it('is pointed to, which ticks it as a person’s word', async () => {
    const { user, inside, press, box, migrate, sent } = await setUp(migrationDialogExamples['none-found']);
    await press('Indiquer le fichier… Facturation 2026.fac');
    await user.dblClick(await inside.findByRole('option', { name: /Atelier Dubois/ }));
    expect(box('Migrer Facturation 2026.fac').checked).toBe(true);
    expect(document.activeElement).toBe(box('Migrer Facturation 2026.fac'));
    expect(inside.getByText(/^Indiqué par vous/)).toBeTruthy();
    await migrate();
    expect(sent()[0]).toMatchObject([
      { fileId: 'file-Facturation 2026.fac', path: 'S:\\Mandats\\Rochat\\Atelier Dubois.fac', adopt: true },
    ]);
  });

  it('gives the focus back where nothing is pointed to', async () => {
    const { user, inside, press } = await setUp(migrationDialogExamples['none-found']);
    await press('Indiquer le fichier… Salaires 2026.sal');
    await inside.findByRole('listbox');
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(
      inside.getByRole('button', { name: 'Indiquer le fichier… Salaires 2026.sal' }),
    );
  });

  it('is searched for in one folder, one ticked file after the other', async () => {
    const { user, inside, press, box, calls, answer } = await setUp(migrationDialogExamples['none-found']);
    await user.click(box('Chercher Salaires 2026.sal'));
    await press('Chercher dans un dossier…');
    answer('searchFile', ({ params }) => [
      {
        isOver: true,
        folders: 9,
        files: 4,
        found: params?.['fileId'] === 'file-Immobilisations.imm' ? 1 : 0,
      },
    ]);
    answer('getMigration', () => ({
      links: [...migrationExamples['none-found'].slice(0, 2), migrationExamples['folder-moved'][4]],
    }));
    await user.click(await inside.findByRole('button', { name: /^Choisir «\sRochat\s»$/ }));
    expect((await inside.findByRole('alert')).textContent).toBe(
      '1 fichier retrouvé dans S:\\Mandats\\Rochat. 1 reste introuvable\u00a0: cherchez dans un autre dossier, ou indiquez-le vous-même.',
    );
    const searched = calls.filter(({ operation }) => operation === 'searchFile');
    expect(searched.map(({ input }) => input.params?.['fileId'])).toEqual([
      'file-Facturation 2026.fac',
      'file-Immobilisations.imm',
    ]);
    expect(box('Migrer Immobilisations.imm').checked).toBe(true);
  });

  it('says which of the files is searched for now', async () => {
    const { user, inside, press } = await setUp(migrationDialogExamples.searching);
    await press('Chercher dans un dossier…');
    await user.click(await inside.findByRole('button', { name: /^Choisir «\sRochat\s»$/ }));
    expect(inside.getByRole('heading', { level: 3 }).textContent).toMatch(/Facturation 2026.*\(1 sur 3\)$/);
    await press('Annuler la recherche');
    expect(document.activeElement).toBe(inside.getByRole('button', { name: 'Chercher dans un dossier…' }));
  });

  it('asks for a file to be ticked before a search', async () => {
    const { user, press, box, inside } = await setUp(migrationDialogExamples['none-found']);
    await user.click(box('Chercher tous les fichiers introuvables'));
    await press('Chercher dans un dossier…');
    expect(inside.getByRole('alert').textContent).toMatch(/Cochez d’abord au moins un fichier à chercher/);
  });

  it('is only pointed to where the service cannot search', async () => {
    const { inside } = await setUp(migrationDialogExamples['none-found'], ['browse-folders']);
    expect(inside.queryByRole('checkbox')).toBeNull();
    expect(inside.queryByRole('button', { name: 'Chercher dans un dossier…' })).toBeNull();
    expect(inside.getAllByRole('button', { name: /^Indiquer le fichier…/ })).toHaveLength(3);
  });
});

describe('the preview', () => {
  it('says what will change, a folder as one, and what stays behind and why', async () => {
    const { inside, press, dialog, sent } = await setUp(migrationDialogExamples.mixed);
    await press('Aperçu…');
    expect(document.activeElement?.textContent).toMatch(/^3 fichiers changent d’emplacement dans le mandat/);
    expect(dialog.textContent).toContain(
      '2 fichiers S:\\Mandats\\Rochat\\→ désormais S:\\Archives\\Rochat\\',
    );
    const left = inside.getByRole('heading', { name: '3 fichiers restent tels quels' }).nextElementSibling;
    expect(left?.textContent).toMatch(
      /Banque\.banIntrouvable.*Débiteurs 2025\.facPas coché.*Immobilisations\.immUn autre/,
    );
    expect(sent()).toEqual([]);
  });

  it('leads back to the list, as it was', async () => {
    const { user, press, box } = await setUp(migrationDialogExamples['folder-moved']);
    await user.click(box('Migrer Banque.ban'));
    await press('Aperçu…');
    await press('Retour à la liste');
    expect(box('Migrer Banque.ban').checked).toBe(false);
    expect(document.activeElement?.textContent).toBe('Aperçu…');
  });
});

describe('the migration', () => {
  it('is one step, and is reported', async () => {
    const { user, inside, migrate, sent, onClose } = await setUp(migrationDialogExamples['folder-moved']);
    await migrate();
    expect(sent()).toHaveLength(1);
    expect(sent()[0]).toHaveLength(5);
    expect(inside.getByRole('status').textContent).toBe('5 liens rétablis');
    await user.keyboard('{Enter}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('reports what is left over, with the reason', async () => {
    const { inside, migrate } = await setUp(migrationDialogExamples['done-in-part']);
    await migrate();
    const left = inside.getByRole('heading', { name: /restent tels quels$/ }).nextElementSibling;
    expect(left?.textContent).toMatch(/Banque\.banIntrouvable/);
  });

  it('is undone as a whole', async () => {
    const { inside, migrate, press, calls } = await setUp(migrationDialogExamples['folder-moved']);
    await migrate();
    await press('Annuler la migration');
    expect(calls.find(({ operation }) => operation === 'undoLinkChange')?.input.params).toEqual({
      mandateId: 'mandate-1',
      changeId: 'change-1',
    });
    expect(inside.getByRole('status').textContent).toMatch(/^La migration est annulée/);
    expect(inside.queryByRole('button', { name: 'Annuler la migration' })).toBeNull();
  });

  it('reads the list anew when it is outdated, and says so', async () => {
    const { inside, migrate, answer } = await setUp(migrationDialogExamples.outdated);
    answer('getMigration', () => ({ links: migrationExamples['none-found'] }));
    await migrate();
    expect(inside.getByRole('alert').textContent).toMatch(/la situation a changé entre-temps/);
    expect(inside.getAllByText(/^Introuvable/)).toHaveLength(2);
  });

  it('B4: a refusal is told in place, and nothing is said to be done', async () => {
    const { inside, migrate } = await setUp(migrationDialogExamples.refused);
    await migrate();
    expect(inside.getByRole('alert').textContent).toMatch(/tenu par PC-ANNA/);
    expect(inside.getByRole('button', { name: 'Migrer 5 fichiers' })).toBeTruthy();
    expect(inside.queryByRole('status')).toBeNull();
  });

  it.each([
    ['file', { file: 'file-Banque.ban', folder: 'S:\\Mandats\\Rochat' }],
    ['path', { path: 'S:\\Archives\\Rochat\\Banque.ban', folder: 'S:\\Mandats\\Rochat' }],
  ])('a refusal that names a %s is told at its row', async (_, details) => {
    const { inside, migrate, answer, box } = await setUp(migrationDialogExamples['folder-moved']);
    answer('migrate', () => {
      throw new CallError('not-beside-accounting', 422, '', details);
    });
    await migrate();
    const row = box('Migrer Banque.ban').closest('li');
    expect(row?.textContent).toMatch(/Rien n’a été changé.*à côté de sa comptabilité, dans S:/);
    expect(inside.getAllByRole('alert')).toHaveLength(1);
    expect(document.activeElement).toBe(box('Migrer Banque.ban'));
  });
});
