import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Act, ActResult, DeskState } from './acts.js';
import { listen } from './listen.js';
import { createDeskServer } from './server.js';

const config = { agentUrl: 'http://127.0.0.1:4711', token: 'agent-token' };
const state: DeskState = {
  files: [],
  acts: [],
  isHalfWritten: false,
  isAway: false,
  hasTwin: false,
  isServiceRunning: true,
  nextSalaries: null,
  documents: {
    accounting: { path: '/m/a.cre', id: null },
    invoicing: { path: '/m/a.fac', id: 'a' },
    payroll: { path: '/m/a.salx', id: 'b' },
  },
  places: {
    isUnplugged: false,
    isRenamed: false,
    isFolderMoved: false,
    hasCopy: false,
    isCopyOpen: false,
    isOpenElsewhere: false,
  },
  hub: null,
};

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

describe("the desk's server", () => {
  let folder: string;
  let server: FastifyInstance;
  let port: number;
  const perform = vi.fn<(act: Act) => Promise<ActResult>>();

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Desk</title>');
    perform.mockReset();
    perform.mockResolvedValue({ ok: false, refusal: 'year-is-through' });
    server = await createDeskServer({
      pageFolder: folder,
      key: 'k3y',
      config: () => config,
      demonstration: () => ({ perform, state: () => Promise.resolve(state) }),
    });
    port = await listen(server, 0);
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** Node's own client: unlike fetch it lets a test send any Host and Origin. */
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body = '') =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const withKey = { authorization: 'Bearer k3y' };
  const json = { ...withKey, 'content-type': 'application/json' };

  it('serves the page to anybody on this machine, and framed by nobody', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(body).toContain('Desk');
    expect(headers['content-security-policy']).toContain("script-src 'self' http://127.0.0.1:4711;");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it("lets the desk's own origin frame the console's copy, and the page frame the agent's console", async () => {
    const policyOf = async (path: string) => (await ask(path)).headers['content-security-policy'];
    expect(await policyOf('/console/')).toContain("frame-ancestors 'self'");
    expect(await policyOf('/')).toContain("frame-src 'self' http://127.0.0.1:4711;");
  });

  it('lets the worker of the simulated desk see the whole origin, and no other file', async () => {
    await writeFile(join(folder, 'mockServiceWorker.js'), '');
    expect((await ask('/mockServiceWorker.js')).headers['service-worker-allowed']).toBe('/');
    expect((await ask('/')).headers['service-worker-allowed']).toBeUndefined();
  });

  it('says that nobody is there where the simulated service would be', async () => {
    expect(await ask('/api/v1/status', { authorization: 'Bearer simulated' })).toMatchObject({ status: 503 });
    expect(await ask('/api/v1/status', { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  });

  it("gives the agent's token only to who has the key of this start", async () => {
    expect(await ask('/api/config')).toMatchObject({ status: 403, body: '' });
    expect(await ask('/api/config', { authorization: 'Bearer k3x' })).toMatchObject({
      status: 403,
      body: '',
    });
    const answer = await ask('/api/config', withKey);
    expect(JSON.parse(answer.body)).toEqual(config);
  });

  it.each([
    ['another host name', { host: 'evil.example' }],
    ['a name that only begins like ours', { host: '127.0.0.1.evil.example' }],
    ['our name on another port', { host: '127.0.0.1:1' }],
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['a page without origin', { origin: 'null' }],
  ])('refuses %s on every route', async (_, headers) => {
    for (const path of ['/', '/api/config', '/api/files', '/nothing'])
      expect(await ask(path, { ...withKey, ...headers })).toMatchObject({ status: 403, body: '' });
    expect(await ask('/api/acts/reset', { ...json, ...headers }, 'POST', '{}')).toMatchObject({
      status: 403,
    });
    expect(perform).not.toHaveBeenCalled();
  });

  it('performs an act and answers with its report and the state after it', async () => {
    const report = {
      id: 1,
      act: 'write-invoice',
      at: '',
      file: null,
      lot: 1,
      bytes: 1,
      booking: null,
      entries: 1,
    } as const;
    perform.mockResolvedValue({ ok: true, report });
    const answer = await ask('/api/acts/write-invoice', json, 'POST', '{}');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ report, state });
    expect(perform).toHaveBeenCalledExactlyOnceWith('write-invoice');
  });

  it('answers a refusal as one', async () => {
    const answer = await ask('/api/acts/run-salaries', json, 'POST', '{}');
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toEqual({ refusal: 'year-is-through' });
  });

  it.each([
    ['an act that does not exist', '/api/acts/format-disk', json, 404],
    [
      'an act by a form',
      '/api/acts/reset',
      { ...withKey, 'content-type': 'application/x-www-form-urlencoded' },
      415,
    ],
    ['an act as plain text', '/api/acts/reset', { ...withKey, 'content-type': 'text/plain' }, 415],
  ])('does not perform %s', async (_, path, headers, status) => {
    expect(await ask(path, headers, 'POST', '{}')).toMatchObject({ status });
    expect(perform).not.toHaveBeenCalled();
  });

  it('takes another port when the wanted one is taken', async () => {
    const second = await createDeskServer({
      pageFolder: folder,
      key: 'k3y',
      config: () => null,
      demonstration: () => null,
    });
    const other = await listen(second, port);
    expect(other).not.toBe(port);
    await second.close();
  });
});
