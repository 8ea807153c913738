import { CallError } from '@synchro/sync-core/client';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import {
  aDocumentSnapshot,
  aFileEntry,
  bannerExamples,
  counts,
  entryExamples,
  manyEntries,
} from './examples.js';
import type { BannerExample } from './examples.js';
import { fakeClient } from './testing/fake-client.js';
import type { FakeInput } from './testing/fake-client.js';
import { renderBanner } from './testing/render-banner.js';
import { stubLayout } from './testing/stub-layout.js';

stubLayout();

const POSTED_AT = '2026-06-04T14:30:00.000Z';
const answers = {
  waiting: entryExamples.slice(0, 3).map((item) => aFileEntry(item)),
  problems: entryExamples.filter(({ problems }) => problems.length > 0).map((item) => aFileEntry(item)),
  posted: entryExamples.slice(0, 2).map((item) => aFileEntry(item, POSTED_AT)),
};
const stateOf = ({ query }: FakeInput) => String(query?.['state']) as keyof typeof answers;
const byState = (input: FakeInput): unknown => ({ items: answers[stateOf(input)], nextCursor: null });

/** Opens the dialog from the banner's first notification. */
async function open(example: BannerExample, answer: (input: FakeInput) => unknown = byState) {
  const user = userEvent.setup();
  const fake = fakeClient();
  fake.answer('listFileEntries', answer);
  const banner = await renderBanner(example, { fake });
  await user.click(screen.getByRole('button', { name: 'Afficher…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Écritures de ce document' });
  return { user, banner, dialog };
}
const rows = (dialog: HTMLElement) =>
  within(dialog)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
const chosen = (dialog: HTMLElement) => within(dialog).getByRole('tab', { selected: true }).textContent;

describe('the dialog of a document’s own entries', () => {
  it('opens on what the notification is about: what waits', async () => {
    const { dialog, banner } = await open({
      ...bannerExamples['entries-waiting'],
      snapshot: aDocumentSnapshot('facturation', bannerExamples['entries-waiting'].snapshot.notifications, {
        waiting: counts(3, 1, 0),
        withProblems: 1,
        posted: 12_345,
      }),
    });
    expect(
      within(dialog)
        .getAllByRole('tab')
        .map((tab) => tab.textContent),
    ).toEqual(['En attente (3)', 'À corriger (1)', "Comptabilisées (12'345)"]);
    expect(chosen(dialog)).toBe('En attente (3)');
    await within(dialog).findByRole('row', { name: /Facture 41/ });
    expect(rows(dialog)).toEqual([
      expect.stringMatching(/Nouvelle05\.06\.2026.*Facture 41.*1100.*3200.*1'250\.00/),
      expect.stringMatching(/Nouvelle.*Facture 42.*3 lignes.*1'081\.00/),
      expect.stringMatching(/Modifiée.*Facture 39.*980\.50/),
    ]);
    expect(banner.calls[0]).toMatchObject({
      operation: 'listFileEntries',
      input: { params: { mandateId: 'mandate-1', fileId: 'file-doc' }, query: { state: 'waiting' } },
    });
  });

  it('opens on what has to be corrected, and says why on the row', async () => {
    const { dialog } = await open(bannerExamples['entries-problems']);
    expect(chosen(dialog)).toMatch(/^À corriger/);
    expect(await within(dialog).findByText(/Compte 3299 inconnu/)).toBeTruthy();
    expect(dialog.textContent).toMatch(/Corrigez-les dans ce programme ou complétez la comptabilité/);
  });

  it('in payroll opens on what is posted, with its day, and says that it is locked', async () => {
    const { dialog } = await open(bannerExamples['entries-locked']);
    expect(chosen(dialog)).toMatch(/^Comptabilisées/);
    expect(await within(dialog).findByRole('row', { name: /04\.06\.2026.*Facture 41/ })).toBeTruthy();
    expect(dialog.textContent).toContain('Ces salaires sont verrouillés');
  });

  it('says of invoicing’s posted entries that a change waits again, and not that they are locked', async () => {
    const { dialog, user } = await open(bannerExamples['entries-waiting']);
    await user.click(within(dialog).getByRole('tab', { name: /^Comptabilisées/ }));
    expect(await within(dialog).findByText(/la modification attendra à son tour/)).toBeTruthy();
    expect(dialog.textContent).not.toContain('verrouillés');
  });

  it('goes from tab to tab by the arrow keys, and each has its own entries', async () => {
    const { dialog, user } = await open(bannerExamples['entries-waiting']);
    within(dialog).getByRole('tab', { selected: true }).focus();
    await user.keyboard('{ArrowRight}');
    expect(chosen(dialog)).toMatch(/^À corriger/);
    await waitFor(() => expect(rows(dialog)).toEqual([expect.stringContaining('Compte 3299 inconnu')]));
  });

  it('B8: folds compound entries open and shut, by pointer and by keys', async () => {
    const { dialog, user } = await open(bannerExamples['entries-waiting']);
    await user.click(await within(dialog).findByRole('button', { name: /^Afficher les lignes.*Facture 42/ }));
    expect(within(dialog).getByRole('row', { name: /TVA 8\.1/ })).toBeTruthy();
    within(dialog)
      .getByRole('row', { name: /3 lignes/ })
      .focus();
    await user.keyboard('{ArrowLeft}');
    expect(within(dialog).queryByRole('row', { name: /TVA 8\.1/ })).toBeNull();
    await user.keyboard('{ArrowRight}');
    expect(within(dialog).getByRole('row', { name: /TVA 8\.1/ })).toBeTruthy();
  });

  /** Answers with so many entries a page. */
  const inPages = (...sizes: readonly number[]) => {
    const all = manyEntries(sizes.reduce((sum, size) => sum + size, 0)).map((item) => aFileEntry(item));
    return ({ query }: FakeInput) => {
      const at = Number(query?.['cursor'] ?? 0);
      const from = sizes.slice(0, at).reduce((sum, size) => sum + size, 0);
      const items = all.slice(from, from + (sizes[at] ?? 0));
      return { items, nextCursor: at + 1 < sizes.length ? String(at + 1) : null };
    };
  };

  it('asks for a page as the end of the one before comes into sight, and for no other', async () => {
    const { dialog, banner } = await open(bannerExamples['entries-waiting'], inPages(10, 10, 500, 500));
    const grid = await within(dialog).findByRole('treegrid');
    await waitFor(() => expect(banner.calls).toHaveLength(3));
    expect(banner.calls.map(({ input }) => input.query?.['cursor'] ?? null)).toEqual([null, '1', '2']);
    expect(within(grid).getByRole('row', { name: /2026-21Facture 21/ })).toBeTruthy();
    expect(grid.getAttribute('aria-rowcount')).toBe('-1');
  });

  it('says how many rows there are once it knows', async () => {
    const { dialog } = await open(bannerExamples['entries-waiting'], inPages(5, 5));
    const grid = await within(dialog).findByRole('treegrid');
    await waitFor(() => expect(grid.getAttribute('aria-rowcount')).toBe('11'));
  });

  it('follows the stream: what was posted elsewhere leaves the list, without a flash', async () => {
    const { dialog, banner } = await open(bannerExamples['entries-waiting']);
    await within(dialog).findByRole('row', { name: /Facture 41/ });
    banner.answer('listFileEntries', () => ({ items: answers.waiting.slice(1), nextCursor: null }));
    banner.show({ ...aDocumentSnapshot('facturation', [], { waiting: counts(2, 0, 0) }), revision: 8 });
    expect(within(dialog).getAllByRole('row').length).toBeGreaterThan(1);
    await waitFor(() => expect(within(dialog).queryByRole('row', { name: /Facture 41/ })).toBeNull());
    expect(chosen(dialog)).toBe('En attente (2)');
  });

  it.each([
    ['entries-waiting', 'Aucune écriture n’attend d’être comptabilisée.'],
    ['entries-problems', 'Aucune écriture n’est à corriger.'],
    ['entries-locked', 'Aucune écriture n’est comptabilisée.'],
  ] as const)('%s: says that there is nothing more where there is nothing', async (name, text) => {
    const { dialog } = await open(bannerExamples[name], () => ({ items: [], nextCursor: null }));
    expect(await within(dialog).findByText(text)).toBeTruthy();
    expect(within(dialog).queryByRole('treegrid')).toBeNull();
  });

  it('says why the list cannot be had, and asks again', async () => {
    const { dialog, user, banner } = await open(bannerExamples['entries-waiting'], () => {
      throw new CallError('file-not-found', 404, '', {});
    });
    const failure = await within(dialog).findByRole('alert');
    expect(failure.textContent).toMatch(/Ce fichier ne fait plus partie du mandat/);
    banner.answer('listFileEntries', byState);
    await user.click(within(failure).getByRole('button', { name: 'Réessayer' }));
    expect(await within(dialog).findByRole('row', { name: /Facture 41/ })).toBeTruthy();
  });
});
