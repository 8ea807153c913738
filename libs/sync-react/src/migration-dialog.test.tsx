import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { migrationDialogExamples, migrationExamples } from './examples.js';
import type { DialogExample } from './examples.js';
import { MigrationDialog } from './migration-dialog.js';
import { renderDialog } from './testing/render-dialog.js';
import { stubLayout } from './testing/stub-layout.js';

stubLayout();

async function setUp(example: DialogExample) {
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
  return {
    ...rendered,
    user,
    inside,
    onClose,
    press: () => user.click(inside.getByRole('button', { name: /^Migrer/ })),
    sent: () =>
      rendered.calls
        .filter(({ operation }) => operation === 'migrate')
        .map(
          ({ input }) => (input.body as { moves: { fileId: string; path: string; adopt: boolean }[] }).moves,
        ),
  };
}

describe('the migration', () => {
  it('tells a folder that moved as one, and migrates all that is certain with one button', async () => {
    const { inside, press, sent } = await setUp(migrationDialogExamples.done);
    expect(inside.getAllByRole('region')).toHaveLength(1);
    expect(inside.getByRole('button', { name: 'Migrer 5 fichiers' })).toBeTruthy();
    await press();
    expect(sent()[0]).toHaveLength(5);
    const done = inside.getByRole('status');
    expect(done.textContent).toBe('5 liens rétablis');
    expect(document.activeElement).toBe(done);
    expect(inside.getAllByRole('listitem')).toHaveLength(5);
  });

  it('unticks and ticks a folder with one box', async () => {
    const { user, inside, press, sent } = await setUp(migrationDialogExamples.done);
    await user.click(inside.getByRole('checkbox', { name: /^Migrer tout ce qui est certain/ }));
    await press();
    expect(sent()).toEqual([]);
    expect(inside.getByText('Cochez d’abord au moins un fichier.')).toBeTruthy();
    await user.click(inside.getByRole('checkbox', { name: 'Migrer Banque.ban' }));
    expect(inside.getByRole('button', { name: 'Migrer 1 fichier' })).toBeTruthy();
    expect(inside.getByText('4 fichiers restent tels quels')).toBeTruthy();
  });

  it('leaves what is only likely unticked, and says so', async () => {
    const { inside } = await setUp(migrationDialogExamples['single-files']);
    const box = inside.getByRole<HTMLInputElement>('checkbox', { name: 'Migrer Salaires 2026.sal' });
    expect(box.checked).toBe(false);
    expect(inside.getByText(/^À vérifier – probablement le même fichier/)).toBeTruthy();
  });

  it('has one chosen among several, which ticks it', async () => {
    const { user, inside, press, sent, answer } = await setUp(migrationDialogExamples['several-candidates']);
    const box = inside.getByRole<HTMLInputElement>('checkbox', { name: 'Migrer Facturation 2026.fac' });
    expect(box.disabled).toBe(true);
    await user.selectOptions(
      inside.getByRole('combobox', { name: 'Emplacement de Facturation 2026.fac' }),
      'D:\\Sauvegarde\\Facturation 2026.fac',
    );
    expect(box.checked).toBe(true);
    answer('migrate', () => ({ restored: [] }));
    await press();
    expect(sent()[0]).toContainEqual({
      fileId: 'file-doc',
      from: 'S:\\Mandats\\Rochat\\Facturation 2026.fac',
      path: 'D:\\Sauvegarde\\Facturation 2026.fac',
      adopt: true,
    });
  });

  it('says what is found nowhere, and has no box for it', async () => {
    const { inside } = await setUp(migrationDialogExamples['none-found']);
    expect(inside.getByText(/^Introuvable/)).toBeTruthy();
    expect(inside.queryByRole('checkbox')).toBeNull();
  });

  it('reads the list anew when it is outdated, and says so', async () => {
    const { inside, press, answer } = await setUp(migrationDialogExamples.outdated);
    answer('getMigration', () => ({ links: migrationExamples['none-found'] }));
    await press();
    expect(inside.getByRole('alert').textContent).toMatch(/la situation a changé entre-temps/);
    expect(inside.getByText(/^Introuvable/)).toBeTruthy();
  });

  it('B4: a refusal is told in place, and nothing is said to be done', async () => {
    const { inside, press } = await setUp(migrationDialogExamples.refused);
    await press();
    expect(inside.getByRole('alert').textContent).toMatch(/pas de fichier à cet endroit/);
    expect(inside.queryByRole('status')).toBeNull();
  });
});
