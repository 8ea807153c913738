import { createClient } from '@synchro/sync-core/client';
import { createWorld, createWorldHandlers, FOLDER } from '@synchro/sync-testing';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Act, Program } from '../../acts.js';
import { offeredActs } from '../offered-acts.js';
import { movedNames, worldNames } from './world-names.js';
import { openWorldDesk } from './world-desk.js';

const config = { agentUrl: 'http://agent.test', token: 'simulated' };
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** What has to be quiet for a while first takes longer than vitest waits by itself. */
const eventually = (check: () => Promise<void>) => vi.waitFor(check, 10_000);

const products = { accounting: 'compta', invoicing: 'facturation', payroll: 'salaires' } as const;

async function openDesk() {
  const world = createWorld();
  server.use(...createWorldHandlers(world, config.agentUrl));
  const client = createClient({ url: config.agentUrl, token: config.token });
  const desk = await openWorldDesk({
    world,
    client,
    config,
    now: () => new Date('2026-06-02T10:00:00'),
    pause: () => Promise.resolve(),
    onTrouble: (error) => {
      throw error;
    },
  });

  const perform = async (...acts: readonly Act[]) => {
    for (const act of acts) {
      const answer = await desk.perform(act);
      if (!answer.ok) throw new Error(`${act}: ${answer.refusal}`);
    }
    return desk.state();
  };
  /** What the service tells the program whose document is open, as its banner would hear it. */
  const status = async (program: Program) => {
    const { path, id } = (await desk.state()).documents[program];
    const query = { product: products[program], path, ...(id === null ? {} : { documentId: id }) };
    return client.call('getStatus', { query });
  };
  const kinds = async (program: Program) =>
    (await status(program)).notifications.map(({ kind }) => kind as string);
  /** In the console: the causes that keep the mandate from being synchronised. */
  const causes = async () => {
    const { mandates } = await client.call('getOverview');
    return mandates[0]?.sync?.causes.map((cause) => (cause.code === 'refused' ? cause.reason : cause.code));
  };
  return { world, client, desk, perform, status, kinds, causes };
}

describe('the simulated desk', () => {
  it('begins as a shared mandate that somebody is signed in to, with the year booked and two invoices waiting', async () => {
    const { desk, status, causes, client } = await openDesk();
    const { documents, files, acts, isServiceRunning } = await desk.state();
    expect(documents.invoicing.path).toBe('/mandats/Rochat/Atelier Rochat.fac');
    expect(files.map(({ content }) => content?.entries)).toEqual([22, 30]);
    expect(acts.map(({ act }) => act)).toEqual(['write-invoice', 'write-invoice']);
    expect(isServiceRunning).toBe(true);
    await eventually(async () => expect((await status('accounting')).pending.new).toBe(2));
    expect(await causes()).toEqual([]);
    const { items } = await client.call('listMandates');
    expect(items).toMatchObject([{ kind: 'shared' }]);
    expect(items[0]?.files.filter(({ role }) => role === 'document')).toHaveLength(2);
  });

  it('runs the acts on files over the world', async () => {
    const { perform, status, kinds } = await openDesk();
    await perform('write-in-pieces', 'run-salaries', 'delete-invoice');
    await eventually(async () => expect((await status('accounting')).pending.new).toBe(10));
    expect((await perform('write-half')).isHalfWritten).toBe(true);
    await perform('finish-half', 'make-twin');
    await eventually(async () => expect(await kinds('accounting')).toContain('source-twin'));
    await perform('remove-twin');
    await eventually(async () => expect(await kinds('accounting')).not.toContain('source-twin'));
    await perform('remove-file');
    await eventually(async () => expect(await kinds('accounting')).toContain('source-trouble'));
  });

  it('signs out and in again, in every program', async () => {
    const { perform, kinds, causes } = await openDesk();
    const { simulation } = await perform('sign-out');
    expect(simulation?.hub.account).toBe('signed-out');
    for (const program of ['accounting', 'invoicing', 'payroll'] as const)
      expect(await kinds(program)).toContain('signed-out');
    expect(await causes()).toEqual(['signed-out']);
    await perform('sign-in-marc');
    expect(await kinds('invoicing')).not.toContain('signed-out');
  });

  it('ends a sign-in that a banner began, either way', async () => {
    const { desk, client, perform } = await openDesk();
    expect(await desk.perform('complete-sign-in')).toEqual({ ok: false, refusal: 'no-sign-in-waiting' });
    await perform('sign-out');
    await client.call('startSignIn');
    const offered = offeredActs(await desk.state());
    expect(offered.account).toEqual(['complete-sign-in', 'deny-sign-in']);
    await perform('deny-sign-in');
    expect(await client.call('getAccount')).toMatchObject({ status: 'signed-out', failure: 'denied' });
    await client.call('startSignIn');
    await perform('complete-sign-in');
    expect(await client.call('getAccount')).toMatchObject({ account: { name: 'Anna Rochat' } });
  });

  it('tells when the state changes without an act', async () => {
    const { desk, client, perform } = await openDesk();
    await perform('sign-out');
    const listener = vi.fn();
    desk.onChange(listener);
    await client.call('startSignIn');
    expect(listener).toHaveBeenCalled();
  });

  it('cuts and restores the internet, and has the server refuse and accept', async () => {
    const { perform, causes } = await openDesk();
    await perform('internet-off');
    expect(await causes()).toEqual(['no-internet']);
    await perform('internet-on', 'end-subscription');
    await eventually(async () => expect(await causes()).toEqual(['subscription-ended']));
    await perform('accept-again', 'refuse-access');
    await eventually(async () => expect(await causes()).toEqual(['no-access']));
    const { simulation } = await perform('accept-again');
    expect(simulation?.hub.isRefusing).toBe(false);
    await eventually(async () => expect(await causes()).toEqual([]));
  });

  it('renames the document; opened at its new place it has come loose', async () => {
    const { perform, kinds, world } = await openDesk();
    const renamed = await perform('rename-document');
    expect(renamed.simulation).toMatchObject({ isRenamed: true, isOpenElsewhere: true });
    expect(await world.files.stat(`${FOLDER}/${worldNames.invoicingDocument}`)).toBeNull();
    const opened = await perform('open-documents');
    expect(opened.documents.invoicing.path).toBe(`${FOLDER}/${movedNames.invoicingDocument}`);
    expect(opened.simulation?.isOpenElsewhere).toBe(false);
    await eventually(async () => expect(await kinds('invoicing')).toContain('file-detached'));
    await perform('rename-document-back', 'open-documents');
    await eventually(async () => expect(await kinds('invoicing')).not.toContain('file-detached'));
  });

  it('makes a copy that can be opened, and does not take it for the original', async () => {
    const { perform, kinds } = await openDesk();
    await perform('copy-document', 'open-copy');
    const { documents, simulation } = await perform();
    expect(documents.invoicing.path).toBe(`${FOLDER}/${movedNames.copy}`);
    expect(simulation).toMatchObject({ hasCopy: true, isCopyOpen: true, isOpenElsewhere: true });
    await perform('open-documents');
    expect(await kinds('invoicing')).not.toContain('file-detached');
  });

  it('moves the folder: the programs go on writing in it, and it comes back', async () => {
    const { perform, world } = await openDesk();
    await perform('move-folder');
    expect(await world.files.stat(FOLDER)).toBeNull();
    const { files } = await perform('write-invoice');
    expect(files[0]?.content?.entries).toBe(23);
    expect(await world.files.stat(`${movedNames.folder}/${worldNames.invoicing}`)).not.toBeNull();
    const back = await perform('move-folder-back');
    expect(back.simulation).toMatchObject({ isFolderMoved: false, isOpenElsewhere: false });
  });

  it('stops and starts the service', async () => {
    const { perform, client, desk } = await openDesk();
    expect((await perform('stop-service')).isServiceRunning).toBe(false);
    await expect(client.call('listMandates')).rejects.toThrow();
    expect((await desk.state()).isServiceRunning).toBe(false);
    await perform('start-service');
    await expect(client.call('listMandates')).resolves.toMatchObject({ items: [{}] });
  });

  it('refuses what is not possible just now', async () => {
    const { desk } = await openDesk();
    for (const act of ['rename-document-back', 'move-folder-back', 'remove-copy', 'open-copy'] as const)
      expect(await desk.perform(act)).toEqual({ ok: false, refusal: 'not-there' });
  });

  it('starts all over: places, account, server, files, journal and log', async () => {
    const { perform, status, causes } = await openDesk();
    await perform('write-invoice', 'rename-document', 'copy-document', 'move-folder', 'open-documents');
    await perform('sign-out', 'internet-off', 'refuse-access', 'stop-service');
    const { simulation, documents, acts, files } = await perform('reset');
    expect(simulation).toEqual({
      hub: { account: 'signed-in', isInternetThere: true, isRefusing: false },
      isRenamed: false,
      isFolderMoved: false,
      hasCopy: false,
      isCopyOpen: false,
      isOpenElsewhere: false,
    });
    expect(documents.invoicing.path).toBe(`${FOLDER}/${worldNames.invoicingDocument}`);
    expect(acts).toHaveLength(3);
    expect(files[0]?.content?.entries).toBe(22);
    await eventually(async () => expect((await status('accounting')).pending.new).toBe(2));
    await eventually(async () => expect(await causes()).toEqual([]));
  });
});

describe('the buttons that are offered', () => {
  it('are those of files and service only, where nothing is simulated', async () => {
    const { desk } = await openDesk();
    const state = await desk.state();
    const real = offeredActs({ ...state, simulation: null });
    expect([real.account, real.connection, real.places]).toEqual([[], [], []]);
    expect(offeredActs(state).places).toEqual(['rename-document', 'move-folder', 'copy-document']);
  });
});
