import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileSystem, MandateService } from '@synchro/mandate-service';
import { createClient } from '@synchro/sync-core/client';
import type { FileSearch } from '@synchro/sync-core/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRealFileSystem } from '../src/files/real-file-system.js';
import { createTestService, openServer } from './open-server.js';
import { readEvents } from './read-events.js';

// A busy machine is slow, and no reason to fail.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'synchro-search-'));
  await mkdir(join(root, 'mandat'));
  await mkdir(join(root, 'endless'));
  for (const name of ['Compta 2026.cre', 'Rochat.fac']) await writeFile(join(root, 'mandat', name), name);
});
afterEach(() => rm(root, { recursive: true }));

/** Below `endless` each folder holds two more and a document, so that only who asked can end a search. */
function endlessFiles() {
  const real = createRealFileSystem();
  const isEndless = (path: string) => path.startsWith(join(root, 'endless', 'x'));
  let steps = 0;
  const step = async () => {
    steps += 1;
    await setImmediate();
  };
  const files: FileSystem = {
    ...real,
    async listKinds(folder) {
      if (folder !== join(root, 'endless') && !isEndless(folder)) return real.listKinds(folder);
      await step();
      return [
        { name: 'x1', kind: 'folder' },
        { name: 'x2', kind: 'folder' },
        { name: 'x.fac', kind: 'file' },
      ];
    },
    async stat(path) {
      if (!isEndless(path)) return real.stat(path);
      await step();
      return null;
    },
  };
  return { files, steps: () => steps };
}

async function open(options: { readonly maxStreams?: number } = {}) {
  const { files, steps } = endlessFiles();
  const created = createTestService({ files, followsFiles: true, chooserRoots: [root] });
  const searches: Promise<FileSearch>[] = [];
  const service: MandateService = {
    ...created,
    searchFile(...given) {
      const search = created.searchFile(...given);
      searches.push(search);
      return search;
    },
  };
  const server = await openServer({ service, heartbeatMs: 20, ...options });
  const client = createClient({ url: server.url, token: server.token });
  const body = { name: 'Rochat', accountingFile: join(root, 'mandat', 'Compta 2026.cre') };
  const { id: mandateId } = await client.call('createMandate', { body });
  const { id: fileId } = await client.call('attachFile', {
    params: { mandateId },
    body: { product: 'facturation', path: join(root, 'mandat', 'Rochat.fac') },
  });
  const path = (folder: string) =>
    `/api/v1/mandates/${mandateId}/files/${fileId}/search?${new URLSearchParams({ folder }).toString()}`;
  const input = (folder: string) => ({ params: { mandateId, fileId }, query: { folder } });
  return { server, client, searches, steps, path, input, [Symbol.asyncDispose]: () => server.close() };
}

/** It would end by itself too, after so many folders. */
const isGivenUp = ({ isOver, folders }: FileSearch) => isOver && folders < 200_000;

/** Many turns, in which a search that goes on would go on. */
const turns = async () => {
  for (let turn = 0; turn < 50; turn += 1) await setImmediate();
};

describe('a search', () => {
  it('tells how far it is, the last time that it is over, and ends', async () => {
    await using stage = await open();
    const { client, input } = stage;
    const told: FileSearch[] = [];
    await writeFile(join(root, 'mandat', 'Copie.fac'), 'Rochat.fac');
    const last = await client.follow('searchFile', input(join(root, 'mandat')), (event) => told.push(event));
    expect(told).toEqual([{ isOver: false, folders: 0, files: 0, found: 0 }, last]);
    expect(last).toEqual({ isOver: true, folders: 1, files: 1, found: 0 });
  });

  it('goes on telling while it goes on, with signs of life, and is given up with its reader', async () => {
    await using stage = await open();
    const { server, searches, steps, path } = stage;
    const response = await server.fetch(path(join(root, 'endless')));
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const events = readEvents(response);
    const first = (await events.until(({ folders }: FileSearch) => folders > 0)) as FileSearch;
    await events.heartbeats(2);
    const later = (await events.until(({ folders }: FileSearch) => folders > first.folders)) as FileSearch;
    expect(later.isOver).toBe(false);
    expect(later.files).toBeGreaterThan(0);
    await events[Symbol.asyncDispose]();
    expect(await searches[0]).toSatisfy(isGivenUp);
    const done = steps();
    await turns();
    expect(steps()).toBe(done);
  });

  it('is given up by the signal of a client', async () => {
    await using stage = await open();
    const { client, searches, input } = stage;
    const controller = new AbortController();
    const search = client.follow(
      'searchFile',
      { ...input(join(root, 'endless')), signal: controller.signal },
      () => {
        controller.abort(new Error('closed'));
      },
    );
    await expect(search).rejects.toThrow('closed');
    expect(await searches[0]).toSatisfy(isGivenUp);
  });

  it('counts among the streams: one too many is refused, and one that is given up makes room', async () => {
    await using stage = await open({ maxStreams: 2 });
    const { server, searches, path } = stage;
    await using overview = readEvents(await server.fetch('/api/v1/overview/stream'));
    await overview.next();
    const search = readEvents(await server.fetch(path(join(root, 'endless'))));
    await search.next();
    for (const one of [path(join(root, 'endless')), '/api/v1/overview/stream']) {
      const refused = await server.fetch(one);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await refused.json()).toMatchObject({
        type: 'urn:synchro:problem:too-many-streams',
        details: { open: 2 },
      });
    }
    expect(searches).toHaveLength(1);
    await search[Symbol.asyncDispose]();
    expect(await searches[0]).toSatisfy(isGivenUp);
    await expect
      .poll(async () => {
        const response = await server.fetch('/api/v1/overview/stream');
        await response.body?.cancel();
        return response.status;
      })
      .toBe(200);
  });

  it('is refused as a problem before it begins, and takes no place', async () => {
    await using stage = await open({ maxStreams: 1 });
    const { client, input } = stage;
    for (let i = 0; i < 3; i += 1)
      await expect(client.follow('searchFile', input('/etc'), () => undefined)).rejects.toMatchObject({
        code: 'folder-not-allowed',
        status: 403,
      });
    await expect(client.follow('searchFile', input('x'), () => undefined)).rejects.toMatchObject({
      code: 'path-not-absolute',
    });
  });

  it('asked for by HEAD alone is none', async () => {
    await using stage = await open();
    const { server, searches, path } = stage;
    const response = await server.fetch(path(join(root, 'endless')), { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(searches).toEqual([]);
  });

  it('does not keep the agent from ending, and its reader is told that it broke off', async () => {
    const { server, client, searches, steps, input } = await open();
    let closing: Promise<void> | undefined;
    const search = client.follow('searchFile', input(join(root, 'endless')), () => {
      closing ??= server.close();
    });
    await expect(search).rejects.toMatchObject({ name: 'NotConnectedError', reason: 'no-answer' });
    await closing;
    expect(await searches[0]).toSatisfy(isGivenUp);
    const done = steps();
    await turns();
    expect(steps()).toBe(done);
  });
});
