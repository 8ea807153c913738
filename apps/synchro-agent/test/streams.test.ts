import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { MandateService } from '@synchro/mandate-service';
import type { StatusQuery } from '@synchro/sync-core/contract';
import { describe, expect, it, vi } from 'vitest';
import { createTestService, openServer } from './open-server.js';
import type { TestServer } from './open-server.js';
import { readEvents } from './read-events.js';

// A busy machine is slow, and no reason to fail.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SCOPE = `/api/v1/status/stream?product=compta&path=${encodeURIComponent('/mandats/x.cre')}`;

/** A service whose snapshots and changes the test makes. */
function scriptedService() {
  const service = createTestService();
  let listener: () => void = () => undefined;
  let snapshot: (query: StatusQuery) => unknown = () => ({ revision: 0 });
  const scripted: MandateService = {
    ...service,
    getStatus: (query) => snapshot(query) as ReturnType<MandateService['getStatus']>,
    onChange(added) {
      listener = added;
      return service.onChange(added);
    },
  };
  return {
    service: scripted,
    show(next: (query: StatusQuery) => unknown) {
      snapshot = next;
      listener();
    },
  };
}

/** Opens a stream and never reads it. */
function openWithoutReading(server: TestServer): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('readable', () => resolve(socket));
    socket.write(
      `GET ${SCOPE} HTTP/1.1\r\nHost: ${server.host}\r\nAuthorization: Bearer ${server.token}\r\n\r\n`,
    );
  });
}

const streamOf = (server: TestServer, ...scopes: object[]) =>
  server.fetch('/api/v1/stream', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scopes }),
  });
const statusOf = (path: string) => ({ kind: 'status', product: 'compta', path });

describe('a stream of several scopes', () => {
  it('tells the whole truth of all, in the order asked, at once and whenever one of them differs', async () => {
    const script = scriptedService();
    await using server = await openServer({ service: script.service });
    script.show(({ path }) => ({ path, revision: 0 }));
    await using events = readEvents(
      await streamOf(server, statusOf('/b'), { kind: 'overview' }, statusOf('/a')),
    );
    const overview = expect.objectContaining({ mandates: [] }) as unknown;
    expect(await events.next()).toEqual({
      snapshots: [{ path: '/b', revision: 0 }, overview, { path: '/a', revision: 0 }],
    });
    script.show(({ path }) => ({ path, revision: 0 }));
    script.show(({ path }) => ({ path, revision: path === '/a' ? 1 : 0 }));
    expect(await events.next()).toEqual({
      snapshots: [{ path: '/b', revision: 0 }, overview, { path: '/a', revision: 1 }],
    });
  });

  it('G15: takes fifty scopes with the longest paths and ids', async () => {
    const script = scriptedService();
    await using server = await openServer({ service: script.service });
    script.show(({ path }) => ({ path, revision: 0 }));
    const scopes = Array.from({ length: 50 }, (_, index) => ({
      ...statusOf(`/${'é'.repeat(4_093)}${index + 10}`),
      documentId: 'ü'.repeat(200),
    }));
    await using events = readEvents(await streamOf(server, ...scopes));
    expect(await events.next()).toEqual({ snapshots: scopes.map(({ path }) => ({ path, revision: 0 })) });
    expect((await streamOf(server, ...scopes, scopes[0] ?? {})).status).toBe(400);
  });

  it('shares the snapshots of its scopes with the other streams: each is made once per change', async () => {
    const script = scriptedService();
    await using server = await openServer({ service: script.service });
    const answers = await Promise.all([
      streamOf(server, statusOf('/a'), statusOf('/b')),
      streamOf(server, { path: '/b', product: 'compta', kind: 'status' }, statusOf('/c')),
      server.fetch('/api/v1/status/stream?product=compta&path=/b'),
    ]);
    const readers = answers.map(readEvents);
    await Promise.all(readers.map((reader) => reader.next()));
    const made: string[] = [];
    script.show(({ path }) => {
      made.push(path);
      return { path, revision: 1 };
    });
    await Promise.all(readers.map((reader) => reader.next()));
    expect(made.sort()).toEqual(['/a', '/b', '/c']);
    for (const reader of readers) await reader[Symbol.asyncDispose]();
  });
});

describe('a stream', () => {
  it('sends the snapshot at once, again whenever it differs, and nothing where nothing changed', async () => {
    const script = scriptedService();
    await using server = await openServer({ service: script.service });
    const response = await server.fetch(SCOPE);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-content-type-options': 'nosniff',
      vary: 'Origin',
    });
    await using events = readEvents(response);
    expect(await events.next()).toEqual({ revision: 0 });
    script.show(() => ({ revision: 0 }));
    script.show(() => ({ revision: 1 }));
    script.show(() => ({ revision: 2 }));
    expect(await events.next()).toEqual({ revision: 2 });
  });

  it('goes on longer than a request may take to arrive', async () => {
    const script = scriptedService();
    await using server = await openServer({
      service: script.service,
      requestTimeoutMs: 50,
      heartbeatMs: 20,
    });
    await using events = readEvents(await server.fetch(SCOPE));
    await events.next();
    // Twenty heartbeats are eight times what a request may take.
    await events.heartbeats(20);
    script.show(() => ({ revision: 1 }));
    expect(await events.next()).toEqual({ revision: 1 });
  });

  it('that is asked for by HEAD alone ends, and takes no place', async () => {
    await using server = await openServer({ maxStreams: 1 });
    for (let i = 0; i < 3; i += 1) {
      const response = await server.fetch(SCOPE, { method: 'HEAD' });
      expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
        200,
        'text/event-stream; charset=utf-8',
        '',
      ]);
    }
    await using events = readEvents(await server.fetch(SCOPE));
    await events.next();
  });

  it('one too many is refused as a problem that says when to come again; an ended one makes room', async () => {
    await using server = await openServer({ maxStreams: 2, allowedOrigins: ['https://compta.test'] });
    const open = () => server.fetch(SCOPE, { headers: { origin: 'https://compta.test' } });
    const first = readEvents(await open());
    await using second = readEvents(await open());
    await Promise.all([first.next(), second.next()]);
    const third = await open();
    expect(third.status).toBe(503);
    expect(Object.fromEntries(third.headers)).toMatchObject({
      'retry-after': '5',
      'content-type': 'application/problem+json; charset=utf-8',
      'access-control-allow-origin': 'https://compta.test',
      'access-control-expose-headers': 'content-disposition, retry-after, synchro-proof',
    });
    expect(await third.json()).toMatchObject({
      type: 'urn:synchro:problem:too-many-streams',
      details: { open: 2 },
    });
    await first[Symbol.asyncDispose]();
    await expect
      .poll(async () => {
        const response = await open();
        await response.body?.cancel();
        return response.status;
      })
      .toBe(200);
  });

  it('that nobody reads is not kept waiting for: the reader gets the newest snapshot, not a queue', async () => {
    const script = scriptedService();
    await using server = await openServer({ service: script.service });
    const filler = 'x'.repeat(100_000);
    let made = 0;
    const socket = await openWithoutReading(server);
    for (let revision = 1; revision <= 2000; revision += 1) {
      script.show(() => {
        made += 1;
        return { revision, filler };
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    // 200 MB were to be told. What was kept for the reader comes out when it reads at last.
    expect(made).toBeGreaterThan(1000);
    const revisions: number[] = [];
    for await (const line of createInterface({ input: socket })) {
      const [, revision] = /^data: \{"revision":(\d+)/.exec(line) ?? [];
      if (revision !== undefined) revisions.push(Number(revision));
      if (revision === '2000') break;
    }
    socket.destroy();
    // The system's own buffers hold some; the many in between were never sent.
    expect(revisions.length).toBeLessThan(200);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  });

  it('whose snapshot cannot be made ends, the others and the agent go on, and a new one says why', async () => {
    const script = scriptedService();
    await using server = await openServer({ service: script.service });
    await using failing = readEvents(await server.fetch(SCOPE));
    await using overview = readEvents(await server.fetch('/api/v1/overview/stream'));
    await Promise.all([failing.next(), overview.next()]);
    script.show(() => {
      throw new Error('The disk does not answer.');
    });
    expect(await failing.next()).toBeNull();
    expect(await (await server.fetch(SCOPE)).json()).toMatchObject({
      type: 'urn:synchro:problem:internal-error',
    });
    script.show(() => ({ revision: 7 }));
    await using again = readEvents(await server.fetch(SCOPE));
    expect(await again.next()).toEqual({ revision: 7 });
  });

  it('does not keep the agent from ending: within a second all are ended, also those that nobody reads', async () => {
    const script = scriptedService();
    const server = await openServer({ service: script.service });
    await using events = readEvents(await server.fetch(SCOPE));
    await events.next();
    const socket = await openWithoutReading(server);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const filler = 'x'.repeat(20_000_000);
    script.show(() => ({ filler }));
    const idle = connect(server.port, '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(1000);
    socket.resume();
    await closed;
    idle.destroy();
    await events.ended();
  });
});
