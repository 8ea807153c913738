import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from './open-server.js';
import type { TestServer } from './open-server.js';

const HOST_PAGE = 'https://compta.test';
let now = Date.parse('2026-07-01T08:00:00Z');
let server: TestServer;
beforeAll(async () => {
  server = await openServer({ allowedOrigins: [HOST_PAGE], now: () => now });
});
afterAll(() => server.close());

const newCode = async () => {
  const response = await server.fetch('/api/v1/session/codes', { method: 'POST' });
  return (await response.json()) as { code: string; validUntil: string };
};
const exchange = (code: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ code }),
  });
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
const statusWith = async (headers: Record<string, string>, path = '/api/v1/mandates') =>
  (await fetch(server.url + path, { headers })).status;

describe('a one-time code', () => {
  it('is given only for the token, each time another', async () => {
    expect((await fetch(`${server.url}/api/v1/session/codes`, { method: 'POST' })).status).toBe(401);
    const [one, two] = [await newCode(), await newCode()];
    expect(one.code).not.toBe(two.code);
    expect(one.code).toMatch(/^[\w-]{32,}$/);
    expect(Date.parse(one.validUntil) - now).toBe(60_000);
  });

  it('is good for its minute and once, also where the one time came too late', async () => {
    const { code } = await newCode();
    now += 60_000;
    expect((await exchange(code)).status).toBe(204);
    expect((await exchange(code)).status).toBe(401);
    const late = await newCode();
    now += 60_001;
    expect((await exchange(late.code)).status).toBe(401);
    now -= 60_001;
    expect((await exchange(late.code)).status).toBe(401);
  });

  it('is exchanged once where two ask at the same time', async () => {
    const { code } = await newCode();
    const statuses = await Promise.all([exchange(code), exchange(code), exchange(code)]);
    expect(statuses.map(({ status }) => status).sort()).toEqual([204, 401, 401]);
  });

  it('is nothing that can be guessed or inherited', async () => {
    for (const code of ['x', '__proto__', 'constructor', server.token])
      expect((await exchange(code)).status).toBe(401);
  });

  it('is not exchanged for a page of another origin', async () => {
    const { code } = await newCode();
    expect((await exchange(code, { origin: 'https://evil.test' })).status).toBe(403);
    expect((await exchange(code, { origin: server.url })).status).toBe(204);
  });
});

describe('the cookie', () => {
  it('cannot be read by scripts, goes to no other site, and to the API alone', async () => {
    const response = await exchange((await newCode()).code);
    expect(response.headers.get('set-cookie')).toMatch(
      /^synchro_session=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/api\/v1$/,
    );
    expect(response.headers.get('set-cookie')).not.toContain(server.token);
  });

  it('counts for our own pages and not for others, not even for allowed ones', async () => {
    const cookie = cookieOf(await exchange((await newCode()).code));
    expect(await statusWith({ cookie })).toBe(200);
    expect(await statusWith({ cookie: `a=b; ${cookie}; c=d` })).toBe(200);
    expect(await statusWith({ cookie, origin: server.url })).toBe(200);
    expect(await statusWith({ cookie, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' })).toBe(200);
    expect(await statusWith({ cookie, origin: HOST_PAGE })).toBe(401);
    expect(await statusWith({ cookie, origin: 'https://evil.test' })).toBe(403);
    // Cookies do not know ports: a page of another program of this machine sends it along.
    expect(await statusWith({ cookie, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' })).toBe(
      403,
    );
  });

  it('that is another, cut or empty does not count', async () => {
    const cookie = cookieOf(await exchange((await newCode()).code));
    for (const given of [
      cookie.slice(0, -1),
      `${cookie}x`,
      'synchro_session=',
      'synchro_session',
      cookie.toUpperCase(),
    ])
      expect(await statusWith({ cookie: given })).toBe(401);
  });

  it('survives a restart of the agent, and falls with the token', async () => {
    const cookie = cookieOf(await exchange((await newCode()).code));
    await using restarted = await openServer();
    expect((await fetch(`${restarted.url}/api/v1/mandates`, { headers: { cookie } })).status).toBe(200);
    await using other = await openServer({ token: 'another-token' });
    expect((await fetch(`${other.url}/api/v1/mandates`, { headers: { cookie } })).status).toBe(401);
  });
});
