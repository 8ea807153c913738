import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CallError } from '@synchro/sync-core/client';
import { describe, expect, it } from 'vitest';
import { consoleExamples } from '../examples/console-examples.js';
import { aFile } from '../examples/example-parts.js';
import { renderConsole, stubPage } from '../testing/render-console.js';

stubPage();

/** Stands for the chooser, which is a dialog too. */
const loadFileChooser = () => Promise.resolve(() => <dialog aria-label="Choisir" open />);

async function setUp() {
  const user = userEvent.setup();
  const rendered = await renderConsole(consoleExamples.attach, { loadFileChooser });
  const dialog = within(screen.getByRole('dialog', { name: 'Attacher un fichier' }));
  const path = () => dialog.getByRole('textbox', { name: 'Fichier' });
  return {
    ...rendered,
    user,
    dialog,
    path,
    give: async (text: string) => {
      await user.clear(path());
      await user.click(path());
      await user.paste(text);
    },
    submit: () => user.click(dialog.getByRole('button', { name: 'Attacher' })),
    asked: () =>
      rendered.calls.filter(({ operation }) => operation === 'attachFile').map(({ input }) => input.body),
  };
}

describe('Attacher un fichier…', () => {
  it('a document: program and entry file are proposed by its name, and can be chosen', async () => {
    const { user, dialog, give, submit, answer, asked, calls } = await setUp();
    answer('attachFile', () => aFile({ name: 'Atelier Rochat.fac' }));
    await give('"S:\\Mandats\\Rochat\\Atelier Rochat.fac"');
    const product = dialog.getByRole('combobox', { name: 'Programme' });
    const entryFile = dialog.getByRole('combobox', { name: 'Fichier d’écritures' });
    expect(product).toHaveProperty('value', 'facturation');
    expect(entryFile).toHaveProperty('value', 'file-ecf');
    expect(dialog.getByText(/^Proposé d’après son nom/)).toBeTruthy();
    await user.selectOptions(product, 'Banking');
    await user.selectOptions(entryFile, 'file-ecs');
    const reads = () => calls.filter(({ operation }) => operation === 'getMandate').length;
    const before = reads();
    await submit();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked()).toEqual([
      { path: 'S:\\Mandats\\Rochat\\Atelier Rochat.fac', product: 'banking', entryFile: 'file-ecs' },
    ]);
    expect(screen.getByText('Atelier Rochat.fac est attaché.')).toBeTruthy();
    expect(reads()).toBeGreaterThan(before);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Attacher un fichier…' }));
  });

  it('what was chosen for one file is not kept for another', async () => {
    const { user, dialog, give } = await setUp();
    await give('S:\\a\\A.fac');
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Programme' }), 'Banking');
    await give('S:\\a\\B.sal');
    expect(dialog.getByRole('combobox', { name: 'Programme' })).toHaveProperty('value', 'salaires');
  });

  it('a fiscal period and an entry file: says what becomes of them, and asks nothing more', async () => {
    const { dialog, give, submit, answer, asked } = await setUp();
    answer('attachFile', () => aFile());
    await give('S:\\Mandats\\Rochat\\Ventes.ecf');
    expect(dialog.getByText(/sera de nouveau attaché et comparé/)).toBeTruthy();
    await give('S:\\Mandats\\Rochat\\Compta 2027.cre');
    expect(dialog.getByText(/période comptable supplémentaire/)).toBeTruthy();
    expect(dialog.queryByRole('combobox')).toBeNull();
    await submit();
    await waitFor(() =>
      expect(asked()).toEqual([{ path: 'S:\\Mandats\\Rochat\\Compta 2027.cre', product: 'compta' }]),
    );
  });

  it('asks whose document it is where the name does not tell', async () => {
    const { dialog, give, submit, asked } = await setUp();
    await give('S:\\Mandats\\Rochat\\Actifs.dat');
    await submit();
    const product = dialog.getByRole('combobox', { name: 'Programme' });
    expect(product.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(product);
    expect(asked()).toEqual([]);
  });

  it('says at the field what is wrong with the file, naming the mandate that has it', async () => {
    const { dialog, path, give, submit, answer } = await setUp();
    await submit();
    expect(dialog.getByText('Indiquez le fichier à attacher.')).toBeTruthy();
    expect(document.activeElement).toBe(path());
    answer('attachFile', () => {
      throw new CallError('already-in-mandate', 409, '', { name: 'Garage Brunner' });
    });
    await give('S:\\x\\A.fac');
    await submit();
    expect(await dialog.findByText(/^Ce fichier fait déjà partie du mandat Garage Brunner/)).toBeTruthy();
    expect(path().getAttribute('aria-invalid')).toBe('true');
  });

  it('is not closed by Escape in the chooser above it', async () => {
    const { user, dialog } = await setUp();
    await user.click(dialog.getByRole('button', { name: 'Choisir… – Fichier' }));
    fireEvent(
      await screen.findByRole('dialog', { name: 'Choisir' }),
      new Event('cancel', { cancelable: true }),
    );
    expect(screen.getByRole('dialog', { name: 'Attacher un fichier' })).toBeTruthy();
  });

  it('warns of a folder that a cloud drive keeps', async () => {
    const { dialog, give } = await setUp();
    await give('C:\\Users\\anna\\OneDrive\\Rochat\\A.fac');
    expect(dialog.getByText(/dans un dossier de OneDrive/)).toBeTruthy();
    await give('S:\\Rochat\\A.fac');
    expect(dialog.queryByText(/OneDrive/)).toBeNull();
  });
});
