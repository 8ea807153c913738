import { connect } from 'node:net';
import { errorCodeOf } from '@synchro/sync-core/contract';
import type { ProblemDocument } from '@synchro/sync-core/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from './open-server.js';
import type { TestServer } from './open-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  server.fetch(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
/** The problem's code and what it says of the fields: `/path must be string`. */
const problem = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const { type, status, details } = (await response.json()) as ProblemDocument;
  expect(status).toBe(response.status);
  const fields = (details?.['fields'] ?? []) as { part: string; field: string }[];
  return [response.status, errorCodeOf(type), ...fields.map(({ part, field }) => `${part} ${field}`)];
};
const invalid = [400, 'invalid-request'];
const key = { 'idempotency-key': 'key' };

describe('a body', () => {
  it.each([
    ['nothing', ''],
    ['half of it', '{"name":"x"'],
    ['no JSON', 'name=x'],
    ['two values', '{} {}'],
    ['very deep lists', '['.repeat(400_000)],
    ['very deep objects', '{"a":'.repeat(150_000)],
    ['a prototype to be set', '{"name":"x","accountingFile":"/x.cre","__proto__":{"polluted":true}}'],
    [
      'a constructor to be set',
      '{"name":"x","accountingFile":"/x.cre","constructor":{"prototype":{"polluted":1}}}',
    ],
  ])('that is %s is told, and changes nothing', async (_name, body) => {
    expect((await problem(await post('/mandates', body))).slice(0, 2)).toEqual(invalid);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['a whole of another kind', '[]', ['body ']],
    ['null', 'null', ['body ']],
    ['a missing field', '{"name":"x"}', ['body /accountingFile']],
    ['an unknown field', '{"name":"x","accountingFile":"/x.cre","admin":true}', ['body /admin']],
    ['a number for a text', '{"name":5,"accountingFile":"/x.cre"}', ['body /name']],
    ['a list for a text', '{"name":["x"],"accountingFile":"/x.cre"}', ['body /name']],
    ['too long a text', JSON.stringify({ name: 'x'.repeat(201), accountingFile: '/x.cre' }), ['body /name']],
    ['all that is wrong', '{"name":"","accountingFile":7}', ['body /name', 'body /accountingFile']],
  ])('%s: the field is named by its path', async (_name, body, fields) => {
    expect(await problem(await post('/mandates', body))).toEqual([...invalid, ...fields]);
  });

  it('a wrong item of a list is named by its place, and a million of them by the first', async () => {
    const some = JSON.stringify({ entries: ['id', 7] });
    expect(await problem(await post('/mandates/x/postings', some, key))).toContain('body /entries/1');
    const many = `{"entries":[${'1,'.repeat(190_000)}1]}`;
    // The errors of the two ways to name entries, and that neither fits; not one for each item.
    const told = await problem(await post('/mandates/x/postings', many, key));
    expect(told.slice(0, 2)).toEqual(invalid);
    expect(told.length - 2).toBeLessThanOrEqual(4);
  });

  it('a thousand unknown fields are told up to twenty', async () => {
    const body = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`field-${i}`, i]));
    expect(await problem(await post('/mandates', JSON.stringify(body)))).toHaveLength(2 + 20);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    '',
  ])('as %j is not read', async (type) => {
    const body = '{"name":"x","accountingFile":"/x.cre"}';
    expect(await problem(await post('/mandates', body, { 'content-type': type }))).toEqual(
      type === '' ? [415, 'unsupported-media-type'] : [415, 'unsupported-media-type'],
    );
  });

  it('may name its encoding', async () => {
    const response = await post('/documents/opened', '{"product":"compta","path":"/x.cre"}', {
      'content-type': 'application/json; charset=utf-8',
    });
    expect(response.status).toBe(200);
  });
});

describe('a query', () => {
  it.each([
    ['/status?path=/x', 'querystring /product'],
    ['/status?product=compta&path=/x&token=1', 'querystring /token'],
    ['/status?product=word&path=/x', 'querystring /product'],
    ['/status?product=compta&path=', 'querystring /path'],
    ['/status?product=compta&path=/x&path=/y', 'querystring /path'],
    ['/status/stream?product=compta&path=/x&x=1', 'querystring /x'],
    ['/mandates/x/entries?limit=0', 'querystring /limit'],
    ['/mandates/x/entries?limit=5001', 'querystring /limit'],
    ['/mandates/x/entries?limit=x', 'querystring /limit'],
    ['/mandates/x/entries?__proto__=1', 'querystring /__proto__'],
    ['/overview?x=1', 'querystring /x'],
    ['/mandates/%00', 'params /mandateId'],
    ['/mandates/..%2f..', 'params /mandateId'],
  ])('%s: %s', async (path, field) => {
    expect(await problem(await server.fetch(`/api/v1${path}`))).toEqual([...invalid, field]);
  });

  it('an address that cannot be decoded is told as well', async () => {
    expect((await problem(await server.fetch('/api/v1/mandates/%zz'))).slice(0, 2)).toEqual(invalid);
  });
});

describe('scopes that do not fit', () => {
  it.each([
    ['none', '{}', 'body /scopes'],
    ['an empty list', '{"scopes":[]}', 'body /scopes'],
    ['no list', '{"scopes":{}}', 'body /scopes'],
    ['more than fifty', `{"scopes":[${Array(51).fill('{"kind":"overview"}').join()}]}`, 'body /scopes'],
    ['a field too many', '{"scopes":[{"kind":"overview"}],"x":1}', 'body /x'],
    [
      'one without path',
      '{"scopes":[{"kind":"overview"},{"kind":"status","product":"compta"}]}',
      'body /scopes/1/path',
    ],
    [
      'a number',
      '{"scopes":[{"kind":"overview"},{"kind":"status","product":"compta","path":5}]}',
      'body /scopes/1/path',
    ],
  ])('%s: told by field', async (_name, body, field) => {
    const told = await problem(await post('/stream', body));
    expect(told.slice(0, 2)).toEqual(invalid);
    expect(told).toContain(field);
  });
});

describe('an idempotency key', () => {
  const body = '{"entries":["x"]}';
  it.each([
    ['of 200 characters is taken', 'x'.repeat(200), [404, 'mandate-not-found']],
    ['too long is told', 'x'.repeat(201), [...invalid, 'headers /idempotency-key']],
    ['that is empty is told', '', [...invalid, 'headers /idempotency-key']],
  ])('%s', async (_name, given, expected) => {
    expect(await problem(await post('/mandates/x/postings', body, { 'idempotency-key': given }))).toEqual(
      expected,
    );
  });

  it('is required where the contract says so', async () => {
    expect(await problem(await post('/mandates/x/postings', body))).toEqual([
      400,
      'idempotency-key-required',
    ]);
  });
});

describe('a path in the file system', () => {
  it.each([
    ['a NUL', '/x\u0000y.cre'],
    ['a name longer than any disk takes', `/${'x'.repeat(300)}.cre`],
    ['a path longer than the system takes', `${'/x'.repeat(2000)}/${'y'.repeat(90)}.cre`],
    ['a file for a folder', `${import.meta.filename}/x.cre`],
    ['a device', '/dev/null/x.cre'],
  ])('%s in it leads to nothing', async (_name, accountingFile) => {
    const body = JSON.stringify({ name: 'x', accountingFile });
    expect(await problem(await post('/mandates', body))).toEqual([422, 'path-not-found']);
    const scope = `product=compta&path=${encodeURIComponent(accountingFile)}`;
    expect((await server.fetch(`/api/v1/status?${scope}`)).status).toBe(200);
  });
});

describe('HEAD', () => {
  it.each(['/mandates', '/overview', '/status?product=compta&path=/x', '/openapi.json'])(
    '%s: what GET says of its answer, without it',
    async (path) => {
      const [head, whole] = [
        await server.fetch(`/api/v1${path}`, { method: 'HEAD' }),
        await server.fetch(`/api/v1${path}`),
      ];
      expect([head.status, await head.text()]).toEqual([200, '']);
      expect(head.headers.get('content-length')).toBe(whole.headers.get('content-length'));
      expect(head.headers.get('content-type')).toBe(whole.headers.get('content-type'));
      await whole.body?.cancel();
    },
  );

  it('of what is only written finds nothing', async () => {
    expect((await server.fetch('/api/v1/session/codes', { method: 'HEAD' })).status).toBe(404);
  });
});

describe('100 MB', () => {
  const length = 100 * 1024 * 1024;
  /** Sends a body as fast as it is taken; gives the status and by how much this process grew meanwhile. */
  const flood = (head: string, chunk: (bytes: Buffer) => Buffer) =>
    new Promise<{ status: number; grownBy: number }>((resolve, reject) => {
      const before = process.memoryUsage().rss;
      let peak = before;
      let received = '';
      const socket = connect(server.port, '127.0.0.1');
      const block = chunk(Buffer.alloc(64 * 1024, 'x'));
      let sent = 0;
      const send = () => {
        peak = Math.max(peak, process.memoryUsage().rss);
        while (sent < length && !socket.destroyed) {
          sent += block.length;
          if (!socket.write(block)) return;
        }
        socket.end();
      };
      socket.setEncoding('latin1');
      socket.on('data', (text: string) => (received += text));
      socket.on('drain', send);
      // The agent may hang up while there is more to come; what it said before is its answer.
      socket.on('error', (error) => (received === '' ? reject(error) : undefined));
      socket.on('close', () => resolve({ status: Number(received.split(' ')[1]), grownBy: peak - before }));
      socket.write(head);
      send();
    });
  const head = (lines: readonly string[]) =>
    [
      'POST /api/v1/mandates HTTP/1.1',
      `Host: ${server.host}`,
      'Content-Type: application/json',
      ...lines,
      '',
      '',
    ].join('\r\n');
  const withToken = () => `Authorization: Bearer ${server.token}`;
  const asChunk = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

  it.each([
    ['announced', () => head([withToken(), `Content-Length: ${length}`]), (bytes: Buffer) => bytes, 413],
    ['in chunks', () => head([withToken(), 'Transfer-Encoding: chunked']), asChunk, 413],
    ['without a token', () => head(['Transfer-Encoding: chunked']), asChunk, 401],
    [
      'from a stranger',
      () => head(['Origin: https://evil.test', `Content-Length: ${length}`]),
      (bytes: Buffer) => bytes,
      403,
    ],
  ])('%s are refused and not kept', async (_name, headText, chunk, status) => {
    const outcome = await flood(headText(), chunk);
    expect(outcome.status).toBe(status);
    expect(outcome.grownBy).toBeLessThan(40 * 1024 * 1024);
  });
});
