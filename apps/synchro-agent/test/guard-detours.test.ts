import { routes } from '@synchro/sync-core/contract';
import type { Route } from '@synchro/sync-core/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from './open-server.js';
import type { TestServer } from './open-server.js';
import { get, rawRequest, request } from './raw-request.js';

const HOST_PAGE = 'https://compta.test';
let server: TestServer;
beforeAll(async () => {
  server = await openServer({
    allowedOrigins: [HOST_PAGE],
    webFiles: { 'index.html': '<p>page</p>', 'elements/banner.js': 'export {}' },
  });
});
afterAll(() => server.close());

const operations = Object.entries(routes as Record<string, Route>).map(([operation, { method, path }]) => ({
  operation,
  method,
  path: `/api/v1${path.replaceAll(/\{\w+\}/g, 'x')}`,
}));
const targets = [
  ...operations,
  ...[
    '/api/v1/openapi.json',
    '/',
    '/elements/banner.js',
    '/nothing',
    '/api/v1/nothing',
    '/%zz',
    '/api/v1/%',
  ].map((path) => ({ method: 'GET', path })),
  { method: 'GET', path: `/api/v1/mandates/${'x'.repeat(300)}` },
  { method: 'OPTIONS', path: '*' },
];
const bearer = () => ({ Authorization: `Bearer ${server.token}` });

describe('a stranger, with every method of every route', () => {
  const strangers: [string, () => Record<string, string>, string?][] = [
    ['HTTP/1.1 without Host', () => ({})],
    ['HTTP/1.0 without Host', () => ({}), '1.0'],
    ['a Host that begins like ours', () => ({ Host: `127.0.0.1.evil.test:${server.port}` })],
    ['another name', () => ({ Host: '127.evil.example' })],
    ['a Host with a user', () => ({ Host: `${server.host}@evil.test` })],
    ['our name without the port', () => ({ Host: '127.0.0.1' })],
    ['our name with another port', () => ({ Host: '127.0.0.1:1' })],
    ['another address of this machine', () => ({ Host: `127.0.0.2:${server.port}` })],
    ['an Origin of ours on another port', () => ({ Host: server.host, Origin: 'http://127.0.0.1:1' })],
    ['an Origin of ours by https', () => ({ Host: server.host, Origin: `https://${server.host}` })],
    [
      'an Origin that begins like an allowed one',
      () => ({ Host: server.host, Origin: `${HOST_PAGE}.evil.test` }),
    ],
    ['an allowed Origin on another port', () => ({ Host: server.host, Origin: `${HOST_PAGE}:8443` })],
    ['a foreign Origin', () => ({ Host: server.host, Origin: 'https://evil.test' })],
    ['an Origin of null', () => ({ Host: server.host, Origin: 'null' })],
    ['an empty Origin', () => ({ Host: server.host, Origin: '' })],
    ['two Origins', () => ({ Host: server.host, Origin: `${HOST_PAGE}, https://evil.test` })],
    [
      'a cross-site request without Origin',
      () => ({ Host: server.host, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }),
    ],
    [
      'a page of another port of this machine, without Origin',
      () => ({ Host: server.host, 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors' }),
    ],
  ];

  it.each(strangers)(
    '%s: byte for byte the same 403, even with the token',
    async (_name, headers, version) => {
      const answers = new Set<string>();
      for (const { method, path } of targets)
        for (const asked of new Set([method, 'HEAD', 'OPTIONS', 'PUT', 'PROPFIND'])) {
          const text = request(asked, path, { ...headers(), ...bearer() }, { version: version ?? '1.1' });
          answers.add((await rawRequest(server.port, text)).raw);
        }
      expect([...answers]).toEqual([
        'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nConnection: close\r\n\r\n',
      ]);
    },
  );
});

describe('without a token', () => {
  it.each([
    ['an encoded letter', '/%61pi/v1/mandates'],
    ['an encoded prefix', '/%61%70%69/v1/mandates'],
    ['an encoded letter further on', '/api/v1/%6dandates'],
    ['an encoded stream', '/%61pi/v1/overview/stream'],
  ])('%s does not lead past the guard', async (_name, path) => {
    expect((await rawRequest(server.port, get(path, { Host: server.host }))).status).toBe(401);
    const asked = request(
      'POST',
      path,
      { Host: server.host, 'Content-Type': 'application/json' },
      { body: '{}' },
    );
    expect([401, 404]).toContain((await rawRequest(server.port, asked)).status);
  });

  it('an absolute address (as to a proxy) is refused like any stranger', async () => {
    for (const target of [`http://${server.host}/api/v1/mandates`, 'http://evil.test/api/v1/mandates'])
      expect((await rawRequest(server.port, get(target, { Host: server.host, ...bearer() }))).status).toBe(
        403,
      );
  });

  it('every operation is 401, also by HEAD, except exchanging the one-time code', async () => {
    for (const { operation, method, path } of operations)
      for (const asked of method === 'GET' ? ['GET', 'HEAD'] : [method]) {
        const { status, headers } = await rawRequest(
          server.port,
          request(asked, path, { Host: server.host }),
        );
        expect([operation, asked, status]).toEqual([
          operation,
          asked,
          operation === 'openSession' ? 400 : 401,
        ]);
        if (status === 401) expect(headers.get('www-authenticate')).toBe('Bearer');
      }
  });

  it('what looks like the API and is not there is 401 too: nobody tries out what there is', async () => {
    expect((await rawRequest(server.port, get('/api/v1/nothing', { Host: server.host }))).status).toBe(401);
    expect((await rawRequest(server.port, get('/api/v2/', { Host: server.host }))).status).toBe(401);
  });

  it.each([
    'Bearer',
    'Bearer ',
    'bearer {token}',
    'Basic {token}',
    'Bearer {token} ',
    'Bearer  {token}',
    'Bearer {token}x',
  ])('%s is no token', async (template) => {
    const authorization = template.replace('{token}', server.token);
    // Node trims what stands around a header's value, so one of these is the token after all.
    const expected = authorization.trim() === `Bearer ${server.token}` ? 200 : 401;
    const text = get('/api/v1/mandates', { Host: server.host, Authorization: authorization });
    expect((await rawRequest(server.port, text)).status).toBe(expected);
  });

  it('a token in the address counts nowhere, and beside a good one it is an unknown field', async () => {
    for (const { operation, method, path } of operations) {
      const address = `${path}?token=${server.token}&access_token=${server.token}`;
      const { status } = await rawRequest(server.port, request(method, address, { Host: server.host }));
      expect([operation, status]).toEqual([operation, operation === 'openSession' ? 400 : 401]);
    }
    const response = await server.fetch('/api/v1/mandates?token=x');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      details: { fields: [{ part: 'querystring', field: '/token' }] },
    });
  });
});

describe('what is no request', () => {
  it.each([
    ['nonsense', 'nonsense\r\n\r\n', 400],
    ['a head without end', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: evil.test\r\n\r\n`, 431],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
  ])('%s is answered without a word', async (_name, text, status) => {
    const answer = await rawRequest(server.port, text);
    expect([answer.status, answer.body]).toEqual([status, '']);
    expect([...answer.headers.keys()].sort()).toEqual(['connection', 'content-length']);
  });

  it('a head that never ends is given up', async () => {
    await using impatient = await openServer({ requestTimeoutMs: 200 });
    const answer = await rawRequest(impatient.port, `GET / HTTP/1.1\r\nHost: ${impatient.host}\r\nX-Slow: `);
    expect(answer.status).toBe(408);
  });
});
