import { afterEach, describe, expect, it, vi } from 'vitest';
import { problemType } from '../contract/errors.js';
import { createClient } from './create-client.js';
import { openAccess, scriptedService } from './scripted-service.js';

const json =
  (value: unknown, status = 200, type = 'application/json; charset=utf-8') =>
  () =>
    new Response(JSON.stringify(value), { status, headers: { 'content-type': type } });

function connected() {
  const service = scriptedService();
  const client = createClient({ url: 'http://127.0.0.1:4711/', access: openAccess, fetch: service.fetch });
  return { service, client };
}

describe('call', () => {
  afterEach(() => void vi.useRealTimers());

  it('sends what the contract says', async () => {
    const { service, client } = connected();
    service.answerWith(json({ id: 'p1' }, 201));
    const answer = await client.call('createPosting', {
      params: { mandateId: '../m 1' },
      query: { accountingFile: 'f1' },
      body: { revision: 3, entries: 'all' },
      idempotencyKey: 'k1',
    });
    expect(answer).toEqual({ id: 'p1' });
    expect(service.requests[0]?.url).toBe(
      'http://127.0.0.1:4711/api/v1/mandates/..%2Fm%201/postings?accountingFile=f1',
    );
    expect(service.requests[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"revision":3,"entries":"all"}',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1' },
      redirect: 'error',
    });
  });

  it('leaves out what is not given', async () => {
    const { service, client } = connected();
    service.answerWith(json({ items: [] }));
    await client.call('listMandates');
    expect(service.requests[0]?.init).not.toHaveProperty('body');
    expect(service.requests[0]?.init.headers).toEqual({});
  });

  it('answers text as its bytes', async () => {
    const { service, client } = connected();
    const bytes = Uint8Array.of(0x46, 0xe9, 0x80, 0x0d, 0x0a);
    service.answerWith(
      () => new Response(bytes, { headers: { 'content-type': 'text/plain; charset=windows-1252' } }),
    );
    const params = { mandateId: 'm1', postingId: 'p1' };
    expect(await client.call('exportPosting', { params, query: { format: 'simple' } })).toEqual(bytes);
  });

  it('answers nothing to a 204', async () => {
    const { service, client } = connected();
    service.answerWith(() => new Response(null, { status: 204 }));
    const params = { mandateId: 'm1', twinId: 't1' };
    await expect(client.call('ignoreTwin', { params })).resolves.toBeUndefined();
  });

  it('throws the problem by its code, with its details', async () => {
    const { service, client } = connected();
    const problem = {
      type: problemType('revision-outdated'),
      title: 'Changed.',
      status: 409,
      details: { revision: 4 },
    };
    service.answerWith(json(problem, 409, 'application/problem+json'));
    await expect(client.call('listMandates')).rejects.toMatchObject({
      name: 'CallError',
      code: 'revision-outdated',
      status: 409,
      message: 'Changed.',
      details: { revision: 4 },
    });
  });

  it('has no code for a problem of a later version', async () => {
    const { service, client } = connected();
    service.answerWith(json({ type: 'urn:synchro:problem:moon-full', title: 'Moon.', status: 409 }, 409));
    await expect(client.call('listMandates')).rejects.toMatchObject({ name: 'CallError', code: null });
  });

  it.each([
    ['the empty 403 of the guard', () => new Response(null, { status: 403 }), 'access-denied'],
    ['a proxy out of breath', () => new Response('<p>', { status: 503 }), 'overloaded'],
    ["another program's 404", json({ error: 'Not Found' }, 404), 'too-old'],
    [
      "another program's page",
      () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
      'too-old',
    ],
    ['broken JSON', () => new Response('{', { headers: { 'content-type': 'application/json' } }), 'too-old'],
  ])('is not connected to %s', async (_, answer, reason) => {
    const { service, client } = connected();
    service.answerWith(answer);
    await expect(client.call('listMandates')).rejects.toMatchObject({ name: 'NotConnectedError', reason });
  });

  it('tells a service that refuses this page from none at all', async () => {
    const { service, client } = connected();
    await expect(client.call('listMandates')).rejects.toMatchObject({ reason: 'no-answer' });
    service.listening = true;
    await expect(client.call('listMandates')).rejects.toMatchObject({ reason: 'access-denied' });
  });

  it("gives up with the caller's reason when the caller gives up", async () => {
    const { service, client } = connected();
    const controller = new AbortController();
    const reason = new Error('closed');
    service.answerWith(() => {
      controller.abort(reason);
      throw new DOMException('aborted', 'AbortError');
    });
    await expect(client.call('listMandates', { signal: controller.signal })).rejects.toBe(reason);
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    const service = scriptedService();
    const client = createClient({
      url: '',
      access: openAccess,
      fetch: (_, init) =>
        new Promise((_, reject) => {
          const signal = init?.signal;
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    });
    const answer = expect(client.call('listMandates')).rejects.toMatchObject({ reason: 'silent' });
    await vi.advanceTimersByTimeAsync(60_000);
    await answer;
    expect(service.requests).toEqual([]);
  });
});
