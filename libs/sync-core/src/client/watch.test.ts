import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from './connection.js';
import { createClient } from './create-client.js';
import { event, openAccess, scriptedService, scriptedStream } from './scripted-service.js';
import type { WatchHandle } from './watch-stream.js';

const T0 = Date.UTC(2026, 5, 5, 9);

/** Lets everything happen that waits for no clock. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('watch', () => {
  let handle: WatchHandle;

  beforeEach(() => void vi.useFakeTimers({ now: T0 }));
  afterEach(() => {
    handle.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  function watching(service = scriptedService()) {
    const seen = { snapshots: [] as unknown[], connections: [] as Connection[] };
    const client = createClient({
      url: 'http://127.0.0.1:4711',
      access: openAccess,
      fetch: service.fetch,
      random: () => 0,
    });
    handle = client.watch(
      'streamStatus',
      { query: { product: 'compta', path: '/m/Compta 2026.cre' } },
      {
        onSnapshot: (snapshot) => void seen.snapshots.push(snapshot),
        onConnection: (connection) => void seen.connections.push(connection),
      },
    );
    return { service, seen };
  }

  const serviceWith = (...streams: ReturnType<typeof scriptedStream>[]) => {
    const service = scriptedService();
    for (const stream of streams) service.answerWith(stream.response);
    return service;
  };

  it('asks for the scope, and is connected at the first snapshot', async () => {
    const stream = scriptedStream();
    const { service, seen } = watching(serviceWith(stream));
    await settle();
    expect(service.requests[0]?.url).toBe('http://127.0.0.1:4711/api/v1/stream');
    expect(service.requests[0]?.init).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      body: '{"scopes":[{"kind":"status","product":"compta","path":"/m/Compta 2026.cre"}]}',
    });
    expect(seen.connections).toEqual([]);

    stream.send(event({ revision: 1 }));
    stream.send(event({ revision: 2 }));
    await settle();
    expect(seen.connections).toEqual([{ status: 'connected', since: T0 }]);
    expect(seen.snapshots).toEqual([{ revision: 1 }, { revision: 2 }]);
  });

  it('reads events that are cut anywhere, within a line and within a character', async () => {
    const stream = scriptedStream();
    const { seen } = watching(serviceWith(stream));
    const bytes = new TextEncoder().encode(
      `: bonjour\n\n${event({ revision: 1, name: 'Crêperie « Ö » 😀' })}`,
    );
    for (const byte of bytes) stream.send(Uint8Array.of(byte));
    await settle();
    expect(seen.snapshots).toEqual([{ revision: 1, name: 'Crêperie « Ö » 😀' }]);
  });

  it('leaves events of later versions alone', async () => {
    const stream = scriptedStream();
    const { seen } = watching(serviceWith(stream));
    stream.send(`event: news\ndata: hello\n\nretry: 3\nevent: snapshot\n${event({ revision: 1 })}`);
    await settle();
    expect(seen.snapshots).toEqual([{ revision: 1 }]);
  });

  it('tells that the service is gone, and comes back with it', async () => {
    const [before, later] = [scriptedStream(), scriptedStream()];
    const { service, seen } = watching(serviceWith(before));
    before.send(event({ revision: 1 }));
    await vi.advanceTimersByTimeAsync(6_000);
    before.end();
    await settle();
    const lostAt = T0 + 6_000;
    const reconnecting = { status: 'reconnecting', reason: 'no-answer', since: lostAt };
    expect(seen.connections.at(-1)).toEqual({ ...reconnecting, retryAt: lostAt + 250 });

    await vi.advanceTimersByTimeAsync(250);
    expect(seen.connections.at(-2)).toEqual({ ...reconnecting, retryAt: null });
    expect(seen.connections.at(-1)).toEqual({ ...reconnecting, retryAt: lostAt + 500 });

    service.answerWith(later.response);
    later.send(event({ revision: 5 }));
    await vi.advanceTimersByTimeAsync(250);
    expect(seen.connections.at(-1)).toEqual({ status: 'connected', since: lostAt + 500 });
    expect(seen.snapshots).toEqual([{ revision: 1 }, { revision: 5 }]);
  });

  it('takes a connection that breaks for one that ends', async () => {
    const stream = scriptedStream();
    const { seen } = watching(serviceWith(stream));
    stream.send(event({ revision: 1 }));
    await settle();
    stream.fail();
    await settle();
    expect(seen.connections.at(-1)).toMatchObject({ status: 'reconnecting', reason: 'no-answer' });
  });

  it.each([
    [401, 'access-denied', 5_000],
    [403, 'access-denied', 5_000],
    [404, 'too-old', 5_000],
    [503, 'overloaded', 250],
    [500, 'service-error', 250],
  ] as const)('says of a %i: %s', async (status, reason, wait) => {
    const service = scriptedService();
    service.answerWith(() => new Response(null, { status }));
    const { seen } = watching(service);
    await settle();
    expect(seen.connections).toEqual([{ status: 'reconnecting', reason, since: T0, retryAt: T0 + wait }]);
  });

  it.each([
    [
      'a page instead of a stream',
      () => new Response('<h1>NAS</h1>', { headers: { 'content-type': 'text/html' } }),
    ],
    [
      'an event that is no JSON',
      () => new Response('data: oops\n\n', { headers: { 'content-type': 'text/event-stream' } }),
    ],
    [
      'an event whose snapshots are none',
      () =>
        new Response('data: {"snapshots":[{"hello":1}]}\n\n', {
          headers: { 'content-type': 'text/event-stream' },
        }),
    ],
    [
      'an event that holds no snapshots',
      () => new Response('data: {"hello":1}\n\n', { headers: { 'content-type': 'text/event-stream' } }),
    ],
  ])('takes %s for another program or another version', async (_, answer) => {
    const service = scriptedService();
    service.answerWith(answer);
    const { seen } = watching(service);
    await settle();
    expect(seen.connections).toMatchObject([{ status: 'reconnecting', reason: 'too-old' }]);
    expect(seen.snapshots).toEqual([]);
  });

  it('tells a service that refuses this page from none at all', async () => {
    const service = scriptedService();
    service.listening = true;
    const { seen } = watching(service);
    await settle();
    expect(seen.connections.at(-1)).toMatchObject({ reason: 'access-denied' });
    expect(service.requests).toHaveLength(2);
  });

  it('does not take a service that is just starting for one that refuses', async () => {
    const service = scriptedService();
    const stream = scriptedStream();
    service.answerWith(() => {
      service.listening = true;
      throw new TypeError('fetch failed');
    });
    service.answerWith(stream.response);
    stream.send(event({ revision: 1 }));
    const { seen } = watching(service);
    await settle();
    expect(seen.connections).toMatchObject([{ status: 'connected' }]);
  });

  it('takes 25 s without event or heartbeat for a loss', async () => {
    const stream = scriptedStream();
    const { seen } = watching(serviceWith(stream));
    stream.send(event({ revision: 1 }));
    await vi.advanceTimersByTimeAsync(24_000);
    stream.send(': heartbeat\n\n');
    await vi.advanceTimersByTimeAsync(24_999);
    expect(seen.connections.at(-1)).toMatchObject({ status: 'connected' });
    await vi.advanceTimersByTimeAsync(1);
    expect(seen.connections.at(-1)).toMatchObject({ reason: 'silent', since: T0 + 49_000 });
    expect(stream.cancelled()).toBe(true);
  });

  it('does not wait for ever for the first answer', async () => {
    const service = scriptedService();
    service.answerWith(() => new Promise(() => undefined));
    const { seen } = watching(service);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen.connections.at(-1)).toMatchObject({ status: 'reconnecting', reason: 'no-answer' });
  });

  it('stops during a wait, and tells nothing any more', async () => {
    const { service, seen } = watching();
    await settle();
    const told = seen.connections.length;
    handle.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(service.requests).toHaveLength(1);
    expect(seen.connections).toHaveLength(told);
  });

  it('stops a connection: its request is aborted and its body closed', async () => {
    const stream = scriptedStream();
    const { service, seen } = watching(serviceWith(stream));
    stream.send(event({ revision: 1 }));
    await settle();
    handle.stop();
    await settle();
    expect(service.requests[0]?.init.signal?.aborted).toBe(true);
    expect(stream.cancelled()).toBe(true);
    expect(seen.connections).toEqual([{ status: 'connected', since: T0 }]);
  });

  it('closes for a pause and is back at once', async () => {
    const [before, later] = [scriptedStream(), scriptedStream()];
    const { service, seen } = watching(serviceWith(before, later));
    before.send(event({ revision: 1 }));
    await settle();
    handle.pause();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(service.requests).toHaveLength(1);
    later.send(event({ revision: 2 }));
    handle.resume();
    await settle();
    expect(seen.connections.map(({ status }) => status)).toEqual([
      'connected',
      'paused',
      'connecting',
      'connected',
    ]);
    expect(seen.snapshots).toEqual([{ revision: 1 }, { revision: 2 }]);
  });

  it('does not take the end of a closed connection for the end of the next', async () => {
    const [before, later] = [scriptedStream(), scriptedStream()];
    const { seen } = watching(serviceWith(before, later));
    before.send(event({ revision: 1 }));
    await settle();
    handle.pause();
    handle.resume();
    later.send(event({ revision: 2 }));
    await settle();
    expect(seen.connections.at(-1)).toMatchObject({ status: 'connected' });
    expect(seen.connections.filter(({ status }) => status === 'reconnecting')).toEqual([]);
  });

  it('tells nothing more of a closed connection, not even what had come with the same bytes', async () => {
    const [before, later] = [scriptedStream(), scriptedStream()];
    const service = serviceWith(before, later);
    const snapshots: unknown[] = [];
    const client = createClient({ url: '', access: openAccess, fetch: service.fetch });
    handle = client.watch(
      'streamOverview',
      {},
      {
        onSnapshot: (snapshot) => {
          snapshots.push(snapshot);
          handle.pause();
          handle.resume();
        },
        onConnection: () => undefined,
      },
    );
    before.send(event({ revision: 1 }) + event({ revision: 2 }));
    await settle();
    expect(snapshots).toEqual([{ revision: 1 }]);
  });

  it('tries at once when asked to', async () => {
    const { service } = watching();
    await settle();
    handle.retryNow();
    await settle();
    expect(service.requests).toHaveLength(2);
  });

  it('spaces its tries out while a service accepts and drops', async () => {
    const service = scriptedService();
    const { seen } = watching(service);
    for (let i = 0; i < 100; i++) {
      service.answerWith(
        () => new Response(event({ revision: i }), { headers: { 'content-type': 'text/event-stream' } }),
      );
    }
    await vi.advanceTimersByTimeAsync(10_000);
    // The dice of this test always fall on the shortest wait: forty tries in ten seconds, and never a tight loop.
    expect(service.requests.length).toBeLessThanOrEqual(41);
    expect(seen.connections.filter(({ status }) => status === 'connected').length).toBeGreaterThan(1);
  });

  it('lets the observer stop from within', async () => {
    const stream = scriptedStream();
    const service = serviceWith(stream);
    const onSnapshot = vi.fn();
    const client = createClient({ url: '', access: openAccess, fetch: service.fetch });
    handle = client.watch('streamOverview', {}, { onSnapshot, onConnection: () => handle.stop() });
    stream.send(event({ revision: 1 }));
    await settle();
    expect(onSnapshot).not.toHaveBeenCalled();
    expect(service.requests[0]).toMatchObject({
      url: '/api/v1/stream',
      init: { credentials: 'omit', body: '{"scopes":[{"kind":"overview"}]}' },
    });
  });
});
