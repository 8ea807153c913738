import { describe, expect, it } from 'vitest';
import { createAccess } from './access.js';
import { createClient } from './create-client.js';
import { pageKeys, tokenKeys } from './keys.js';
import type { Keys, PageStorage } from './keys.js';
import { pretendSessions } from './pretended-sessions.js';

const ORIGIN = 'http://127.0.0.1:4711';
const TOKEN = 'the-token-that-must-never-be-sent';

/** An agent behind `fetch` that notes all that it is sent. */
function pretendAgent({ origin = ORIGIN, token = TOKEN } = {}) {
  const agent = {
    sessions: pretendSessions(origin, token),
    sent: [] as string[],
    requests: [] as string[],
  };
  return Object.assign(agent, {
    /** Ends it and starts it anew; of its sessions nothing is left. */
    restart: () => void (agent.sessions = pretendSessions(origin, token)),
    fetch: (async (input: string, init?: RequestInit) => {
      const request = new Request(input, init);
      const body = await request.clone().text();
      agent.sent.push([request.method, request.url, ...[...request.headers].flat(), body].join(' '));
      agent.requests.push(`${request.method} ${new URL(request.url).pathname}`);
      if (request.url.endsWith('/session')) {
        const opened = await agent.sessions.open(JSON.parse(body) as never);
        return opened === null ? new Response(null, { status: 401 }) : Response.json(opened, { status: 201 });
      }
      const proof = await agent.sessions.admit(request);
      if (proof === null) return new Response(null, { status: 401 });
      return Response.json({ items: [] }, { headers: { 'synchro-proof': proof } });
    }) as typeof fetch,
  });
}
const clientOf = (fetch: typeof globalThis.fetch, keys: Keys = tokenKeys(TOKEN)) =>
  createClient({ url: ORIGIN, access: createAccess(keys), fetch });

/** `sessionStorage` of one tab. */
function pageStorage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
  } satisfies PageStorage & { items: unknown };
}

describe('access to the agent', () => {
  it('G1: opens one session for many requests, and never sends the token or what comes from it', async () => {
    const agent = pretendAgent();
    const client = clientOf(agent.fetch);
    await Promise.all([client.call('listMandates'), client.call('listMandates')]);
    expect(await client.call('listMandates')).toEqual({ items: [] });
    expect(agent.requests).toEqual([
      'POST /api/v1/session',
      ...Array<string>(3).fill('GET /api/v1/mandates'),
    ]);
    expect(agent.sent.join('\n')).not.toContain(TOKEN);
  });

  it('G1: who does not know the token is sent a nonce, and nothing else', async () => {
    const thief = pretendAgent({ token: 'not-the-token' });
    await expect(clientOf(thief.fetch).call('listMandates')).rejects.toMatchObject({
      reason: 'access-denied',
    });
    expect(thief.requests).toEqual(['POST /api/v1/session']);
  });

  it('G2: an answer that is passed on from the agent on another port proves nothing', async () => {
    const agent = pretendAgent({ origin: 'http://127.0.0.1:4712' });
    await expect(clientOf(agent.fetch).call('listMandates')).rejects.toMatchObject({
      reason: 'access-denied',
    });
    expect(agent.requests).toEqual(['POST /api/v1/session']);
  });

  it('G3: an answer without proof is not believed, whatever it says', async () => {
    const agent = pretendAgent();
    const client = clientOf((input, init) =>
      agent.requests.length === 0 || (input as string).endsWith('/session')
        ? agent.fetch(input, init)
        : Promise.resolve(
            Response.json({ type: 'urn:synchro:problem:held-elsewhere', title: '' }, { status: 409 }),
          ),
    );
    const posting = client.call('listMandates');
    await expect(posting).rejects.toMatchObject({ name: 'NotConnectedError' });
    const lying = clientOf((input, init) =>
      (input as string).endsWith('/session')
        ? agent.fetch(input, init)
        : Promise.resolve(Response.json({ items: [{ name: 'false' }] })),
    );
    await expect(lying.call('listMandates')).rejects.toMatchObject({ reason: 'access-denied' });
  });

  it('G3: after a restart of the agent a client opens another session and repeats the request', async () => {
    const agent = pretendAgent();
    const client = clientOf(agent.fetch);
    await client.call('listMandates');
    agent.restart();
    expect(await client.call('listMandates')).toEqual({ items: [] });
    expect(agent.requests.slice(2)).toEqual([
      'GET /api/v1/mandates',
      'POST /api/v1/session',
      'GET /api/v1/mandates',
    ]);
  });

  it('asks again for a session after a failure, and gives up where two are not known', async () => {
    const agent = pretendAgent();
    let isDown = true;
    const client = clientOf((input, init) =>
      isDown ? Promise.reject(new TypeError('fetch failed')) : agent.fetch(input, init),
    );
    await expect(client.call('listMandates')).rejects.toMatchObject({ reason: 'no-answer' });
    isDown = false;
    expect(await client.call('listMandates')).toEqual({ items: [] });
    agent.sessions.admit = () => Promise.resolve(null);
    await expect(client.call('listMandates')).rejects.toMatchObject({ reason: 'access-denied' });
  });
});

describe('a page', () => {
  it('G8: opens its session with the one-time code, and does not send its secret', async () => {
    const agent = pretendAgent();
    const code = agent.sessions.createCode();
    await clientOf(agent.fetch, pageKeys(code, pageStorage)).call('listMandates');
    expect(agent.sent.join('\n')).toContain(`code.${code.split('.')[0]}`);
    expect(agent.sent.join('\n')).not.toContain(code.split('.')[1]);
    await expect(
      clientOf(agent.fetch, pageKeys(code, pageStorage)).call('listMandates'),
    ).rejects.toMatchObject({ reason: 'access-denied' });
  });

  it('G5: goes on after a reload with what its storage holds, again and again', async () => {
    const agent = pretendAgent();
    const storage = pageStorage();
    await clientOf(
      agent.fetch,
      pageKeys(agent.sessions.createCode(), () => storage),
    ).call('listMandates');
    for (let reloads = 0; reloads < 3; reloads += 1)
      expect(
        await clientOf(
          agent.fetch,
          pageKeys(null, () => storage),
        ).call('listMandates'),
      ).toEqual({
        items: [],
      });
    expect(agent.sent.join('\n')).not.toContain(
      (JSON.parse([...storage.items.values()][0] ?? '') as { secret: string }).secret,
    );
  });

  it('G6: what its storage holds is worth nothing to the agent that is started next', async () => {
    const agent = pretendAgent();
    const storage = pageStorage();
    await clientOf(
      agent.fetch,
      pageKeys(agent.sessions.createCode(), () => storage),
    ).call('listMandates');
    agent.restart();
    const reloaded = clientOf(
      agent.fetch,
      pageKeys(null, () => storage),
    );
    await expect(reloaded.call('listMandates')).rejects.toMatchObject({ reason: 'access-denied' });
  });

  it('works without a storage, and without a code and a storage it says that it may not', async () => {
    const agent = pretendAgent();
    const none = (): PageStorage => {
      throw new DOMException('sandboxed', 'SecurityError');
    };
    const client = clientOf(agent.fetch, pageKeys(agent.sessions.createCode(), none));
    expect(await client.call('listMandates')).toEqual({ items: [] });
    await expect(clientOf(agent.fetch, pageKeys(null, none)).call('listMandates')).rejects.toMatchObject({
      reason: 'access-denied',
    });
  });
});
