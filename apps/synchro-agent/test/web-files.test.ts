import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from './open-server.js';
import type { TestServer } from './open-server.js';
import { get, rawRequest } from './raw-request.js';

const HOST_PAGES = ['https://compta.test', 'http://127.0.0.1:5173'];
let server: TestServer;
beforeAll(async () => {
  server = await openServer({
    allowedOrigins: HOST_PAGES,
    webFiles: {
      'compta/index.html': '<p>the page</p>',
      'elements/banner.js': 'export const banner = 1;',
      '.secret': 'secret',
      '.git/config': 'secret',
      'compta/.env': 'secret',
    },
  });
  // Beside the folder that is served, where a way out would lead.
  await writeFile(join(dirname(server.webRoot), 'token'), 'secret');
  await writeFile(join(dirname(server.webRoot), 'web-other.txt'), 'secret');
});
afterAll(() => server.close());

const ask = (path: string, headers: Record<string, string> = {}) =>
  rawRequest(server.port, get(path, { Host: server.host, ...headers }));

describe('the web apps', () => {
  it('are served without a token: what they show needs one', async () => {
    expect(await ask('/compta/')).toMatchObject({ status: 200, body: '<p>the page</p>' });
    expect((await ask('/elements/banner.js')).headers.get('content-type')).toContain('javascript');
  });

  it('are read by an allowed host page, told exactly so, and by nobody else', async () => {
    const allowed = await ask('/elements/banner.js', { Origin: HOST_PAGES[0] ?? '' });
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(HOST_PAGES[0]);
    expect(allowed.headers.get('access-control-allow-credentials')).toBeUndefined();
    const own = await ask('/elements/banner.js');
    expect(own.headers.get('access-control-allow-origin')).toBeUndefined();
    // What a cache keeps for one is not given to the other.
    expect([allowed, own].map(({ headers }) => headers.get('vary'))).toEqual(['Origin', 'Origin']);
    expect((await ask('/elements/banner.js', { Origin: 'https://evil.test' })).status).toBe(403);
  });

  it('may be framed by themselves and the configured origins, exactly', async () => {
    const policy = (await ask('/compta/')).headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy.find((part) => part.startsWith('frame-ancestors'))).toBe(
      "frame-ancestors 'self' https://compta.test http://127.0.0.1:5173",
    );
    expect(policy).toContain("default-src 'none'");
    await using alone = await openServer({ webFiles: { 'index.html': 'x' } });
    expect((await fetch(alone.url)).headers.get('content-security-policy')).toMatch(
      /; frame-ancestors 'self'$/,
    );
  });

  it('are opened from a link on any page, and the API is not', async () => {
    const fromLink = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    };
    expect((await ask('/compta/', fromLink)).status).toBe(200);
    for (const path of ['/api/v1/mandates', '/%61pi/v1/mandates', '/api/v1/openapi.json'])
      expect((await ask(path, fromLink)).status).toBe(403);
  });
});

describe('no way leads out of their folder', () => {
  it.each([
    '/../token',
    '/compta/../../token',
    '/%2e%2e/token',
    '/%2e%2e%2ftoken',
    '/..%2ftoken',
    '/compta/..%2f..%2ftoken',
    '/..%5ctoken',
    '/..\\token',
    '/%252e%252e/token',
    '/%c0%ae%c0%ae/token',
    '/....//token',
    '//token',
    '/../web-other.txt',
    '/web-other.txt',
    '/compta/..;/token',
    '/elements/%00',
    '/elements/banner.js%00.html',
    '/.secret',
    '/%2esecret',
    '/.git/config',
    '/compta/.env',
    '/elements/',
    '/nothing',
  ])('%s', async (path) => {
    const answer = await ask(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toMatch(/secret|the page|banner = 1/);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});
