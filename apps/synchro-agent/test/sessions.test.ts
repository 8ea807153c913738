import { createHmac, randomBytes } from 'node:crypto';
import type { OpenedSession } from '@synchro/sync-core/contract';
import { createAccess, createClient, pageKeys } from '@synchro/sync-core/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ABSOLUTE_MS, IDLE_MS, STREAM_MS } from '../src/http/sessions.js';
import { changingToken, openServer } from './open-server.js';
import type { TestServer } from './open-server.js';
import { readEvents } from './read-events.js';

/*
 * Written a second time from docs/security.md, not with the client: what a program in another language does.
 */
const mac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64url');

const TOKEN = 'the-token-of-this-test-which-is-long-enough';
const HOST_PAGE = 'https://compta.test';
const token = changingToken(TOKEN);
let now = Date.parse('2026-07-01T08:00:00Z');
let server: TestServer;
beforeAll(async () => {
  server = await openServer({ allowedOrigins: [HOST_PAGE], now: () => now, token, heartbeatMs: 20 });
});
afterAll(() => server.close());

const newCode = async () => {
  const response = await server.fetch('/api/v1/session/codes', { method: 'POST' });
  return (await response.json()) as { code: string; validUntil: string };
};
const handshake = (key: string, nonce = randomBytes(24).toString('base64url'), headers = {}) =>
  fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ key, nonce }),
  });

interface Opened extends OpenedSession {
  readonly key: string;
  readonly reload: { readonly name: string; readonly secret: string };
  readonly restart: { readonly name: string; readonly secret: string };
}

/** @param name and secret as in the table of docs/security.md */
async function open(name: string, secret: string, to: TestServer = server): Promise<Opened> {
  const nonce = randomBytes(24).toString('base64url');
  const response = await fetch(`${to.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: name, nonce }),
  });
  expect(response.status).toBe(201);
  const opened = (await response.json()) as OpenedSession;
  const key = mac(secret, ['session', name, nonce, opened.nonce, to.url].join('\n'));
  expect(opened.proof).toBe(mac(key, 'agent'));
  return {
    ...opened,
    key,
    reload: { name: `session.${opened.session}`, secret: mac(key, 'reload') },
    restart: { name: `ticket.${opened.ticket}`, secret: mac(key, 'restart') },
  };
}
async function openWithCode(): Promise<Opened> {
  const [id = '', secret = ''] = (await newCode()).code.split('.');
  return open(`code.${id}`, secret);
}
const signed = (
  { session, key }: Pick<Opened, 'session' | 'key'>,
  number: number,
  method: string,
  target: string,
) => ({
  authorization: `Synchro ${session}.${number}.${mac(key, ['request', number, method, target].join('\n'))}`,
});
const MANDATES = '/api/v1/mandates';
const statusOf = async (opened: Opened, number: number, to: TestServer = server) =>
  (await fetch(to.url + MANDATES, { headers: signed(opened, number, 'GET', MANDATES) })).status;

describe('a one-time code', () => {
  it('G8: is given only for the token, each time another, for a minute', async () => {
    const codes = `${server.url}/api/v1/session/codes`;
    expect((await fetch(codes, { method: 'POST' })).status).toBe(401);
    const [one, two] = [await newCode(), await newCode()];
    expect(one.code).not.toBe(two.code);
    expect(one.code).toMatch(/^[\w-]{32}\.[\w-]{32}$/);
    expect(Date.parse(one.validUntil) - now).toBe(60_000);
    // A page cannot make another page's code.
    const page = await openWithCode();
    const headers = signed(page, 1, 'POST', '/api/v1/session/codes');
    expect((await fetch(codes, { method: 'POST', headers })).status).toBe(401);
    const program = await open('token', TOKEN);
    const itsHeaders = signed(program, 1, 'POST', '/api/v1/session/codes');
    expect((await fetch(codes, { method: 'POST', headers: itsHeaders })).status).toBe(201);
  });

  it('G8: is good for its minute and once, also where the one time came too late', async () => {
    const name = async () => `code.${(await newCode()).code.split('.')[0]}`;
    const first = await name();
    now += 60_000;
    expect((await handshake(first)).status).toBe(201);
    expect((await handshake(first)).status).toBe(401);
    const late = await name();
    now += 60_001;
    expect((await handshake(late)).status).toBe(401);
    now -= 60_001;
    expect((await handshake(late)).status).toBe(401);
  });

  it('G8: opens one session where several ask at the same time', async () => {
    const name = `code.${(await newCode()).code.split('.')[0]}`;
    const statuses = await Promise.all([handshake(name), handshake(name), handshake(name)]);
    expect(statuses.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
  });

  it('is nothing that can be guessed or inherited, and no page of another origin opens with it', async () => {
    for (const key of ['code.x', 'code.__proto__', 'constructor', 'code', 'session.', 'ticket.AAAA', TOKEN])
      expect((await handshake(key)).status).toBe(401);
    const name = `code.${(await newCode()).code.split('.')[0]}`;
    expect((await handshake(name, undefined, { origin: 'https://evil.test' })).status).toBe(403);
    expect((await handshake(name, undefined, { origin: server.url })).status).toBe(201);
  });
});

describe('a session', () => {
  it('G1: begins with the proof that the agent knows the secret; who does not know it gets nowhere', async () => {
    const opened = await open('token', TOKEN);
    expect(await statusOf(opened, 1)).toBe(200);
    const nonce = randomBytes(24).toString('base64url');
    const guessed = (await (await handshake('token', nonce)).json()) as OpenedSession;
    const key = mac('a guess', ['session', 'token', nonce, guessed.nonce, server.url].join('\n'));
    expect(await statusOf({ ...opened, ...guessed, key }, 1)).toBe(401);
  });

  it('G2: is bound to the address: a key made for another port or name opens nothing', async () => {
    for (const origin of ['http://127.0.0.1:1', server.url.replace('127.0.0.1', 'localhost')]) {
      const nonce = randomBytes(24).toString('base64url');
      const opened = (await (await handshake('token', nonce)).json()) as OpenedSession;
      const key = mac(TOKEN, ['session', 'token', nonce, opened.nonce, origin].join('\n'));
      expect(opened.proof).not.toBe(mac(key, 'agent'));
      expect(
        (await fetch(server.url + MANDATES, { headers: signed({ ...opened, key }, 1, 'GET', MANDATES) }))
          .status,
      ).toBe(401);
    }
  });

  it('G3: counts each request once, whatever their order, and only as it was signed', async () => {
    const opened = await open('token', TOKEN);
    for (const number of [2, 1, 900, 3]) expect(await statusOf(opened, number)).toBe(200);
    for (const number of [1, 2, 3, 900]) expect(await statusOf(opened, number)).toBe(401);
    expect(await statusOf(opened, 5_000)).toBe(200);
    expect(await statusOf(opened, 3_999)).toBe(401); // Older than any request of a browser can be.
    const headers = signed(opened, 6_000, 'GET', MANDATES);
    expect((await fetch(server.url + MANDATES, { method: 'POST', headers })).status).toBe(401);
    expect((await fetch(`${server.url}${MANDATES}?x=1`, { headers })).status).toBe(401);
    expect((await fetch(`${server.url}/api/v1/overview`, { headers })).status).toBe(401);
    expect((await fetch(server.url + MANDATES, { headers })).status).toBe(200);
    for (const [from, to] of [
      ['Synchro', 'synchro'],
      ['.6000.', '.06000.'],
      ['.6000.', '.-1.'],
    ] as const) {
      const altered = {
        authorization: signed(opened, 6_000, 'GET', MANDATES).authorization.replace(from, to),
      };
      expect((await fetch(server.url + MANDATES, { headers: altered })).status).toBe(401);
    }
  });

  it('G3: has its answers proven, refusals and streams too, also for an allowed host page', async () => {
    const opened = await open('token', TOKEN);
    const targets = [MANDATES, '/api/v1/mandates/none', '/api/v1/status', '/api/v1/overview/stream'];
    for (const [index, target] of targets.entries()) {
      const headers = { ...signed(opened, index + 1, 'GET', target), origin: HOST_PAGE };
      const answer = await fetch(server.url + target, { headers });
      expect([target, answer.headers.get('synchro-proof')]).toEqual([
        target,
        mac(opened.key, `answer\n${index + 1}`),
      ]);
      expect(answer.headers.get('access-control-expose-headers')).toContain('synchro-proof');
      await answer.body?.cancel();
    }
  });

  it('G4: needs no cookie, sets none and takes none', async () => {
    const answers = [await handshake('token'), await server.fetch(MANDATES)];
    for (const { headers } of answers) expect(headers.has('set-cookie')).toBe(false);
    const former = `synchro_session=${mac(TOKEN, 'session')}`;
    expect((await fetch(server.url + MANDATES, { headers: { cookie: former } })).status).toBe(401);
  });

  it('G5: that nobody uses ends after four days, and no stored key opens another', async () => {
    const opened = await openWithCode();
    expect(await statusOf(opened, 1)).toBe(200);
    now += IDLE_MS;
    expect(await statusOf(opened, 2)).toBe(200);
    now += IDLE_MS + 1;
    expect(await statusOf(opened, 3)).toBe(401);
    for (const { name } of [opened.reload, opened.restart]) expect((await handshake(name)).status).toBe(401);
  });

  it('G5: ends thirty days after its code, however often it was renewed', async () => {
    const start = now;
    let opened = await openWithCode();
    for (now += IDLE_MS; now < start + ABSOLUTE_MS; now += IDLE_MS)
      opened = await open(opened.restart.name, opened.restart.secret);
    now = start + ABSOLUTE_MS;
    opened = await open(opened.reload.name, opened.reload.secret);
    expect(await statusOf(opened, 1)).toBe(200);
    now += 1;
    expect(await statusOf(opened, 2)).toBe(401);
    for (const { name } of [opened.reload, opened.restart]) expect((await handshake(name)).status).toBe(401);
  });

  it('G5: a stream ends after half a day, so that whoever follows for days holds a fresh ticket', async () => {
    const opened = await openWithCode();
    const target = '/api/v1/overview/stream';
    await using events = readEvents(
      await fetch(server.url + target, { headers: signed(opened, 1, 'GET', target) }),
    );
    await events.heartbeats(2);
    now += STREAM_MS;
    await events.heartbeats(2);
    now += 1;
    await events.ended();
    expect((await open(opened.restart.name, opened.restart.secret)).ticket).not.toBe(opened.ticket);
  });

  it('G6: of an agent that ended is worth nothing to the next one, but for the ticket in the memory of a page', async () => {
    const opened = await openWithCode();
    const code = `code.${(await newCode()).code.split('.')[0]}`;
    await using restarted = await openServer({ token: changingToken(TOKEN) });
    expect(await statusOf(opened, 1, restarted)).toBe(401);
    const asked = (key: string) =>
      restarted.fetch('/api/v1/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key, nonce: randomBytes(24).toString('base64url') }),
      });
    for (const name of [opened.reload.name, code]) expect((await asked(name)).status).toBe(401);
    await using later = await openServer({ token: changingToken(TOKEN), now: () => now });
    expect(await statusOf(await open(opened.restart.name, opened.restart.secret, later), 1, later)).toBe(200);
    await using other = await openServer({ token: changingToken('another-token'), now: () => now });
    const refused = await other.fetch('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: opened.restart.name, nonce: randomBytes(24).toString('base64url') }),
    });
    expect(refused.status).toBe(401);
  });

  it('G7: ends with the token at once: requests, streams, codes and tickets', async () => {
    const own = changingToken('the-first-token');
    await using agent = await openServer({ token: own });
    const opened = await open('token', 'the-first-token', agent);
    const target = '/api/v1/overview/stream';
    const bearer = { authorization: 'Bearer the-first-token' };
    await using signedStream = readEvents(
      await fetch(agent.url + target, { headers: signed(opened, 1, 'GET', target) }),
    );
    await using bearerStream = readEvents(await fetch(agent.url + target, { headers: bearer }));
    await signedStream.next();
    await bearerStream.next();
    const response = await fetch(`${agent.url}/api/v1/session/codes`, { method: 'POST', headers: bearer });
    const { code } = (await response.json()) as { code: string };
    own.change('the-second-token');
    await signedStream.ended();
    await bearerStream.ended();
    expect(await statusOf(opened, 2, agent)).toBe(401);
    expect((await fetch(agent.url + MANDATES, { headers: bearer })).status).toBe(401);
    for (const name of [`code.${code.split('.')[0]}`, opened.reload.name, opened.restart.name]) {
      const asked = { key: name, nonce: randomBytes(24).toString('base64url') };
      const { status } = await fetch(`${agent.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(asked),
      });
      expect([name, status]).toEqual([name, 401]);
    }
    expect(await statusOf(await open('token', 'the-second-token', agent), 1, agent)).toBe(200);
  });

  it('stays for who uses it while strangers open thousands', async () => {
    const opened = await open('token', TOKEN);
    expect(await statusOf(opened, 1)).toBe(200);
    for (let round = 0; round < 30; round += 1)
      await Promise.all(Array.from({ length: 50 }, async () => (await handshake('token')).arrayBuffer()));
    expect(await statusOf(opened, 2)).toBe(200);
  });
});

describe('the client of the pages', () => {
  it('G1, G8: works with the agent as it is: token, code, reload', async () => {
    const program = createClient({ url: server.url, token: TOKEN });
    const { code } = await program.call('createSessionCode');
    const items = new Map<string, string>();
    const storage = {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, value: string) => void items.set(name, value),
    };
    for (const given of [code, null, null]) {
      const page = createClient({ url: server.url, access: createAccess(pageKeys(given, () => storage)) });
      expect(await page.call('listMandates')).toEqual({ items: [] });
    }
  });
});
