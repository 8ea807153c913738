import { createClient } from '@synchro/sync-core/client';
import { createWorld, createWorldHandlers, FOLDER } from '@synchro/sync-testing';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Act, Program } from '../../acts.js';
import { offeredActs } from '../offered-acts.js';
import { worldLayout, worldNames } from './world-names.js';
import { openWorldDesk } from './world-desk.js';

const config = { agentUrl: 'http://agent.test', token: 'simulated' };
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** What has to be quiet for a while first takes longer than vitest waits by itself. */
const eventually = (check: () => Promise<void>) => vi.waitFor(check, 10_000);

const MOVED = `${worldLayout.drive}/${worldLayout.movedFolder}`;
/** Accounting, two entry files, two documents. */
const MISSING = Array<string>(5).fill('missing');
const products = { accounting: 'compta', invoicing: 'facturation', payroll: 'salaires' } as const;

async function openDesk() {
  const world = createWorld();
  server.use(...createWorldHandlers(world, config.agentUrl, config.token));
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
  /** The files that are not where the mandate says. */
  const moved = async () => {
    const { items } = await client.call('listMandates');
    return client.call('getMigration', { params: { mandateId: items[0]?.id ?? '' } });
  };
  return { world, client, desk, perform, status, kinds, causes, moved };
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
    const { hub } = await perform('sign-out');
    expect(hub?.account).toBe('signed-out');
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
    const { hub } = await perform('accept-again');
    expect(hub?.isRefusing).toBe(false);
    await eventually(async () => expect(await causes()).toEqual([]));
  });

  it('renames the document; opened at its new place it has come loose', async () => {
    const { perform, kinds, world } = await openDesk();
    const renamed = await perform('rename-document');
    expect(renamed.places).toMatchObject({ isRenamed: true, isOpenElsewhere: true });
    expect(await world.files.stat(`${FOLDER}/${worldNames.invoicingDocument}`)).toBeNull();
    const opened = await perform('open-documents');
    expect(opened.documents.invoicing.path).toBe(`${FOLDER}/${worldLayout.renamedDocument}`);
    expect(opened.places.isOpenElsewhere).toBe(false);
    await eventually(async () => expect(await kinds('invoicing')).toContain('file-detached'));
    await perform('rename-document-back', 'open-documents');
    await eventually(async () => expect(await kinds('invoicing')).not.toContain('file-detached'));
  });

  it('makes a copy that can be opened, and does not take it for the original', async () => {
    const { perform, kinds } = await openDesk();
    await perform('copy-document', 'open-copy');
    const { documents, places } = await perform();
    expect(documents.invoicing.path).toBe(`${FOLDER}/${worldLayout.copy}`);
    expect(places).toMatchObject({ hasCopy: true, isCopyOpen: true, isOpenElsewhere: true });
    await eventually(async () => expect(await kinds('invoicing')).toEqual(['file-detached']));
    await perform('open-documents');
    expect(await kinds('invoicing')).not.toContain('file-detached');
  });

  it('moves the folder: the programs go on writing in it, and it comes back', async () => {
    const { perform, world } = await openDesk();
    await perform('move-folder');
    expect(await world.files.stat(FOLDER)).toBeNull();
    const { files } = await perform('write-invoice');
    expect(files[0]?.content?.entries).toBe(23);
    expect(await world.files.stat(`${MOVED}/${worldNames.invoicing}`)).not.toBeNull();
    const back = await perform('move-folder-back');
    expect(back.places).toMatchObject({ isFolderMoved: false, isOpenElsewhere: false });
  });

  it('unplugs the drive: the files are missing, and nobody says that they moved', async () => {
    const { perform, desk, client, moved, kinds } = await openDesk();
    await perform('unplug-drive');
    await eventually(async () => expect(await kinds('accounting')).toContain('accounting-missing'));
    await eventually(async () => expect((await moved()).links.map(({ status }) => status)).toEqual(MISSING));
    expect((await moved()).links.flatMap(({ candidates }) => candidates)).toEqual([]);
    expect(
      (await client.call('getOverview')).notifications.map((row) => row.notification.kind),
    ).not.toContain('file-moved');
    for (const act of ['write-invoice', 'run-salaries', 'rename-document', 'unplug-drive'] as const)
      expect(await desk.perform(act)).toEqual({ ok: false, refusal: 'drive-unplugged' });
    await perform('plug-drive', 'write-invoice');
    await eventually(async () => expect((await moved()).links).toEqual([]));
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
    const { hub, places, documents, acts, files } = await perform('reset');
    expect(hub).toEqual({ account: 'signed-in', isInternetThere: true, isRefusing: false });
    expect(places).toEqual({
      isUnplugged: false,
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

  it('starts all over after links were restored to where the files were meanwhile', async () => {
    const { perform, status, client, moved } = await openDesk();
    await perform('rename-document', 'copy-document', 'move-folder');
    await eventually(async () => expect((await moved()).links).toHaveLength(5));
    const { items } = await client.call('listMandates');
    const params = { mandateId: items[0]?.id ?? '' };
    await eventually(async () => {
      const moves = (await moved()).links.map(({ fileId, path, candidates }) => ({
        fileId,
        from: path,
        path: candidates[0]?.path ?? '',
        adopt: false,
      }));
      await client.call('migrate', { params, body: { moves } });
    });
    await perform('unplug-drive', 'reset');
    const { files } = await client.call('getMandate', { params });
    expect(files.map(({ path }) => path).filter((path) => !path.startsWith(`${FOLDER}/`))).toEqual([]);
    expect(files.map(({ path }) => path)).toContain(`${FOLDER}/${worldNames.invoicingDocument}`);
    await eventually(async () => expect((await status('accounting')).pending.new).toBe(2));
    expect((await moved()).links).toEqual([]);
  });
});

describe('the buttons that are offered', () => {
  it('are the same where nothing is simulated, but for account and internet', async () => {
    const { desk } = await openDesk();
    const state = await desk.state();
    expect(offeredActs({ ...state, hub: null })).toEqual({
      ...offeredActs(state),
      account: [],
      connection: [],
    });
    expect(offeredActs(state).places).toEqual([
      'rename-document',
      'move-folder',
      'copy-document',
      'unplug-drive',
    ]);
  });

  it('are only the way back while the drive is unplugged', async () => {
    const { perform } = await openDesk();
    expect(offeredActs(await perform('copy-document', 'unplug-drive')).places).toEqual(['plug-drive']);
    expect(offeredActs(await perform('plug-drive')).places).toContain('remove-copy');
  });
});
