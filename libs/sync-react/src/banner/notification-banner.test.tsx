import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aSnapshot, bannerExamples, counts, notificationExamples } from '../examples.js';
import { renderBanner } from '../testing/render-banner.js';
import { stubLayout } from '../testing/stub-layout.js';
import { REST_MS } from './use-announcements.js';

stubLayout();
afterEach(() => vi.useRealTimers());

const pending = (created: number) => aSnapshot([notificationExamples.pending(counts(created, 0, 0), 0)]);
const rows = () => within(screen.getByRole('region')).getAllByRole('listitem');

describe('what the banner shows', () => {
  it('B1: keeps its slot when there is nothing to say', async () => {
    await renderBanner(bannerExamples.nothing);
    expect(screen.getByRole('region', { name: 'Crésus Synchro' }).getAttribute('data-height')).toBe('fixed');
    expect(screen.queryAllByRole('listitem')).toEqual([]);
  });

  it('B1: one line in a fixed slot, up to three with automatic height, the others behind "+ n"', async () => {
    const { rerender } = await renderBanner(bannerExamples.several);
    expect(rows()).toHaveLength(1);
    expect(screen.getByRole('button', { name: '4 autres notifications' }).textContent).toContain('+ 4');
    rerender({ height: 'auto' });
    expect(rows()).toHaveLength(3);
    expect(screen.getByRole('button', { name: '2 autres notifications' }).textContent).toContain('+ 2');
  });

  it('B2: says the severity in a word beside the icon', async () => {
    await renderBanner(bannerExamples.unreadable);
    expect(rows()[0]?.textContent).toMatch(/^Attention\s: Atelier Rochat .* fichier illisible/);
  });

  it.each([
    ['fr', '3 nouvelles écritures, 1 supprimée en attente', 'Comptabiliser'],
    ['de', '3 neue, 1 gelöschte Buchung zu verbuchen', 'Verbuchen'],
    ['it', '3 nuove registrazioni, 1 eliminata in attesa', 'Contabilizzare'],
    ['en', '3 new, 1 deleted entry pending', 'Post'],
  ] as const)('B4, B7: in %s it says "%s" and offers %s', async (locale, text, action) => {
    await renderBanner(bannerExamples['new-and-deleted'], { locale });
    expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getByRole('button', { name: action })).toBeTruthy();
  });

  it('B5: sorts by action, severity and time, whatever the order it was told', async () => {
    const { chartMissing, accountingMissing, unreadable } = notificationExamples;
    const snapshot = aSnapshot([
      chartMissing,
      accountingMissing,
      notificationExamples.pending(counts(1, 0, 0), 0),
      unreadable,
    ]);
    await renderBanner({ ...bannerExamples.nothing, snapshot }, { height: 'auto' });
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringContaining('fichier illisible'),
      expect.stringContaining('1 nouvelle écriture'),
      expect.stringContaining('comptabilité est introuvable'),
    ]);
  });

  it('B5: "+ n" opens the list of all, which gives the focus back', async () => {
    const user = userEvent.setup();
    await renderBanner(bannerExamples.several);
    await user.click(screen.getByRole('button', { name: '4 autres notifications' }));
    const list = await screen.findByRole('dialog', { name: 'Notifications' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    await user.click(within(list).getByRole('button', { name: 'Fermer' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '4 autres notifications' }));
  });

  it('says which of them have to be corrected', async () => {
    await renderBanner(bannerExamples['with-problems']);
    expect(screen.getByText('dont 2 à corriger')).toBeTruthy();
  });

  it('changes its language in place', async () => {
    const { rerender } = await renderBanner(bannerExamples['several-new']);
    rerender({ locale: 'de' });
    expect(await screen.findByText('3 neue Buchungen zu verbuchen')).toBeTruthy();
    expect(screen.getByRole('region').getAttribute('lang')).toBe('de');
  });
});

describe('folding', () => {
  it('B10: information folds to its count until the count changes', async () => {
    const user = userEvent.setup();
    const { show } = await renderBanner(bannerExamples['several-new']);
    await user.click(screen.getByRole('button', { name: 'Réduire' }));
    expect(screen.queryByText('3 nouvelles écritures en attente')).toBeNull();
    const chip = screen.getByRole('button', { name: /^Afficher.*3 nouvelles écritures en attente$/ });
    expect(chip.textContent).toMatch(/^3$/);
    show(pending(4));
    expect(screen.getByText('4 nouvelles écritures en attente')).toBeTruthy();
  });

  it('B10: and unfolds', async () => {
    const user = userEvent.setup();
    await renderBanner(bannerExamples['several-new']);
    await user.click(screen.getByRole('button', { name: 'Réduire' }));
    await user.click(screen.getByRole('button', { name: /^Afficher/ }));
    expect(screen.getByText('3 nouvelles écritures en attente')).toBeTruthy();
  });

  it.each(['unreadable', 'access-denied'] as const)('B10: %s cannot be put away', async (name) => {
    await renderBanner(bannerExamples[name]);
    expect(screen.queryByRole('button', { name: 'Réduire' })).toBeNull();
  });
});

describe('announcements', () => {
  it('B3: announces itself once, and never takes the focus', async () => {
    const before = document.activeElement;
    await renderBanner(bannerExamples['several-new']);
    expect(screen.getByRole('status').textContent).toContain('3 nouvelles écritures en attente');
    expect(screen.getByRole('alert').textContent).toBe('');
    expect(document.activeElement).toBe(before);
  });

  it('B3: errors are alerts', async () => {
    await renderBanner(bannerExamples['access-denied']);
    expect(screen.getByRole('alert').textContent).toContain('Accès refusé par Crésus Synchro');
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('B3: a count that goes on changing is announced when it has come to rest', async () => {
    const { show } = await renderBanner(bannerExamples['several-new']);
    vi.useFakeTimers();
    const status = screen.getByRole('status');
    for (const count of [4, 5, 6]) {
      show(pending(count));
      act(() => void vi.advanceTimersByTime(REST_MS - 1));
      expect(status.textContent).not.toContain(`${count}`);
    }
    act(() => void vi.advanceTimersByTime(1));
    expect(status.textContent).toContain('6 nouvelles écritures en attente');
  });
});

describe('without the service', () => {
  it.each([
    ['no-answer', /Crésus Synchro ne répond pas\s: démarrez Crésus Synchro/],
    ['access-denied', /Accès refusé par Crésus Synchro\s: fermez le document et rouvrez-le/],
    ['too-old', /Version de Crésus Synchro trop ancienne\s: installez la mise à jour/],
  ] as const)('B9: says that it is %s and what to do', async (name, text) => {
    const user = userEvent.setup();
    const { asked } = await renderBanner(bannerExamples[name]);
    expect(rows()[0]?.textContent).toMatch(text);
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(asked).toContain('retryNow');
  });

  it('B9: the first 300 ms of connecting are quiet', async () => {
    let now = 0;
    await renderBanner(bannerExamples.connecting, { now: () => now });
    expect(screen.queryAllByRole('listitem')).toEqual([]);
    now = 300;
    expect(await screen.findByText('Connexion à Crésus Synchro…')).toBeTruthy();
  });

  it('B6: keeps what it knows, says that it may be old, and stops saying so', async () => {
    let now = Date.parse('2026-06-05T09:00:00.000Z');
    const { connection, show } = await renderBanner(bannerExamples['several-new'], { now: () => now });
    connection(bannerExamples['reconnecting-with-entries'].connection);
    now += 1_000;
    const note = await screen.findByText(
      /^Reconnexion… l’état affiché date de \d\d:\d\d$/,
      {},
      { timeout: 2_000 },
    );
    expect(note).toBeTruthy();
    expect(screen.getByText('3 nouvelles écritures en attente')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Comptabiliser' })).toBeTruthy();
    show(pending(3));
    await waitFor(() => expect(screen.queryByText(/^Reconnexion/)).toBeNull());
  });
});
