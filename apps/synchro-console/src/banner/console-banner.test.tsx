import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { consoleExamples } from '../examples/console-examples.js';
import { ALL_CAPABILITIES, anOverview, EXAMPLE_NOW } from '../examples/example-parts.js';
import { renderConsole, stubPage } from '../testing/render-console.js';

stubPage();

const banner = () => screen.getByRole('region', { name: 'Notifications' });
const lines = () => within(banner()).queryAllByRole('listitem');
const textOf = (line: HTMLElement | undefined) => line?.querySelector('.message')?.textContent ?? '';

describe('the banner of the console', () => {
  it('says of each row what, why and since when, with its one button', async () => {
    await renderConsole(consoleExamples['no-internet']);
    const [line] = lines();
    expect(lines()).toHaveLength(1);
    expect(textOf(line)).toMatch(
      /^Erreur\s: Boulangerie Aux Trois Épis Sàrl Erreur de synchronisation\s: .*internet\D*depuis \d\d:05$/,
    );
    expect(
      within(line!)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Réessayer']);
  });

  it('is red exactly when a row is an error, and empty when there is none', async () => {
    const { show } = await renderConsole(consoleExamples['no-internet']);
    const isRed = () => banner().querySelector('[data-severity="error"]') !== null;
    expect(isRed()).toBe(true);
    show(consoleExamples['moved-folder'].overview);
    expect(isRed()).toBe(false);
    expect(lines()).toHaveLength(1);
    show(anOverview());
    expect(lines()).toHaveLength(0);
  });

  it('shows the first rows, and the others on demand', async () => {
    const user = userEvent.setup();
    await renderConsole(consoleExamples.several);
    expect(lines()).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Afficher 1 autre' }));
    expect(lines()).toHaveLength(4);
    await user.click(screen.getByRole('button', { name: 'Réduire' }));
    expect(lines()).toHaveLength(3);
  });

  it('names a row’s mandates, the many as a number, and leads to them', async () => {
    await renderConsole(consoleExamples['hundreds-of-mandates']);
    expect(textOf(lines()[0])).toContain('Mandat 1 Sàrl, Mandat 12 AG et 35 autres mandats Erreur');
    const links = within(lines()[0]!).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#/mandates/mandate-0/files',
      '#/mandates/mandate-11/files',
    ]);
  });

  it('has no button for what the service does not list', async () => {
    const { show } = await renderConsole(consoleExamples['no-internet']);
    const { overview } = consoleExamples['no-internet'];
    const buttons = () => within(banner()).queryAllByRole('button');
    expect(buttons()).toHaveLength(1);
    show({ ...overview, capabilities: ALL_CAPABILITIES.filter((one) => one !== 'retry-sync') });
    expect(buttons()).toHaveLength(0);
    expect(lines()).toHaveLength(1);
  });

  it('Réessayer tries the mandates of the row again, and says in place why that came to nothing', async () => {
    const user = userEvent.setup();
    const { calls } = await renderConsole(consoleExamples['no-internet']);
    await user.click(within(banner()).getByRole('button', { name: 'Réessayer' }));
    expect(calls.find(({ operation }) => operation === 'retrySync')?.input.body).toEqual({
      mandates: ['mandate-2'],
    });
    expect((await within(banner()).findAllByRole('alert')).at(-1)?.textContent).toContain('ne répond pas');
  });

  it('Rétablir le lien opens the dialog of the file in whose place another lies', async () => {
    const user = userEvent.setup();
    const { calls } = await renderConsole(consoleExamples['other-file']);
    await user.click(within(banner()).getByRole('button', { name: 'Rétablir le lien' }));
    expect(await screen.findByRole('dialog', { name: 'Rétablir le lien' })).toBeTruthy();
    expect(calls.find(({ operation }) => operation === 'getLink')?.input.params).toEqual({
      mandateId: 'mandate-3',
      fileId: 'file-fac',
    });
  });

  it('Détails… opens what is known of it', async () => {
    const user = userEvent.setup();
    await renderConsole(consoleExamples.several);
    await user.click(screen.getByRole('button', { name: 'Afficher 1 autre' }));
    await user.click(within(banner()).getByRole('button', { name: 'Détails…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Fichier illisible' });
    expect(within(dialog).getByText(/Ligne 12, colonne 1/)).toBeTruthy();
  });

  it('Migrer… opens the dialog of the mandate whose files moved', async () => {
    const user = userEvent.setup();
    const { answer, calls } = await renderConsole(consoleExamples['moved-folder']);
    answer('getMigration', () => ({ links: [] }));
    await user.click(within(banner()).getByRole('button', { name: 'Migrer…' }));
    expect(await screen.findByRole('dialog')).toBeTruthy();
    expect(calls.find(({ operation }) => operation === 'getMigration')?.input.params).toEqual({
      mandateId: 'mandate-3',
    });
  });

  it('B9: says which way the service is not there, and tries again', async () => {
    const user = userEvent.setup();
    const { asked } = await renderConsole(consoleExamples['never-answered']);
    expect(textOf(lines()[0])).toContain('Crésus Synchro ne répond pas');
    await user.click(within(banner()).getByRole('button', { name: 'Réessayer' }));
    expect(asked).toEqual(['retryNow']);
  });

  it('B6: keeps what is known while it reconnects, and says how old it is', async () => {
    let time = EXAMPLE_NOW;
    const { connection } = await renderConsole(consoleExamples['moved-folder'], { now: () => time });
    const { connection: lost } = consoleExamples['service-lost'];
    connection(lost);
    expect(textOf(lines()[0])).not.toContain('l’état affiché');
    time += 2_000;
    connection({ ...lost });
    expect(textOf(lines()[0])).toMatch(/Brunner.*Reconnexion… l’état affiché date de \d\d:59$/);
    time += 10_000;
    connection({ ...lost });
    expect(textOf(lines()[0])).toContain('Crésus Synchro ne répond pas');
    expect(textOf(lines()[1])).toContain('Brunner');
    expect(screen.getByRole('navigation', { name: /^Mandats/ }).textContent).toContain('Menuiserie Rochat');
  });
});
