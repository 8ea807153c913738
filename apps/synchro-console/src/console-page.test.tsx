import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CallError } from '@synchro/sync-core/client';
import { locales } from '@synchro/sync-react';
import { describe, expect, it } from 'vitest';
import { consoleExamples } from './examples/console-examples.js';
import type { ConsoleExample } from './examples/console-examples.js';
import { ALL_CAPABILITIES, LOCAL_CAPABILITIES } from './examples/example-parts.js';
import { renderConsole, stubPage } from './testing/render-console.js';

stubPage();

const goTo = (hash: string) =>
  act(() => {
    location.hash = hash;
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });

const states = Object.entries<ConsoleExample>(consoleExamples).map(
  ([name, example]) => [name, 'fr', example] as const,
);
const languages = locales.map((locale) => ['several', locale, consoleExamples.several] as const);

describe('the page', () => {
  it.each([...states, ...languages])('%s is there in %s, with its banner', async (_, locale, example) => {
    await renderConsole(example, { locale });
    expect(screen.getByRole('main')).toBeTruthy();
    const lines = example.overview?.notifications.length ?? 0;
    const shown = document.querySelectorAll('.console-banner .row').length;
    expect(shown).toBeGreaterThanOrEqual(Math.min(lines, 3));
    for (const control of document.querySelectorAll('button, a'))
      expect(control.textContent || control.getAttribute('aria-label')).toBeTruthy();
  });
});

describe('the page without a mandate', () => {
  const path = () => screen.getByLabelText('Fichier de la comptabilité');
  const name = () => screen.getByLabelText('Nom du mandat');
  const create = () => screen.getByRole('button', { name: 'Créer le mandat' });

  it('says how one comes into being', async () => {
    await renderConsole(consoleExamples.empty);
    expect(screen.getByRole('heading', { name: 'Aucun mandat sur cet ordinateur' })).toBeTruthy();
    expect(screen.getByText(/naît du fichier de la comptabilité/)).toBeTruthy();
  });

  it('says at each field what is missing, and asks nothing of the service', async () => {
    const user = userEvent.setup();
    const { calls } = await renderConsole(consoleExamples.empty);
    await user.click(create());
    expect(path().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Indiquez le fichier de la comptabilité.')).toBeTruthy();
    expect(screen.getByText('Donnez un nom au mandat.')).toBeTruthy();
    expect(document.activeElement).toBe(path());
    expect(calls).toEqual([]);
  });

  it('creates one, without the quotation marks of a copied path, and leads to it', async () => {
    const user = userEvent.setup();
    const { calls, answer } = await renderConsole(consoleExamples.empty);
    answer('createMandate', () => ({ id: 'mandate-9' }));
    await user.type(path(), '"S:\\Mandats\\Compta 2026.cre"');
    await user.clear(name());
    await user.type(name(), ' Rochat ');
    await user.click(create());
    await waitFor(() => expect(location.hash).toBe('#/mandates/mandate-9/files'));
    expect(calls[0]?.input.body).toEqual({ name: 'Rochat', accountingFile: 'S:\\Mandats\\Compta 2026.cre' });
    expect(calls[0]?.input.idempotencyKey).toBeTruthy();
  });

  it('says a refusal at the field that it is about, and keeps what was typed', async () => {
    const user = userEvent.setup();
    const { answer } = await renderConsole(consoleExamples.empty);
    answer('createMandate', () => {
      throw new CallError('path-not-found', 422, '', {});
    });
    await user.type(path(), 'S:\\Nulle part.cre');
    await user.type(name(), 'Rochat');
    await user.click(create());
    await screen.findByText(/Il n’y a pas de fichier à cet endroit/);
    expect(path().getAttribute('aria-invalid')).toBe('true');
    expect(name().getAttribute('aria-invalid')).toBe('false');
    expect(path()).toHaveProperty('value', 'S:\\Nulle part.cre');
  });
});

describe('the selected mandate', () => {
  const atEntries = '#/mandates/mandate-1/entries';

  it('has its tabs in the address, both ways', async () => {
    const user = userEvent.setup();
    await renderConsole(consoleExamples['one-local'], { hash: '#/mandates/mandate-1/history' });
    const tab = (title: string) => screen.getByRole('tab', { name: title });
    expect(tab('Historique').getAttribute('aria-selected')).toBe('true');
    await user.click(tab('En attente (4)'));
    expect(location.hash).toBe(atEntries);
    goTo('#/mandates/mandate-1/files');
    expect(tab('Fichiers').getAttribute('aria-selected')).toBe('true');
    expect(await screen.findByRole('table')).toBeTruthy();
    expect(document.title).toBe('Menuiserie Rochat – Crésus Synchro');
  });

  it('shows its files with place, period and state', async () => {
    await renderConsole(consoleExamples['one-local'], { hash: '#/mandates/mandate-1/files' });
    const row = (await screen.findByRole('rowheader', { name: /^Salaires 2026/ })).closest('tr')!;
    expect(within(row).getByText('S:\\Mandats\\Rochat')).toBeTruthy();
    expect(within(row).getByText('01.01.2026 – 31.12.2026')).toBeTruthy();
    expect(within(row).getByText(/^Illisible depuis \d\d:05$/)).toBeTruthy();
    const moved = screen.getByRole('rowheader', { name: /^Atelier Rochat\.fac/ }).closest('tr')!;
    expect(within(moved).getByText('Déplacé')).toBeTruthy();
  });

  it('shows the period in which something waits, and another one when it is chosen', async () => {
    const user = userEvent.setup();
    const { calls } = await renderConsole(consoleExamples['one-local'], { hash: atEntries });
    const asked = () =>
      calls
        .filter(({ operation }) => operation === 'listEntries')
        .map(({ input }) => input.query?.['accountingFile']);
    const choice = await screen.findByRole('combobox', { name: 'Période comptable' });
    expect(
      within(choice)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual([
      '01.01.2026 – 31.12.2026 · Compta 2026.cre · 3 en attente',
      '01.01.2025 – 31.12.2025 · Compta 2025.cre',
    ]);
    await waitFor(() => expect(asked()).toEqual(['file-cre']));
    await user.selectOptions(choice, 'file-cre-2025');
    await waitFor(() => expect(asked()).toEqual(['file-cre', 'file-cre-2025']));
    expect(location.hash).toBe(`${atEntries}?period=file-cre-2025`);
  });

  it('is read anew when the overview tells something else of it, and not when it does not', async () => {
    const { calls, show } = await renderConsole(consoleExamples['one-local'], {
      hash: '#/mandates/mandate-1/files',
    });
    await screen.findByRole('table');
    const reads = () => calls.filter(({ operation }) => operation === 'getMandate').length;
    const { overview } = consoleExamples['one-local'];
    show({ ...overview, service: { ...overview.service } });
    expect(reads()).toBe(1);
    show({ ...overview, mandates: overview.mandates.map((mandate) => ({ ...mandate, moved: 1 })) });
    await waitFor(() => expect(reads()).toBe(2));
  });

  it('that does not exist is told, after the moment that a new one takes', async () => {
    await renderConsole(consoleExamples['one-local'], { hash: '#/mandates/nobody/files', now: Date.now });
    expect(screen.queryByText('Mandat introuvable')).toBeNull();
    expect(await screen.findByText('Mandat introuvable')).toBeTruthy();
  });

  it('has no command that the service does not list', async () => {
    const { overview } = consoleExamples['no-internet'];
    const { show } = await renderConsole(consoleExamples['no-internet'], {
      hash: '#/mandates/mandate-2/files',
    });
    await screen.findByRole('table');
    const named = (name: RegExp) => screen.queryAllByRole('button', { name }).length;
    expect([named(/^Synchroniser$/), named(/dans le dossier$/), named(/^Se déconnecter$/)]).toEqual([
      1, 6, 1,
    ]);
    show({ ...overview, capabilities: LOCAL_CAPABILITIES.filter((one) => one !== 'show-in-folder') });
    expect([named(/^Synchroniser$/), named(/dans le dossier$/), named(/^Se déconnecter$/)]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('the way to post', () => {
  it('is a button while something waits and the service can post', async () => {
    const user = userEvent.setup();
    const { overview } = consoleExamples['one-local'];
    const { show } = await renderConsole(consoleExamples['one-local'], {
      hash: '#/mandates/mandate-1/files',
    });
    const button = () => within(screen.getByRole('main')).queryByRole('button', { name: 'Comptabiliser' });
    expect(button()).toBeTruthy();
    show({ ...overview, capabilities: LOCAL_CAPABILITIES.filter((one) => one !== 'post') });
    expect(button()).toBeNull();
    show(overview);
    await user.click(button()!);
    expect(location.hash).toBe('#/mandates/mandate-1/entries');
  });
});

describe('the account', () => {
  it('is signed in to by the dialog that the banner’s button opens too', async () => {
    const user = userEvent.setup();
    await renderConsole(consoleExamples['signed-out']);
    expect(screen.getAllByRole('button', { name: 'Se connecter' })).toHaveLength(2);
    await user.click(screen.getAllByRole('button', { name: 'Se connecter' })[0]!);
    expect(await screen.findByRole('dialog')).toBeTruthy();
  });

  it('is named, and signed out on demand', async () => {
    const user = userEvent.setup();
    const { calls, answer } = await renderConsole(consoleExamples['shared-and-synchronised']);
    answer('signOut', () => undefined);
    const account = screen.getByRole('group', { name: 'Compte' });
    expect(account.textContent).toContain('Anna Keller');
    await user.click(within(account).getByRole('button', { name: 'Se déconnecter' }));
    expect(calls.map(({ operation }) => operation)).toEqual(['signOut']);
  });

  it('is there only where the service can sign in', async () => {
    const { overview } = consoleExamples['signed-out'];
    const { show } = await renderConsole(consoleExamples['signed-out']);
    const account = () => screen.queryByRole('group', { name: 'Compte' });
    expect(account()?.textContent).toContain('Personne n’est connecté');
    show({ ...overview, capabilities: ALL_CAPABILITIES.filter((one) => one !== 'sign-in') });
    expect(account()).toBeNull();
  });
});
