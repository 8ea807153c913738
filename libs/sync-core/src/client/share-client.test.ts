import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { event, scriptedService, scriptedStream } from './scripted-service.js';
import { pretendSessions } from './pretended-sessions.js';
import { shareClient } from './share-client.js';

const REGISTRY = Symbol.for('synchro.clients');
const registry = () => (globalThis as { [REGISTRY]?: Map<string, unknown> })[REGISTRY];
const here = { url: 'http://127.0.0.1:4711', token: 't0k3n' };

describe('shareClient', () => {
  beforeEach(() => void Reflect.deleteProperty(globalThis, REGISTRY));
  afterEach(() => {
    expect(registry()?.size ?? 0).toBe(0);
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('gives the same client for the same service and token, and another for any other', () => {
    const held = [
      shareClient(here),
      shareClient({ ...here }),
      shareClient({ ...here, token: 'other' }),
      shareClient({ ...here, url: '' }),
    ];
    const [first, second, other, elsewhere] = held.map(({ client }) => client);
    expect(second).toBe(first);
    expect(new Set([first, other, elsewhere]).size).toBe(3);
    for (const { release } of held) release();
  });

  it('keeps a client until its last holder releases it, and counts no release twice', () => {
    const [first, second] = [shareClient(here), shareClient(here)];
    first.release();
    first.release();
    const third = shareClient(here);
    expect(third.client).toBe(second.client);
    second.release();
    third.release();
    const later = shareClient(here);
    expect(later.client).not.toBe(first.client);
    later.release();
  });

  it('is shared with other bundles of this release: each has its own copy of the module', async () => {
    const mine = shareClient(here);
    vi.resetModules();
    const other = await import('./share-client.js');
    expect(other.shareClient).not.toBe(shareClient);
    const theirs = other.shareClient(here);
    expect(theirs.client).toBe(mine.client);
    mine.release();
    theirs.release();
  });

  it('is not shared with bundles of another release', () => {
    const mine = shareClient(here);
    const [key = ''] = registry()?.keys() ?? [];
    expect(JSON.parse(key)).toEqual([expect.any(Number), here.url, here.token]);
    mine.release();
    const foreign = { client: {}, holders: 1 };
    registry()?.set(JSON.stringify([0, here.url, here.token]), foreign);
    const again = shareClient(here);
    expect(again.client).not.toBe(foreign.client);
    again.release();
    expect([...(registry()?.values() ?? [])]).toEqual([foreign]);
    registry()?.clear();
  });

  it('makes one stream of the banners of a page', async () => {
    vi.useFakeTimers();
    const service = scriptedService();
    const sessions = pretendSessions(here.url, here.token);
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      if (url.endsWith('/session'))
        return Response.json(await sessions.open(JSON.parse(init.body as string) as never));
      const answer = await service.fetch(url, init);
      answer.headers.set('synchro-proof', (await sessions.admit(new Request(url, init))) ?? '');
      return answer;
    });
    const stream = scriptedStream();
    service.answerWith(stream.response);
    const seen: unknown[] = [];
    const banners = (['compta', 'salaires'] as const).map((product) => {
      const { client, release } = shareClient(here);
      const observer = { onSnapshot: (s: unknown) => void seen.push(s), onConnection: () => undefined };
      const handle = client.watch('streamStatus', { query: { product, path: '/m/x' } }, observer);
      return () => {
        handle.stop();
        release();
      };
    });
    stream.send(event({ revision: 1 }, { revision: 2 }));
    await vi.waitFor(() => expect(seen).toEqual([{ revision: 1 }, { revision: 2 }]));
    expect(service.requests).toHaveLength(1);
    for (const unmount of banners) unmount();
    expect(stream.cancelled()).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
