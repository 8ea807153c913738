import { afterEach, describe, expect, it, vi } from 'vitest';
import { problemType } from '../contract/errors.js';
import type { FileSearch } from '../contract/links.js';
import { createClient } from './create-client.js';
import { openAccess, scriptedService, scriptedStream } from './scripted-service.js';

const params = { mandateId: 'm1', fileId: 'f1' };
const query = { folder: '/home/anna' };
const progress = (folders: number, isOver = false): FileSearch => ({ isOver, folders, files: 0, found: 0 });
const sent = (event: object) => `data: ${JSON.stringify(event)}\n\n`;

function following(signal?: AbortSignal) {
  const service = scriptedService();
  const stream = scriptedStream();
  service.answerWith(stream.response);
  const client = createClient({ url: 'http://127.0.0.1:4711', access: openAccess, fetch: service.fetch });
  const told: FileSearch[] = [];
  const input = { params, query, ...(signal === undefined ? {} : { signal }) };
  const last = client.follow('searchFile', input, (event) => told.push(event));
  last.catch(() => undefined); // A test looks at it later.
  return { service, stream, told, last };
}

describe('follow', () => {
  afterEach(() => void vi.useRealTimers());

  it('tells each event, and answers the last one as soon as it says that it is over', async () => {
    const { service, stream, told, last } = following();
    stream.send(sent(progress(0)) + ': \n\n' + sent(progress(1)));
    await vi.waitFor(() => expect(told).toHaveLength(2));
    stream.send(sent(progress(2, true)) + sent(progress(3)));
    expect(await last).toEqual(progress(2, true));
    expect(told).toEqual([progress(0), progress(1), progress(2, true)]);
    expect(service.requests[0]?.url).toBe(
      'http://127.0.0.1:4711/api/v1/mandates/m1/files/f1/search?folder=%2Fhome%2Fanna',
    );
    expect(service.requests[0]?.init).toMatchObject({
      method: 'GET',
    });
    await vi.waitFor(() => expect(stream.cancelled()).toBe(true));
  });

  it('throws the problem by its code, as a call does', async () => {
    const service = scriptedService();
    const problem = { type: problemType('folder-not-allowed'), title: 'No.', status: 403 };
    service.answerWith(
      () =>
        new Response(JSON.stringify(problem), {
          status: 403,
          headers: { 'content-type': 'application/problem+json' },
        }),
    );
    const client = createClient({ url: '', access: openAccess, fetch: service.fetch });
    await expect(client.follow('searchFile', { params, query }, () => undefined)).rejects.toMatchObject({
      name: 'CallError',
      code: 'folder-not-allowed',
    });
  });

  it.each([
    ['ends before it is over', (stream: ReturnType<typeof scriptedStream>) => stream.end(), 'no-answer'],
    ['breaks', (stream: ReturnType<typeof scriptedStream>) => stream.fail(), 'no-answer'],
    [
      'tells something else',
      (stream: ReturnType<typeof scriptedStream>) => stream.send(sent({ x: 1 })),
      'too-old',
    ],
    ['is no JSON', (stream: ReturnType<typeof scriptedStream>) => stream.send('data: {\n\n'), 'too-old'],
  ])('is not connected where the stream %s', async (_, happen, reason) => {
    const { stream, told, last } = following();
    stream.send(sent(progress(0)));
    await vi.waitFor(() => expect(told).toHaveLength(1));
    happen(stream);
    await expect(last).rejects.toMatchObject({ name: 'NotConnectedError', reason });
  });

  it('is not connected where nobody answers, or not as a stream', async () => {
    const service = scriptedService();
    const client = createClient({ url: '', access: openAccess, fetch: service.fetch });
    const run = () => client.follow('searchFile', { params, query }, () => undefined);
    await expect(run()).rejects.toMatchObject({ reason: 'no-answer' });
    service.answerWith(() => new Response('{}', { headers: { 'content-type': 'application/json' } }));
    await expect(run()).rejects.toMatchObject({ reason: 'too-old' });
  });

  it('gives up with the caller, and lets go of the stream', async () => {
    const controller = new AbortController();
    const { stream, told, last } = following(controller.signal);
    stream.send(sent(progress(0)));
    await vi.waitFor(() => expect(told).toHaveLength(1));
    const reason = new Error('closed');
    controller.abort(reason);
    await expect(last).rejects.toBe(reason);
    expect(stream.cancelled()).toBe(true);
  });

  it('waits as long as there are signs of life, and no longer than 25 s without one', async () => {
    vi.useFakeTimers();
    const { stream, last } = following();
    stream.send(sent(progress(0)));
    for (let beat = 0; beat < 10; beat += 1) {
      await vi.advanceTimersByTimeAsync(24_000);
      stream.send(': \n\n');
    }
    const outcome = expect(last).rejects.toMatchObject({ name: 'NotConnectedError', reason: 'silent' });
    await vi.advanceTimersByTimeAsync(25_001);
    await outcome;
  });
});
