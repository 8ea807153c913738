import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CallError } from '@synchro/sync-core/client';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { consoleExamples } from '../examples/console-examples.js';
import type { FileChooserProps } from '../file-field/file-chooser-context.js';
import { renderConsole, stubPage } from '../testing/render-console.js';

stubPage();

const path = () => screen.getByRole('textbox', { name: 'Fichier de la comptabilité' });
const name = () => screen.getByRole('textbox', { name: 'Nom du mandat' });
const chart = () => screen.getByRole('textbox', { name: 'Plan comptable (facultatif)' });
const create = () => screen.getByRole('button', { name: 'Créer le mandat' });
const drop = (data: Readonly<Record<string, string>>, ...names: readonly string[]) =>
  fireEvent.drop(path(), {
    dataTransfer: { getData: (type: string) => data[type] ?? '', files: names.map((one) => ({ name: one })) },
  });

/** Stands for the chooser: says what it was told, and chooses one file. */
const told: FileChooserProps[] = [];
function Chooser(props: FileChooserProps): ReactElement {
  told.splice(0, 1, props);
  return (
    <button type="button" onClick={() => props.onChoose('S:\\Mandats\\Brunner\\Compta 2026.cre')}>
      Prendre
    </button>
  );
}
const loadFileChooser = () => Promise.resolve(Chooser);

describe('a new mandate', () => {
  it('is called as its folder, unless a person says otherwise', async () => {
    const user = userEvent.setup();
    await renderConsole(consoleExamples.create);
    await user.click(path());
    await user.paste('"S:\\Mandats\\Garage Brunner\\Compta 2026.cre"');
    expect(name()).toHaveProperty('value', 'Garage Brunner');
    await user.tab();
    expect(path()).toHaveProperty('value', 'S:\\Mandats\\Garage Brunner\\Compta 2026.cre');
    await user.clear(name());
    await user.type(name(), 'Brunner SA');
    drop({ 'text/uri-list': 'file:///S:/Mandats/Autre/Compta%202026.cre' });
    expect(path()).toHaveProperty('value', 'S:\\Mandats\\Autre\\Compta 2026.cre');
    expect(name()).toHaveProperty('value', 'Brunner SA');
  });

  it('has its chart of accounts, whose refusal is said at its field', async () => {
    const user = userEvent.setup();
    const { answer, calls } = await renderConsole(consoleExamples.create);
    answer('createMandate', () => {
      throw new CallError('path-not-found', 422, '', { field: 'chartFile' });
    });
    drop({ 'text/plain': 'S:\\Mandats\\Rochat\\Compta 2026.cre' });
    await user.type(chart(), 'S:\\Plan.crp');
    await user.click(create());
    await waitFor(() => expect(chart().getAttribute('aria-invalid')).toBe('true'));
    expect(document.activeElement).toBe(chart());
    expect(path().getAttribute('aria-invalid')).toBe('false');
    expect(calls.at(-1)?.input.body).toEqual({
      name: 'Rochat',
      accountingFile: 'S:\\Mandats\\Rochat\\Compta 2026.cre',
      chartFile: 'S:\\Plan.crp',
    });
  });

  it('warns of a folder that a cloud drive keeps, and creates it all the same', async () => {
    const user = userEvent.setup();
    const { answer } = await renderConsole(consoleExamples.create);
    answer('createMandate', () => ({ id: 'mandate-9' }));
    drop({ 'text/plain': 'C:\\Users\\anna\\Dropbox\\Rochat\\Compta.cre' });
    expect(screen.getByText(/dans un dossier de Dropbox/).closest('[role="status"]')).toBeTruthy();
    await user.click(create());
    await waitFor(() => expect(location.hash).toBe('#/mandates/mandate-9/files'));
  });

  it('without a chooser: no button, and a dropped file is asked for by its path', async () => {
    await renderConsole(consoleExamples.create);
    expect(screen.queryByRole('button', { name: /^Choisir/ })).toBeNull();
    drop({}, 'Compta 2026.cre');
    expect(screen.getByText(/ne dit pas où se trouve Compta 2026\.cre.*chemin complet/)).toBeTruthy();
    expect(path()).toHaveProperty('value', '');
  });

  it('with a chooser: begins beside what was given, and a dropped file is sought by its name', async () => {
    const user = userEvent.setup();
    await renderConsole(consoleExamples.create, { loadFileChooser });
    drop({}, 'Compta 2026.cre');
    expect(screen.getByText(/ne dit pas où se trouve Compta 2026\.cre.*fenêtre/)).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Prendre' }));
    expect(told[0]).toMatchObject({
      sought: 'Compta 2026.cre',
      extensions: ['cre'],
      start: null,
      pick: 'file',
    });
    expect(path()).toHaveProperty('value', 'S:\\Mandats\\Brunner\\Compta 2026.cre');
    expect(name()).toHaveProperty('value', 'Brunner');
    expect(screen.queryByText(/ne dit pas où/)).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Choisir… – Plan comptable/ }));
    // What is typed in the chooser does not send the form.
    expect((await screen.findByRole('button', { name: 'Prendre' })).closest('form')).toBeNull();
    expect(told[0]).toMatchObject({ sought: null, extensions: ['crp'], start: 'S:\\Mandats\\Brunner' });
  });

  it('has no button to choose where the service does not list folders', async () => {
    await renderConsole(consoleExamples.empty, { loadFileChooser });
    expect(screen.queryByRole('button', { name: /^Choisir/ })).toBeNull();
  });
});
