import { CallError, NotConnectedError } from '@synchro/sync-core/client';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { EntryItem } from './contract-types.js';
import { anEntry as anExample, aSnapshot, counts, entryExamples, notificationExamples } from './examples.js';
import { fakeClient } from './testing/fake-client.js';
import type { FakeClient } from './testing/fake-client.js';
import { renderBanner } from './testing/render-banner.js';
import type { RenderedBanner } from './testing/render-banner.js';
import { stubLayout } from './testing/stub-layout.js';

stubLayout();

const anEntry = (id: string, label: string) => {
  const [line] = anExample(id).lines;
  return anExample(id, { lines: [{ ...line!, label }] });
};

const snapshotOf = (items: readonly EntryItem[], revision = 7) => {
  const pending = counts(0, 0, 0);
  for (const { change } of items) pending[change] += 1;
  return { ...aSnapshot([notificationExamples.pending(pending, 0)]), revision };
};

interface Opened {
  readonly user: UserEvent;
  readonly banner: RenderedBanner;
  readonly dialog: HTMLElement;
}

/** Opens the dialog over these entries; `listEntries` answers the ones that `entries` holds at the time. */
async function open(
  entries: { items: readonly EntryItem[]; revision: number },
  prepare: (fake: FakeClient) => void = () => undefined,
  change: Partial<ReturnType<typeof snapshotOf>> = {},
): Promise<Opened> {
  const user = userEvent.setup();
  const fake = fakeClient();
  fake.answer('listEntries', () => ({ ...entries, nextCursor: null }));
  prepare(fake);
  const snapshot = { ...snapshotOf(entries.items, entries.revision), ...change };
  const banner = await renderBanner({ snapshot, connection: { status: 'connected', since: 0 } }, { fake });
  await user.click(screen.getByRole('button', { name: 'Comptabiliser' }));
  const dialog = await screen.findByRole('dialog', { name: 'Comptabiliser' });
  await within(dialog).findByRole('row', { name: /Facture 41/ });
  return { user, banner, dialog };
}

const examples = () => ({ items: entryExamples, revision: 7 });
const commands = ({ calls }: RenderedBanner) =>
  calls.filter(({ operation }) => operation !== 'listEntries' && operation !== 'listPostings');
const posted = { id: 'posting-9', posted: counts(3, 1, 1), left: [], revision: 8 };

describe('the list of entries', () => {
  it('groups by file and tells the kinds of change apart by word', async () => {
    const { dialog } = await open(examples());
    const names = within(dialog)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(names).toEqual([
      expect.stringContaining('Libellé'),
      expect.stringMatching(
        /Atelier Rochat.*Période 01\.01\.2026 – 31\.12\.2026.*3 nouvelles écritures, 1 modifiée/,
      ),
      expect.stringMatching(/Nouvelle05\.06\.2026.*Facture 41.*1100.*3200.*1'250\.00/),
      expect.stringMatching(/Nouvelle.*Facture 42.*3 lignes.*1'081\.00/),
      expect.stringMatching(/Modifiée.*Facture 39.*908\.50 devient 980\.50/),
      expect.stringMatching(/Supprimée.*Facture 35.*12'345\.60/),
      expect.stringMatching(/Facture 43.*Compte 3299 inconnu.*Code TVA XYZ inconnu/),
      expect.stringContaining('Salaires 2026'),
      expect.stringMatching(/Nouvelle31\.05\.2026.*Salaires mai/),
    ]);
  });

  it('an entry with problems cannot be chosen, and is told as staying behind', async () => {
    const { dialog } = await open(examples());
    expect(within(dialog).queryByRole('checkbox', { name: /Facture 43/ })).toBeNull();
    expect(within(dialog).getByText('1 écriture avec un problème reste en attente')).toBeTruthy();
  });

  it('folds compound entries open and shut', async () => {
    const { user, dialog } = await open(examples());
    await user.click(within(dialog).getByRole('button', { name: /^Afficher les lignes.*Facture 42/ }));
    expect(within(dialog).getByRole('row', { name: /TVA 8\.1/ })).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: /^Masquer les lignes.*Facture 42/ }));
    expect(within(dialog).queryByRole('row', { name: /TVA 8\.1/ })).toBeNull();
  });

  it('searches what is loaded', async () => {
    const { user, dialog } = await open(examples());
    await user.type(within(dialog).getByRole('searchbox', { name: 'Rechercher' }), 'garage');
    expect(await within(dialog).findByText('1 écriture trouvée')).toBeTruthy();
    await waitFor(() => expect(within(dialog).queryByRole('row', { name: /Facture 41/ })).toBeNull());
  });

  it('B8: arrows move among the rows, Space chooses, Right opens', async () => {
    const { user, dialog } = await open(examples());
    within(dialog)
      .getByRole('row', { name: /Atelier Rochat/ })
      .focus();
    await user.keyboard('{ArrowDown} ');
    expect(within(dialog).getByRole('button', { name: 'Comptabiliser 4 écritures' })).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Facture 41');
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(within(dialog).getByRole('row', { name: /TVA 8\.1/ })).toBeTruthy();
    await user.keyboard('{ArrowLeft}{End}');
    expect(document.activeElement?.textContent).toContain('Salaires mai');
  });

  it('loads page after page, and says how far it has come', async () => {
    const pages = [[anEntry('a', 'Facture 41')], [anEntry('b', 'Facture 42')], [anEntry('c', 'Facture 43')]];
    const { dialog } = await open({ items: pages.flat(), revision: 7 }, (fake) =>
      fake.answer('listEntries', ({ query }) => {
        const at = Number(query?.['cursor'] ?? 0);
        return { revision: 7, items: pages[at], nextCursor: at < 2 ? String(at + 1) : null };
      }),
    );
    expect(await within(dialog).findByRole('button', { name: 'Comptabiliser 3 écritures' })).toBeTruthy();
    expect(within(dialog).queryByRole('progressbar')).toBeNull();
  });

  it('says why the entries cannot be had, and tries again', async () => {
    const user = userEvent.setup();
    const fake = fakeClient();
    await renderBanner(
      { snapshot: snapshotOf(entryExamples), connection: { status: 'connected', since: 0 } },
      { fake },
    );
    await user.click(screen.getByRole('button', { name: 'Comptabiliser' }));
    const dialog = await screen.findByRole('dialog');
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Crésus Synchro ne répond pas');
    fake.answer('listEntries', () => ({ ...examples(), nextCursor: null }));
    await user.click(within(dialog).getByRole('button', { name: 'Réessayer' }));
    expect(await within(dialog).findByRole('row', { name: /Facture 41/ })).toBeTruthy();
  });
});

describe('posting', () => {
  it('posts all that is sound with the revision that was seen, and says what to do next', async () => {
    const { user, banner, dialog } = await open(examples(), (fake) =>
      fake.answer('createPosting', () => ({
        ...posted,
        left: [{ id: 'entry-5', problems: [{ code: 'unknown-account', line: 0, account: '3299' }] }],
      })),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Comptabiliser 5 écritures' }));
    expect(await within(dialog).findByRole('heading', { name: '5 écritures comptabilisées' })).toBeTruthy();
    expect(within(dialog).getByRole('listitem').textContent).toMatch(/Facture 43.*Compte 3299 inconnu/);
    expect(within(dialog).getByRole('button', { name: 'Enregistrer le fichier à importer' })).toBeTruthy();
    const [call] = commands(banner);
    expect(call).toMatchObject({
      operation: 'createPosting',
      input: {
        params: { mandateId: 'mandate-1' },
        query: { accountingFile: 'file-cre' },
        body: { entries: 'all', revision: 7 },
      },
    });
    expect(call?.input.idempotencyKey).toMatch(/^[\w-]{36}$/);
  });

  it('posts a part by ids', async () => {
    const { user, banner, dialog } = await open(examples(), (fake) =>
      fake.answer('createPosting', () => posted),
    );
    await user.click(within(dialog).getByRole('checkbox', { name: 'Sélectionner toutes les écritures' }));
    expect(within(dialog).getByRole('button', { name: 'Comptabiliser' }).ariaDisabled).toBe('true');
    await user.click(within(dialog).getByRole('checkbox', { name: /Facture 42/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Comptabiliser 1 écriture' }));
    await within(dialog).findByRole('heading', { name: /comptabilisées/ });
    expect(commands(banner)[0]?.input.body).toEqual({ entries: ['entry-2'] });
  });

  it('B4: a second click does nothing while the first one works', async () => {
    let finish: (value: unknown) => void = () => undefined;
    const { user, banner, dialog } = await open(examples(), (fake) =>
      fake.answer('createPosting', () => new Promise((resolve) => (finish = resolve))),
    );
    const button = within(dialog).getByRole('button', { name: 'Comptabiliser 5 écritures' });
    await user.dblClick(button);
    expect(button.ariaBusy).toBe('true');
    expect(commands(banner)).toHaveLength(1);
    finish(posted);
    await within(dialog).findByRole('heading', { name: '5 écritures comptabilisées' });
  });

  it('twice is once: without an answer, the next click is the same attempt', async () => {
    const { user, banner, dialog } = await open(examples(), (fake) =>
      fake.answer('createPosting', () => {
        throw new NotConnectedError('silent');
      }),
    );
    const button = () => within(dialog).getByRole('button', { name: 'Comptabiliser 5 écritures' });
    await user.click(button());
    expect((await within(dialog).findByRole('alert')).textContent).toContain('ne donne plus signe de vie');
    await user.click(button());
    const [first, second] = commands(banner);
    expect(first?.input.idempotencyKey).toBe(second?.input.idempotencyKey);
  });

  it('an outdated revision posts nothing, tells what is pending now, and keeps what was chosen', async () => {
    const entries = {
      items: ['41', '42', '43'].map((n) => anEntry(n, `Facture ${n}`)),
      revision: 7,
    };
    const { user, banner, dialog } = await open(entries, (fake) =>
      fake.answer('createPosting', () => {
        throw new CallError('revision-outdated', 409, '', { revision: 8, pending: counts(3, 0, 0) });
      }),
    );
    entries.items = [...entries.items.slice(0, 2), anEntry('44', 'Facture 44')];
    entries.revision = 8;
    await user.click(within(dialog).getByRole('button', { name: 'Comptabiliser 3 écritures' }));
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(
      /Rien n’a été comptabilisé.*3 nouvelles écritures/,
    );
    expect(await within(dialog).findByRole('button', { name: 'Comptabiliser 2 écritures' })).toBeTruthy();
    expect(within(dialog).getByText(/^1 écriture est arrivée entre-temps/)).toBeTruthy();
    await user.click(within(dialog).getByRole('checkbox', { name: /Facture 44/ }));
    banner.answer('createPosting', () => posted);
    await user.click(within(dialog).getByRole('button', { name: 'Comptabiliser 3 écritures' }));
    await within(dialog).findByRole('heading', { name: /comptabilisées/ });
    expect(commands(banner).at(-1)?.input.body).toEqual({ entries: 'all', revision: 8 });
  });

  it('marks as already posted only after it has explained what that means', async () => {
    const { user, banner, dialog } = await open(examples(), (fake) =>
      fake.answer('createPosting', () => posted),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Déjà comptabilisées…' }));
    expect(within(dialog).getByText(/^Marquer 5 écritures comme déjà comptabilisées/)).toBeTruthy();
    await user.click(within(dialog).getByRole('checkbox', { name: /^Y compris 1 écriture/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Marquer comme déjà comptabilisées' }));
    await within(dialog).findByRole('heading', { name: '5 écritures marquées comme déjà comptabilisées' });
    expect(commands(banner)[0]?.input.body).toMatchObject({ as: 'already-posted' });
    expect(within(dialog).queryByRole('button', { name: 'Enregistrer le fichier à importer' })).toBeNull();
  });

  it('draws no button for what the service cannot do', async () => {
    const { dialog } = await open(examples(), undefined, { capabilities: [] });
    expect(within(dialog).queryByRole('button', { name: 'Déjà comptabilisées…' })).toBeNull();
    expect(within(dialog).getByText('Ici, les écritures ne peuvent pas être comptabilisées.')).toBeTruthy();
  });

  it('gives the focus back to the banner when it is closed', async () => {
    const { user, dialog } = await open(examples());
    await user.click(within(dialog).getByRole('button', { name: 'Fermer' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Comptabiliser' }));
  });
});

describe('the history', () => {
  const posting = (id: string, change: object) => ({
    id,
    kind: 'posting',
    accountingFile: 'file-cre',
    postedAt: '2026-06-05T07:40:00.000Z',
    counts: counts(4, 1, 0),
    arrivedAt: null,
    undoneAt: null,
    exports: [],
    undo: { possible: true, blockedBy: null, offersReversal: false },
    ...change,
  });
  const openHistory = async (items: object[], prepare: (fake: FakeClient) => void = () => undefined) => {
    const opened = await open(examples(), (fake) => {
      fake.answer('listPostings', () => ({ items }));
      prepare(fake);
    });
    await opened.user.click(within(opened.dialog).getByRole('tab', { name: 'Historique' }));
    const list = await within(opened.dialog).findAllByRole('listitem');
    return { ...opened, list };
  };

  it('says how far each posting has come', async () => {
    const { list } = await openHistory([
      posting('p3', {}),
      posting('p2', { arrivedAt: '2026-06-05T08:00:00.000Z' }),
      posting('p1', { kind: 'already-posted' }),
      posting('p0', { undoneAt: '2026-06-05T08:00:00.000Z' }),
    ]);
    expect(list.map((one) => one.querySelector('.state')?.textContent)).toEqual([
      'pas encore importé',
      'importé',
      'déjà comptabilisées',
      'décomptabilisé',
    ]);
    expect(list[0]?.textContent).toContain('4 nouvelles écritures, 1 modifiée');
  });

  it('un-posts after asking, with a key', async () => {
    const { user, banner, dialog } = await openHistory([posting('p3', {})], (fake) =>
      fake.answer('deletePosting', () => ({ id: 'p3', undoneAt: '', offersReversal: false, revision: 8 })),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Décomptabiliser' }));
    const asking = within(dialog).getByRole('group', { name: 'Décomptabiliser' });
    expect(asking.textContent).toMatch(/Décomptabiliser 5 écritures/);
    await user.click(within(asking).getByRole('button', { name: 'Décomptabiliser' }));
    await waitFor(() => expect(commands(banner)).toHaveLength(1));
    expect(commands(banner)[0]).toMatchObject({
      operation: 'deletePosting',
      input: { params: { mandateId: 'mandate-1', postingId: 'p3' } },
    });
    expect(commands(banner)[0]?.input.idempotencyKey).toBeDefined();
  });

  it('names the later posting that is in the way', async () => {
    const { list } = await openHistory([
      posting('p3', {}),
      posting('p2', { undo: { possible: false, blockedBy: 'p3', offersReversal: false } }),
    ]);
    const button = within(list[1]!).getByRole('button', { name: 'Décomptabiliser' });
    expect(button.ariaDisabled).toBe('true');
    const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toMatch(/La comptabilisation du 05\.06\.2026, \d\d:40 s’appuie sur celle-ci/);
  });

  it('confirms that a posting has arrived', async () => {
    const { user, banner, dialog } = await openHistory([posting('p3', {})], (fake) =>
      fake.answer('confirmArrival', () => posting('p3', { arrivedAt: '2026-06-05T09:00:00.000Z' })),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Importé dans la comptabilité' }));
    await waitFor(() => expect(commands(banner)[0]?.operation).toBe('confirmArrival'));
  });

  it('asks before it exports lines again, names the first export, and then asks the service for them', async () => {
    const exported = { at: '2026-06-05T08:00:00.000Z', format: 'extended', reversal: false };
    const { user, banner, dialog, list } = await openHistory(
      [posting('p3', { exports: [exported] })],
      (fake) =>
        fake.answer('exportPosting', ({ query }) => {
          if (query?.['again'] === true) return new Uint8Array();
          const earlier = [{ posting: 'p3', at: exported.at }];
          throw new CallError('already-exported', 409, '', { earlier });
        }),
    );
    expect(list[0]?.textContent).toMatch(/Fichier à importer enregistré le 05\.06\.2026 à \d\d:00/);
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer le fichier à importer' }));
    const asking = await within(dialog).findByRole('group', { name: 'Enregistrer quand même' });
    expect(asking.textContent).toMatch(
      /le 05\.06\.2026 à \d\d:00.: les importer encore les comptabiliserait deux fois/,
    );
    await user.click(within(asking).getByRole('button', { name: 'Enregistrer quand même' }));
    await waitFor(() =>
      expect(within(dialog).queryByRole('group', { name: 'Enregistrer quand même' })).toBeNull(),
    );
    expect(commands(banner).map(({ input }) => input.query?.['again'])).toEqual([false, true]);
    const keys = commands(banner).map(({ input }) => input.idempotencyKey);
    expect(new Set(keys).size).toBe(2);
    expect(await within(dialog).findByText(/^Enregistré sous ecritures-/)).toBeTruthy();
  });

  it('says before un-posting that an exported posting may have to be reversed, and offers that afterwards', async () => {
    const undo = { possible: true, blockedBy: null, offersReversal: true };
    const exports = [{ at: '2026-06-05T08:00:00.000Z', format: 'extended', reversal: false }];
    const { user, dialog } = await openHistory([
      posting('p3', { exports, undo }),
      posting('p0', { exports, undo, undoneAt: '2026-06-05T08:30:00.000Z' }),
    ]);
    await user.click(within(dialog).getByRole('button', { name: 'Décomptabiliser' }));
    expect(within(dialog).getByRole('group', { name: 'Décomptabiliser' }).textContent).toMatch(
      /les extournes vous seront ensuite proposées/,
    );
    expect(
      within(dialog).getByText(/avaient été enregistrées pour l’importation\. Si elles ont été/),
    ).toBeTruthy();
  });

  it('offers the reversal of what had arrived before it was un-posted', async () => {
    const { dialog } = await openHistory([
      posting('p0', {
        arrivedAt: '2026-06-05T08:00:00.000Z',
        undoneAt: '2026-06-05T08:30:00.000Z',
        undo: { possible: false, blockedBy: null, offersReversal: true },
      }),
    ]);
    expect(within(dialog).getByRole('button', { name: 'Enregistrer les extournes à importer' })).toBeTruthy();
    expect(within(dialog).queryByRole('button', { name: 'Décomptabiliser' })).toBeNull();
  });
});
