import { createAccess, createClient, pageKeys } from '@synchro/sync-core/client';
import type { FileSearch, Overview, StatusSnapshot } from '@synchro/sync-core/contract';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ACCOUNTING, createWorld, createWorldHandlers, FOLDER, invoice } from './index.js';

const ORIGIN = 'http://agent.test';
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** A busy machine is slow, and no reason to fail. */
const waitFor = (check: () => unknown) => vi.waitFor(check, { timeout: 15_000 });

const noStorage = () => ({ getItem: () => null, setItem: () => undefined });

async function openWorld() {
  const world = createWorld();
  server.use(...createWorldHandlers(world, ORIGIN, 'any'));
  const mandateId = await world.createMandate();
  const client = createClient({ url: ORIGIN, token: 'any' });
  const query = { product: 'compta', path: ACCOUNTING } as const;
  return { world, mandateId, client, query };
}

describe('the world behind msw', () => {
  it('posts what a rewritten file brought, and the stream tells it', async () => {
    const { world, mandateId, client, query } = await openWorld();
    const snapshots: StatusSnapshot[] = [];
    const watch = client.watch(
      'streamStatus',
      { query },
      { onSnapshot: (s) => snapshots.push(s), onConnection: () => undefined },
    );
    world.writeInvoices([invoice(1), invoice(2)]);
    await waitFor(() => expect(snapshots.at(-1)?.pending.new).toBe(2));
    const posted = await client.call('createPosting', {
      params: { mandateId },
      body: { entries: 'all', revision: snapshots.at(-1)?.revision ?? -1 },
      idempotencyKey: 'k',
    });
    expect(posted.posted).toEqual({ new: 2, changed: 0, deleted: 0 });
    await waitFor(() => expect(snapshots.at(-1)?.notifications).toEqual([]));
    const text = await client.call('exportPosting', { params: { mandateId, postingId: posted.id } });
    expect(new TextDecoder('latin1').decode(text)).toContain('Facture 2');
    watch.stop();
  });

  it('tells both sides within a second: what one writes waits at the other, what the other posts is locked here', async () => {
    const world = createWorld();
    server.use(...createWorldHandlers(world, ORIGIN, 'any'));
    const path = `${FOLDER}/Atelier Rochat.sal`;
    const mandateId = await world.createMandate({ documents: [{ product: 'salaires', path }] });
    const client = createClient({ url: ORIGIN, token: 'any' });
    const told: Record<string, StatusSnapshot> = {};
    const watch = (name: string, query: { product: 'compta' | 'salaires'; path: string }) =>
      client.watch(
        'streamStatus',
        { query },
        { onSnapshot: (snapshot) => (told[name] = snapshot), onConnection: () => undefined },
      );
    const watches = [
      watch('accountant', { product: 'compta', path: ACCOUNTING }),
      watch('payroll', { product: 'salaires', path }),
    ];
    const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 1_000, interval: 10 });
    const kinds = (name: string) => told[name]?.notifications.map(({ kind }) => kind);
    const undo = (postingId: string) => client.call('deletePosting', { params: { mandateId, postingId } });
    await waitFor(() => expect(Object.keys(told)).toHaveLength(2));

    world.writeInvoices([invoice(1), invoice(2)]);
    await soon(() => {
      expect(kinds('accountant')).toEqual(['entries-pending']);
      expect(kinds('payroll')).toEqual(['entries-waiting']);
    });
    const posted = await client.call('createPosting', {
      params: { mandateId },
      body: { entries: 'all', revision: told['accountant']?.revision ?? -1 },
      idempotencyKey: 'k',
    });
    await soon(() => {
      expect(kinds('accountant')).toEqual([]);
      expect(told['payroll']).toMatchObject({
        notifications: [{ kind: 'entries-locked', count: 2 }],
        entries: { posted: 2 },
      });
    });
    await undo(posted.id);
    await soon(() => {
      expect(kinds('accountant')).toEqual(['entries-pending']);
      expect(kinds('payroll')).toEqual(['entries-waiting']);
    });
    for (const one of watches) one.stop();
  });

  it('answers with the contract’s problems', async () => {
    const { client, mandateId } = await openWorld();
    const post = client.call('createPosting', {
      params: { mandateId },
      body: { entries: 'all', revision: 99 },
      idempotencyKey: 'k',
    });
    await expect(post).rejects.toMatchObject({ code: 'revision-outdated', status: 409 });
    const list = client.call('listEntries', { params: { mandateId }, query: { limit: 0 } });
    await expect(list).rejects.toMatchObject({ code: 'invalid-request', status: 400 });
    await expect(client.call('getMandate', { params: { mandateId: 'none' } })).rejects.toMatchObject({
      code: 'mandate-not-found',
    });
  });

  it('tells several scopes in one stream, in the order asked', async () => {
    const { world, client, query } = await openWorld();
    const requests: string[] = [];
    server.events.on('request:start', ({ request }) => void requests.push(new URL(request.url).pathname));
    const statuses: StatusSnapshot[] = [];
    const overviews: Overview[] = [];
    const onConnection = () => undefined;
    const watches = [
      client.watch('streamOverview', {}, { onSnapshot: (o) => overviews.push(o), onConnection }),
      client.watch('streamStatus', { query }, { onSnapshot: (s) => statuses.push(s), onConnection }),
    ];
    world.writeInvoices([invoice(1), invoice(2)]);
    await waitFor(() => {
      expect(statuses.at(-1)?.pending.new).toBe(2);
      expect(overviews.at(-1)?.mandates).toMatchObject([{ pending: { new: 2 } }]);
    });
    expect(requests).toEqual(['/api/v1/session', '/api/v1/stream']);
    for (const watch of watches) watch.stop();
    server.events.removeAllListeners();
  });

  it('lets in who has the token, or a code that such a one asked for, and nobody else', async () => {
    const { client } = await openWorld();
    const { code } = await client.call('createSessionCode');
    const page = createClient({ url: ORIGIN, access: createAccess(pageKeys(code, noStorage)) });
    expect((await page.call('listMandates')).items).toHaveLength(1);
    const stranger = createClient({ url: ORIGIN, token: 'another' });
    await expect(stranger.call('listMandates')).rejects.toMatchObject({ reason: 'access-denied' });
    expect((await fetch(`${ORIGIN}/api/v1/mandates`)).status).toBe(401);
  });

  it('goes offline and comes back', async () => {
    const { world, client, query } = await openWorld();
    const connections: string[] = [];
    const watch = client.watch(
      'streamStatus',
      { query },
      { onSnapshot: () => undefined, onConnection: (c) => connections.push(c.status) },
    );
    await waitFor(() => expect(connections.at(-1)).toBe('connected'));
    world.setOnline(false);
    await waitFor(() => expect(connections.at(-1)).toBe('reconnecting'));
    world.setOnline(true);
    watch.retryNow();
    await waitFor(() => expect(connections.at(-1)).toBe('connected'));
    watch.stop();
  });

  it('raises what goes wrong with a shared mandate, and clears it when it is put right', async () => {
    const { world, client } = await openWorld();
    await world.createMandate({ name: 'Partagé', folder: '/mandats/Partage', shared: true });
    const overviews: Overview[] = [];
    const watch = client.watch(
      'streamOverview',
      {},
      { onSnapshot: (o) => overviews.push(o), onConnection: () => undefined },
    );
    const told = () => overviews.at(-1)?.notifications.map(({ notification }) => notification.id);
    await waitFor(() => expect(told()).toEqual([]));
    await client.call('signOut', {});
    world.hub.setInternet(false);
    await waitFor(() => expect(told()).toEqual(['sync-error:signed-out', 'sync-error:no-internet']));
    await expect(client.call('retrySync', { body: {} })).rejects.toMatchObject({ code: 'no-internet' });
    world.hub.setInternet(true);
    const signingIn = await client.call('startSignIn', {});
    expect(signingIn).toMatchObject({ status: 'signing-in' });
    world.hub.completeSignIn();
    await client.call('retrySync', { body: {} });
    await waitFor(() => expect(told()).toEqual([]));
    watch.stop();
  });

  it('tells that a folder moved, and migration clears all', async () => {
    const { world, client } = await openWorld();
    const documents = [{ product: 'facturation', path: '/mandats/Partage/x.fac', documentId: 'x' }] as const;
    const mandateId = await world.createMandate({ name: 'B', folder: '/mandats/Partage', documents });
    world.files.rename('/mandats/Partage', '/mandats/Ailleurs');
    const migration = () => client.call('getMigration', { params: { mandateId } });
    await waitFor(async () => expect((await migration()).links).toHaveLength(3));
    const { links } = await migration();
    const moves = links.map(({ fileId, path: from, candidates }) => ({
      fileId,
      from,
      path: candidates[0]?.path ?? '',
      adopt: false,
    }));
    await client.call('migrate', { params: { mandateId }, body: { moves } });
    expect((await migration()).links).toEqual([]);
  });

  it('lists folders for choosing a file, from the top of its file system', async () => {
    const { world, client, mandateId } = await openWorld();
    expect((await client.call('listFolder')).entries).toEqual([
      { path: '/', name: '/', kind: 'folder', mandate: null },
    ]);
    const { entries, parent } = await client.call('listFolder', {
      query: { path: FOLDER, extensions: 'cre' },
    });
    expect(parent).toBe('/mandats');
    expect(entries.map(({ path, mandate }) => [path, mandate?.id])).toEqual([[ACCOUNTING, mandateId]]);
    world.files.link(`${FOLDER}/Lien`, '/');
    await expect(client.call('listFolder', { query: { path: `${FOLDER}/Lien` } })).rejects.toMatchObject({
      code: 'folder-not-allowed',
    });
  });

  describe('a search', () => {
    /** An attached document, and a folder of two thousand others that are looked at one turn after the other. */
    const openSearch = async () => {
      const { world, client, mandateId } = await openWorld();
      const path = `${FOLDER}/Rochat.fac`;
      world.files.write(path, 'an opaque binary');
      const { id: fileId } = await client.call('attachFile', {
        params: { mandateId },
        body: { product: 'facturation', path },
      });
      for (let n = 1; n <= 2_000; n += 1) world.files.write(`/archives/${n}/${n}.fac`, 'another');
      const stat = world.files.stat.bind(world.files);
      let stats = 0;
      world.files.stat = async (at) => {
        if (at.startsWith('/archives/')) stats += 1;
        await turn();
        return stat(at);
      };
      const input = { params: { mandateId, fileId }, query: { folder: '/archives' } };
      return { world, client, path, input, stats: () => stats };
    };
    const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
    const turns = async () => {
      for (let n = 0; n < 50; n += 1) await turn();
    };

    it('tells how far it is until it is over, and what was found is told of the link', async () => {
      const { world, client, path, input } = await openSearch();
      world.files.rename(path, '/archives/7/Vieux.fac');
      const told: FileSearch[] = [];
      const link = () => client.call('getLink', { params: input.params });
      await waitFor(async () => expect((await link()).status).toBe('missing'));
      const last = await client.follow('searchFile', input, (event) => told.push(event));
      expect(last).toEqual({ isOver: true, folders: 2_001, files: 2_001, found: 1 });
      expect(told.at(-1)).toEqual(last);
      expect(told.some(({ isOver, files }) => !isOver && files > 0)).toBe(true);
      expect((await link()).candidates).toMatchObject([
        { path: '/archives/7/Vieux.fac', certainty: 'certain' },
      ]);
    }, 60_000);

    it('is given up with its reader: nothing more is looked at', async () => {
      const { client, input, stats } = await openSearch();
      const controller = new AbortController();
      const search = client.follow('searchFile', { ...input, signal: controller.signal }, ({ files }) => {
        if (files > 0) controller.abort(new Error('closed'));
      });
      await expect(search).rejects.toThrow('closed');
      await turns();
      const done = stats();
      expect(done).toBeGreaterThan(0);
      expect(done).toBeLessThan(2_000);
      await turns();
      expect(stats()).toBe(done);
    });

    it('breaks off when the service goes away, and ends with it', async () => {
      const { world, client, input, stats } = await openSearch();
      const search = client.follow('searchFile', input, ({ files }) => {
        if (files > 0) world.setOnline(false);
      });
      await expect(search).rejects.toMatchObject({ name: 'NotConnectedError', reason: 'no-answer' });
      await turns();
      const done = stats();
      await turns();
      expect([stats(), done < 2_000]).toEqual([done, true]);
    });

    it('is refused as a problem before it begins', async () => {
      const { client, input } = await openSearch();
      const run = (query: { folder: string }) =>
        client.follow('searchFile', { ...input, query }, () => undefined);
      await expect(run({ folder: 'archives' })).rejects.toMatchObject({
        code: 'path-not-absolute',
        status: 422,
      });
      await expect(run({ folder: '/nowhere' })).rejects.toMatchObject({ code: 'path-not-found' });
      await expect(run({ folder: '' })).rejects.toMatchObject({ code: 'invalid-request' });
    });
  });
});
