import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { consoleExamples } from '../examples/console-examples.js';
import type { ConsoleExample } from '../examples/console-examples.js';
import { renderConsole, stubPage } from '../testing/render-console.js';

stubPage();

const list = () => screen.getByRole('navigation', { name: /^Mandats/ });
const rows = () =>
  within(list())
    .getAllByRole('link')
    .filter((link) => link.classList.contains('mandate'));
const examples = Object.entries<ConsoleExample>(consoleExamples).filter(
  ([, { overview, at }]) =>
    at === undefined && overview !== null && overview.mandates.length > 0 && overview.mandates.length < 50,
);

describe('the list of mandates', () => {
  it.each(examples)('%s: the red icon is there exactly where the overview has causes', async (_, example) => {
    await renderConsole(example);
    const mandates = example.overview?.mandates ?? [];
    expect(rows()).toHaveLength(mandates.length);
    for (const { name, sync } of mandates) {
      const row = within(list()).getByRole('link', { name: (found) => found.includes(name) });
      const isRed = within(row).queryByText('Synchronisation impossible') !== null;
      expect(isRed, name).toBe(sync !== null && sync.causes.length > 0);
      expect(row.querySelector('[data-severity="error"]') !== null, name).toBe(isRed);
    }
  });

  it('says of each its kind, its name, what waits and since when', async () => {
    await renderConsole(consoleExamples['shared-and-synchronised']);
    expect(rows().map((row) => row.textContent)).toEqual([
      'Mandat partagé Boulangerie Aux Trois Épis Sàrl1412 nouvelles écritures, 2 modifiées en attente depuis le 04.06.2026',
      expect.stringMatching(
        /^Mandat local Menuiserie Rochat43 nouvelles écritures, 1 supprimée en attente depuis \d\d:05$/,
      ),
      'Mandat local Garage BrunnerTenu par PC-ANNA',
    ]);
  });

  it('is one stop of the Tab key, and arrows go through it', async () => {
    const user = userEvent.setup();
    await renderConsole(consoleExamples.several);
    const [first, second] = rows();
    expect(rows().filter((row) => row.tabIndex === 0)).toEqual([first]);
    first?.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(second);
    await user.keyboard('{End}{ArrowDown}');
    expect(document.activeElement).toBe(rows().at(-1));
    await user.keyboard('{Home}{ArrowUp}');
    expect(document.activeElement).toBe(first);
  });

  it('finds by name among hundreds, says how many, and leads out of an empty result', async () => {
    const user = userEvent.setup();
    await renderConsole(consoleExamples['hundreds-of-mandates']);
    const filter = screen.getByRole('searchbox', { name: 'Chercher un mandat' });
    await user.click(filter);
    await user.paste('mandat 399');
    expect(rows()).toHaveLength(1);
    expect(screen.getByText('1 mandat trouvé')).toBeTruthy();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(rows()[0]);
    await user.type(filter, 'x');
    await user.click(screen.getByRole('button', { name: 'Afficher tous les mandats' }));
    await waitFor(() => expect(rows()).toHaveLength(400));
  });

  it('is filtered by one choice, which the address keeps with what is searched', async () => {
    const user = userEvent.setup();
    await renderConsole(consoleExamples['hundreds-of-mandates']);
    const choice = within(screen.getByRole('group', { name: 'Mandats montrés' }));
    expect(choice.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
      'Tous 400',
      'À régler 89',
      'En attente 134',
      'Silencieux 21',
      'Partagés 37',
    ]);
    await user.click(choice.getByRole('radio', { name: /^Silencieux/ }));
    await waitFor(() => expect(rows()).toHaveLength(21));
    expect(rows()[0]?.textContent).toContain('Plus rien reçu depuis le 20.02.2026');
    await user.click(screen.getByRole('searchbox', { name: 'Chercher un mandat' }));
    await user.paste('gmbh');
    expect(location.hash).toBe('#/?show=silent&q=gmbh');
    await user.click(rows()[0]!);
    expect(location.hash).toBe('#/mandates/mandate-58/files?show=silent&q=gmbh');
    history.back();
    await waitFor(() => expect(location.hash).toBe('#/?show=silent&q=gmbh'));
    history.back();
    await waitFor(() => expect(rows()).toHaveLength(400));
    expect(choice.getByRole('radio', { name: /^Tous/ })).toHaveProperty('checked', true);
  });

  it('opens as a bookmark says, also with few mandates, and keeps the choice from tab to tab', async () => {
    const user = userEvent.setup();
    await renderConsole(consoleExamples.silent, { hash: '#/mandates/mandate-5/files?show=silent' });
    expect(rows().map((row) => row.querySelector('.name')?.textContent)).toEqual(['Hoirie Delacrétaz']);
    await user.click(screen.getByRole('tab', { name: 'Historique' }));
    expect(location.hash).toBe('#/mandates/mandate-5/history?show=silent');
  });

  it('says that nothing answers to the choice', async () => {
    await renderConsole(consoleExamples['nothing-found']);
    expect(screen.getByText('Aucun mandat ne répond à ce choix.')).toBeTruthy();
  });

  it('changes as the overview does', async () => {
    const { show } = await renderConsole(consoleExamples['no-internet']);
    expect(screen.queryAllByText('Synchronisation impossible')).toHaveLength(1);
    show(consoleExamples['shared-and-synchronised'].overview);
    expect(screen.queryAllByText('Synchronisation impossible')).toHaveLength(0);
  });
});
