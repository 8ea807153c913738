import { invoice } from '@synchro/mandate-service/test-files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, rawRequest, request } from './raw-request.js';
import { readEvents } from './read-events.js';
import { makeMandate, openAgent } from './test-agent.js';
import type { TestMandate } from './test-agent.js';

/*
 * Those who may: the token, and pages of allowed origins. Who may not is in `guard-detours.test.ts`, sessions in
 * `sessions.test.ts`, the pages themselves in `web-files.test.ts`.
 */
const HOST_PAGE = 'https://compta.test';
let mandate: TestMandate;
let agent: Awaited<ReturnType<typeof openAgent>>;
beforeAll(async () => {
  mandate = await makeMandate();
  agent = await openAgent(mandate.root, { allowedOrigins: [HOST_PAGE, 'http://127.0.0.1:5173'] });
});
afterAll(async () => {
  await agent.close();
  await mandate[Symbol.asyncDispose]();
});

const bearer = () => ({ Authorization: `Bearer ${agent.token}` });
const host = () => `127.0.0.1:${agent.port}`;
const scope = () => `product=compta&path=${encodeURIComponent(mandate.accountingFile)}`;

describe('our own names', () => {
  it.each(['127.0.0.1', 'localhost'])('%s is one, with our port', async (name) => {
    const headers = { ...bearer(), Host: `${name}:${agent.port}`, Origin: `http://${name}:${agent.port}` };
    const answer = await rawRequest(agent.port, get('/api/v1/mandates', headers));
    expect(answer.status).toBe(200);
    expect([...answer.headers.keys()].filter((key) => key.startsWith('access-control'))).toEqual([]);
  });
});

describe('an allowed host page', () => {
  it('may read answers, errors and streams, told with its exact origin and no other', async () => {
    const paths = [
      '/api/v1/overview',
      '/api/v1/mandates/none',
      '/api/v1/status',
      '/api/v1/mandates/%zz',
      `/api/v1/status/stream?${scope()}`,
    ];
    for (const path of paths) {
      const answer = await rawRequest(
        agent.port,
        get(path, { ...bearer(), Host: host(), Origin: HOST_PAGE }),
      );
      const told = [...answer.headers].filter(
        ([name]) => name.startsWith('access-control') || name === 'vary',
      );
      expect([path, Object.fromEntries(told)]).toEqual([
        path,
        {
          'access-control-allow-origin': HOST_PAGE,
          'access-control-expose-headers': 'content-disposition, retry-after, synchro-proof',
          vary: 'Origin',
        },
      ]);
    }
  });

  it('is told so also where the token is missing, so that it can say why it is not connected', async () => {
    const answer = await rawRequest(agent.port, get('/api/v1/overview', { Host: host(), Origin: HOST_PAGE }));
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([401, HOST_PAGE]);
  });

  it('is answered its preflight for what the API takes, without a token; without an Origin it is none', async () => {
    const preflight = (headers: Record<string, string>) =>
      rawRequest(agent.port, request('OPTIONS', '/api/v1/mandates', { Host: host(), ...headers }));
    const asked = { 'Access-Control-Request-Method': 'POST' };
    const answer = await preflight({ ...asked, Origin: HOST_PAGE });
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': HOST_PAGE,
      'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
      'access-control-allow-headers': 'authorization, content-type, idempotency-key',
      vary: 'Origin',
    });
    expect(answer.headers.has('access-control-allow-private-network')).toBe(false);
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
    const fromOutside = await preflight({
      ...asked,
      Origin: HOST_PAGE,
      'Access-Control-Request-Private-Network': 'true',
    });
    expect(fromOutside.headers.get('access-control-allow-private-network')).toBe('true');
    expect((await preflight({ ...asked, Origin: 'https://evil.test' })).status).toBe(403);
    expect((await preflight(asked)).status).toBe(403);
  });
});

describe('a stream of the agent', () => {
  it('gives the snapshot at once, and the next when a file has changed', async () => {
    const headers = { ...bearer(), 'content-type': 'application/json' };
    const created = await fetch(`${agent.url}/api/v1/mandates`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'Rochat', accountingFile: mandate.accountingFile }),
    });
    expect(created.status).toBe(201);
    await using events = readEvents(await fetch(`${agent.url}/api/v1/status/stream?${scope()}`, { headers }));
    expect(await events.next()).toMatchObject({ pending: { new: 0, changed: 0, deleted: 0 } });
    await mandate.write([invoice(1), invoice(2)], 2);
    expect(await events.next()).toMatchObject({ pending: { new: 2, changed: 0, deleted: 0 } });
  });
});
