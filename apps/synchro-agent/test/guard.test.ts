import { routes } from '@synchro/sync-core/contract';
import type { Route } from '@synchro/sync-core/contract';
import { invoice } from '@synchro/mandate-service/test-files';
import { stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, rawRequest } from './raw-request.js';
import { makeMandate, openAgent } from './test-agent.js';
import type { TestMandate } from './test-agent.js';

const HOST_PAGE = 'https://compta.test';
let mandate: TestMandate;
let agent: Awaited<ReturnType<typeof openAgent>>;
beforeAll(async () => {
  mandate = await makeMandate();
  agent = await openAgent(mandate.root, { allowedOrigins: [HOST_PAGE] });
});
afterAll(async () => {
  await agent.close();
  await mandate[Symbol.asyncDispose]();
});

const host = () => `127.0.0.1:${agent.port}`;
const everyPath = [
  ...Object.values(routes as Record<string, Route>).map(
    ({ path }) => `/api/v1${path.replaceAll(/\{\w+\}/g, 'x')}`,
  ),
  '/api/v1/openapi.json',
  '/api/v1/nothing',
  '/elements/compta-banner.js',
  '/compta/',
  '/',
  '/nothing',
];

describe('what a website gets', () => {
  const strangers: [string, () => Record<string, string>][] = [
    ['no Host', () => ({})],
    ['another name', () => ({ Host: `evil.test:${agent.port}` })],
    ['a name that begins like ours', () => ({ Host: `127.0.0.1.evil.test:${agent.port}` })],
    ['another 127 name', () => ({ Host: '127.evil.example' })],
    ['our name without the port', () => ({ Host: '127.0.0.1' })],
    ['another port', () => ({ Host: '127.0.0.1:1' })],
    ['a foreign Origin', () => ({ Host: host(), Origin: 'https://evil.test' })],
    ['an Origin that begins like an allowed one', () => ({ Host: host(), Origin: `${HOST_PAGE}.evil.test` })],
    ['an Origin of null', () => ({ Host: host(), Origin: 'null' })],
    ['our origin on another port', () => ({ Host: host(), Origin: 'http://127.0.0.1:1' })],
    [
      'a cross-site request without Origin',
      () => ({ Host: host(), 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }),
    ],
  ];
  it.each(strangers)('%s: the same empty 403 on every route, even with the token', async (_name, headers) => {
    for (const path of everyPath) {
      const answer = await rawRequest(
        agent.port,
        get(
          path,
          { ...headers(), Authorization: `Bearer ${agent.token}` },
          'Host' in headers() ? '1.1' : '1.0',
        ),
      );
      expect([path, answer.status, answer.body.replace(/^0\r\n/, '').trim()]).toEqual([path, 403, '']);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('the token', () => {
  it('is required on every route of the API', async () => {
    for (const [operation, route] of Object.entries(routes as Record<string, Route>)) {
      if (operation === 'openSession') continue;
      const path = `/api/v1${route.path.replaceAll(/\{\w+\}/g, 'x')}`;
      for (const authorization of [
        undefined,
        'Bearer wrong',
        `Basic ${agent.token}`,
        `Bearer ${agent.token}x`,
      ]) {
        const response = await fetch(agent.url + path, {
          method: route.method,
          headers: authorization === undefined ? {} : { authorization },
        });
        expect([operation, response.status]).toEqual([operation, 401]);
        await response.body?.cancel();
      }
    }
  });

  it('does not count in the address', async () => {
    const response = await fetch(`${agent.url}/api/v1/overview?token=${agent.token}`);
    expect(response.status).toBe(401);
  });

  it('lies in a file that only the user can read', async () => {
    expect((await stat(agent.tokenFile)).mode & 0o777).toBe(0o600);
    expect((await stat(`${mandate.root}/data`)).mode & 0o077).toBe(0);
  });
});

describe('an allowed host page', () => {
  it('may read, with its exact origin, on answers, errors and streams', async () => {
    const headers = { Host: host(), Origin: HOST_PAGE, Authorization: `Bearer ${agent.token}` };
    const scope = `product=compta&path=${encodeURIComponent(mandate.accountingFile)}`;
    for (const path of ['/api/v1/overview', '/api/v1/mandates/none', `/api/v1/status/stream?${scope}`]) {
      const answer = await rawRequest(agent.port, get(path, headers));
      expect([path, answer.headers.get('access-control-allow-origin'), answer.headers.get('vary')]).toEqual([
        path,
        HOST_PAGE,
        'Origin',
      ]);
    }
  });

  it('is answered its preflight; nobody else is', async () => {
    const preflight = (origin: string) =>
      fetch(`${agent.url}/api/v1/mandates`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    expect((await preflight(HOST_PAGE)).status).toBe(204);
    expect((await preflight('https://evil.test')).status).toBe(403);
  });

  it('may frame the pages; nobody else may', async () => {
    const policy = (await fetch(`${agent.url}/api/v1/openapi.json`)).headers.get('content-security-policy');
    expect(policy).toContain(`frame-ancestors 'self' ${HOST_PAGE}`);
  });
});

describe('a session of a page', () => {
  const code = async () => {
    const response = await fetch(`${agent.url}/api/v1/session/codes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${agent.token}` },
    });
    return ((await response.json()) as { code: string }).code;
  };
  const open = (given: string) =>
    fetch(`${agent.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: given }),
    });

  it('is opened by a code that works once, and its cookie cannot be read or sent across sites', async () => {
    const given = await code();
    const opened = await open(given);
    const cookie = opened.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict; Path=\/api\/v1$/);
    expect((await open(given)).status).toBe(401);
    const pair = cookie.split(';', 1)[0] ?? '';
    expect((await fetch(`${agent.url}/api/v1/overview`, { headers: { cookie: pair } })).status).toBe(200);
    expect(
      (await fetch(`${agent.url}/api/v1/overview`, { headers: { cookie: pair, origin: HOST_PAGE } })).status,
    ).toBe(401);
  });
});

describe('what is written', () => {
  const post = (type: string, body: string) =>
    fetch(`${agent.url}/api/v1/mandates`, {
      method: 'POST',
      headers: { authorization: `Bearer ${agent.token}`, 'content-type': type },
      body,
    });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ])('%s is refused', async (type) => {
    expect((await post(type, '{"name":"x","accountingFile":"/x.cre"}')).status).toBe(415);
  });

  it('wrong JSON and wrong fields are told with their place', async () => {
    expect((await post('application/json', '{')).status).toBe(400);
    const wrong = await post(
      'application/json',
      JSON.stringify({ name: 5, accountingFile: '/x.cre', extra: 1 }),
    );
    expect(wrong.status).toBe(400);
    const problem = (await wrong.json()) as {
      type: string;
      details: { fields: { field: string; name?: string }[] };
    };
    expect(problem.type).toBe('urn:synchro:problem:invalid-request');
    expect(problem.details.fields.map(({ field, name }) => name ?? field).sort()).toEqual(['/name', 'extra']);
  });

  it('100 MB are refused without being taken in', async () => {
    const before = process.memoryUsage().rss;
    const answer = await rawRequest(
      agent.port,
      `POST /api/v1/mandates HTTP/1.1\r\nHost: ${host()}\r\nAuthorization: Bearer ${agent.token}\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\nConnection: close\r\n\r\n{"name":"`,
    );
    expect(answer.status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });
});

describe('paths', () => {
  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/elements/..%2f..%2fmain.js',
    '/..%5cmain.js',
    '/elements/%00',
    '/.env',
    '//etc/passwd',
  ])('%s leads nowhere', async (path) => {
    const answer = await rawRequest(agent.port, get(path, { Host: host() }));
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('"scripts"');
  });
});

describe('streams', () => {
  it('too many are refused politely, and a closed one makes room', async () => {
    const { createServer } = await import('../src/http/server.js');
    const server = await createServer({
      service: agent.service,
      token: agent.token,
      version: 'x',
      allowedOrigins: [],
      webRoot: null,
      maxStreams: 2,
    });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const open = () =>
      fetch(`${url}/api/v1/overview/stream`, { headers: { authorization: `Bearer ${agent.token}` } });
    const [first, second] = [await open(), await open()];
    const third = await open();
    expect([third.status, third.headers.get('retry-after')]).toEqual([503, '5']);
    await first.body?.cancel();
    await expect
      .poll(async () => {
        const again = await open();
        await again.body?.cancel();
        return again.status;
      })
      .toBe(200);
    await second.body?.cancel();
    await server.close();
  });

  it('the first snapshot comes at once, the next when something changes', async () => {
    const headers = { authorization: `Bearer ${agent.token}`, 'content-type': 'application/json' };
    const created = await fetch(`${agent.url}/api/v1/mandates`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'Rochat', accountingFile: mandate.accountingFile }),
    });
    expect(created.status).toBe(201);
    const scope = `product=compta&path=${encodeURIComponent(mandate.accountingFile)}`;
    const response = await fetch(`${agent.url}/api/v1/status/stream?${scope}`, { headers });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toContain('"pending":{"new":0,"changed":0,"deleted":0}');
    await mandate.write([invoice(1), invoice(2)], 2);
    expect(await next()).toContain('"pending":{"new":2,"changed":0,"deleted":0}');
    await reader.cancel();
  });
});
