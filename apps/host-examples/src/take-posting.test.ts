import type { OpenSession } from '@synchro/sync-core/contract';
import { pretendSessions } from '@synchro/sync-core/pretended-sessions';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAgent } from './agent.js';
import { createJournal } from './journal.js';
import { takePosting } from './take-posting.js';

const begun = {
  command: { command: 'post', mandateId: 'm1', accountingFileId: 'a1', revision: 7 },
  idempotencyKey: 'key-1',
} as const;

const URL = 'http://127.0.0.1:4711';

const problem = (status: number, code: string) =>
  Response.json(
    { type: `urn:synchro:problem:${code}`, title: code, status },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

/** An agent that posts once for each key, and loses the answer of the requests whose number is named. */
function scriptedAgent(losesAnswerOf: number, refuses: Readonly<Record<string, Response>> = {}) {
  const keys = new Set<string>();
  const asked: string[] = [];
  const sessions = pretendSessions(URL, 'token');
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (url.endsWith('/session'))
      return Response.json(await sessions.open(JSON.parse(init.body as string) as OpenSession));
    const answer = await answerTo(url, init);
    const proof = await sessions.admit(new Request(url, init));
    expect(proof).not.toBeNull();
    answer.headers.set('synchro-proof', proof ?? '');
    return answer;
  });
  const answerTo = async (url: string, init: RequestInit): Promise<Response> => {
    const name = url.includes('/arrival') ? 'arrival' : url.includes('/export') ? 'export' : 'post';
    asked.push(name);
    const refusal = refuses[name];
    if (refusal !== undefined) return Promise.resolve(refusal.clone());
    const key = new Headers(init.headers).get('idempotency-key');
    if (key !== null) keys.add(key);
    if (asked.length === losesAnswerOf) return Promise.reject(new TypeError('connection lost'));
    if (name === 'post') return Promise.resolve(Response.json({ id: 'p1' }, { status: 201 }));
    if (name === 'export') return Promise.resolve(new Response('one\r\ntwo\r\n'));
    return Promise.resolve(Response.json({}));
  };
  return { agent: createAgent(URL, 'token'), keys, asked };
}

const journal = createJournal(localStorage, 'doc');

describe('takePosting', () => {
  beforeEach(() => localStorage.clear());

  it('posts, gets, saves, and only then confirms', async () => {
    const { agent, asked } = scriptedAgent(0);
    await expect(takePosting(begun, agent, journal)).resolves.toBe(2);
    expect(asked).toEqual(['post', 'export', 'arrival']);
    expect(journal.lines()).toEqual(['one', 'two']);
    expect(journal.begun()).toBeNull();
  });

  it.each([1, 2, 3])('has the entries once where the answer to request %i was lost', async (request) => {
    const { agent, keys, asked } = scriptedAgent(request);
    await expect(takePosting(begun, agent, journal)).rejects.toThrow('connection lost');
    const left = journal.begun();
    expect(left).toEqual(begun);
    await takePosting(left!, agent, journal);
    expect(asked.slice(-3)).toEqual(['post', 'export', 'arrival']);
    expect([...keys]).toEqual(['key-1']);
    expect(journal.lines()).toEqual(['one', 'two']);
    expect(journal.begun()).toBeNull();
  });

  it('forgets what was refused for good, and keeps nothing of it', async () => {
    const { agent } = scriptedAgent(0, { post: problem(409, 'revision-outdated') });
    await expect(takePosting(begun, agent, journal)).rejects.toMatchObject({ code: 'revision-outdated' });
    expect(journal.begun()).toBeNull();
    expect(journal.lines()).toEqual([]);
  });

  it('takes the entries out again where somebody un-posted them before they had arrived', async () => {
    const { agent } = scriptedAgent(0, { arrival: problem(409, 'posting-already-undone') });
    await expect(takePosting(begun, agent, journal)).rejects.toMatchObject({
      code: 'posting-already-undone',
    });
    expect(journal.lines()).toEqual([]);
    expect(journal.begun()).toBeNull();
  });

  it('keeps in mind a posting that stands although its lines were handed over before', async () => {
    const { agent } = scriptedAgent(0, { export: problem(409, 'already-exported') });
    await expect(takePosting(begun, agent, journal)).rejects.toMatchObject({ code: 'already-exported' });
    expect(journal.begun()).toEqual(begun);
  });

  it.each([401, 500])('keeps what it may repeat after a refusal with status %i', async (status) => {
    const { agent } = scriptedAgent(0, { post: problem(status, 'any') });
    await expect(takePosting(begun, agent, journal)).rejects.toThrow();
    expect(journal.begun()).toEqual(begun);
  });
});
