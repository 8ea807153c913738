import { createClient } from '@synchro/sync-core/client';
import type { Overview, StatusSnapshot } from '@synchro/sync-core/contract';
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

async function openWorld() {
  const world = createWorld();
  server.use(...createWorldHandlers(world, ORIGIN));
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
    server.use(...createWorldHandlers(world, ORIGIN));
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
    expect(requests).toEqual(['/api/v1/stream']);
    for (const watch of watches) watch.stop();
    server.events.removeAllListeners();
  });

  it.each(['nonsense', '[]', '{}', '[{"kind":"status","product":"compta"}]', '[{"kind":"overview","x":1}]'])(
    'refuses scopes that do not fit: %s',
    async (scopes) => {
      await openWorld();
      const address = `${ORIGIN}/api/v1/stream?${new URLSearchParams({ scopes }).toString()}`;
      const response = await fetch(address, { headers: { authorization: 'Bearer any' } });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ type: 'urn:synchro:problem:invalid-request' });
    },
  );

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
});
