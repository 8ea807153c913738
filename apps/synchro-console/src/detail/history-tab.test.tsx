import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CallError } from '@synchro/sync-core/client';
import { describe, expect, it } from 'vitest';
import { consoleExamples } from '../examples/console-examples.js';
import { exampleLinkChanges } from '../examples/example-link-changes.js';
import { ALL_CAPABILITIES } from '../examples/example-parts.js';
import { renderConsole, stubPage } from '../testing/render-console.js';

stubPage();

const items = async () => {
  const corrections = within(await screen.findByRole('region', { name: 'Liens corrigés' }));
  await corrections.findAllByRole('heading', { level: 4 });
  return corrections.getAllByRole('listitem').filter((item) => item.classList.contains('link-change'));
};

describe('the corrections of links in the history', () => {
  it('say when, what and from where to where, many files folded', async () => {
    await renderConsole(consoleExamples.history);
    const [restored, migrated, undone] = await items();
    expect(restored?.textContent).toMatch(
      /^Lien rétabli le 05\.06\.2026 à .*Atelier\.fac → Atelier Rochat\.fac/,
    );
    expect(migrated?.textContent).toMatch(/^12 fichiers migrés le .*S:\\Mandats\\Rochat → S:\\Archives/);
    const files = within(migrated!).getByText('Afficher les 12 fichiers').closest('details');
    expect(files?.open).toBe(false);
    expect(files?.querySelectorAll('li')).toHaveLength(12);
    expect(undone?.textContent).toContain('Salaires 2026.sal');
    expect(within(undone!).getByText(/^Annulé le 04\.06\.2026/)).toBeTruthy();
    expect(within(undone!).queryByRole('button')).toBeNull();
  });

  it('can be taken back, and are read again', async () => {
    const user = userEvent.setup();
    const { answer, calls } = await renderConsole(consoleExamples.history);
    const [first] = await items();
    const [change, ...others] = exampleLinkChanges;
    const taken = { ...change, undoneAt: '2026-06-05T09:00:00.000Z', undoPossible: false };
    answer('undoLinkChange', () => taken);
    answer('listLinkChanges', () => ({ items: [taken, ...others] }));
    await user.click(within(first!).getByRole('button', { name: 'Annuler' }));
    await waitFor(() => expect(within(first!).getByText(/^Annulé le 05\.06\.2026/)).toBeTruthy());
    expect(calls.find(({ operation }) => operation === 'undoLinkChange')?.input.params).toEqual({
      mandateId: 'mandate-1',
      changeId: 'change-3',
    });
  });

  it('say why one could not be taken back', async () => {
    const user = userEvent.setup();
    const { answer } = await renderConsole(consoleExamples.history);
    answer('undoLinkChange', () => {
      throw new CallError('link-outdated', 409, '', {});
    });
    const [first] = await items();
    await user.click(within(first!).getByRole('button', { name: 'Annuler' }));
    expect((await within(first!).findByRole('alert')).textContent).toContain('a changé entre-temps');
  });

  it('are read again when the overview tells something else of the mandate', async () => {
    const { show, calls } = await renderConsole(consoleExamples.history);
    await items();
    const { overview } = consoleExamples.history;
    show({ ...overview, mandates: overview.mandates.map((mandate) => ({ ...mandate, moved: 1 })) });
    await waitFor(() =>
      expect(calls.filter(({ operation }) => operation === 'listLinkChanges')).toHaveLength(2),
    );
  });

  it('are not asked for where the service takes none back', async () => {
    const { overview } = consoleExamples.history;
    const capabilities = ALL_CAPABILITIES.filter((one) => one !== 'undo-link');
    const { calls } = await renderConsole({
      ...consoleExamples.history,
      overview: { ...overview, capabilities },
    });
    await screen.findByRole('combobox', { name: 'Période comptable' });
    expect(screen.queryByRole('region', { name: 'Liens corrigés' })).toBeNull();
    expect(calls.some(({ operation }) => operation === 'listLinkChanges')).toBe(false);
  });
});
