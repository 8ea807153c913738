import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from './open-server.js';
import type { TestServer } from './open-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const head = (lines: readonly string[], to: TestServer = server) =>
  ['POST /api/v1/mandates HTTP/1.1', 'Content-Type: application/json', ...lines, '', '']
    .join('\r\n')
    .replace('{host}', to.host)
    .replace('{token}', to.token);

/** A connection that stays open on this side: it ends when the agent ends it. */
interface OpenConnection extends Disposable {
  readonly socket: Socket;
  /** Waits for an answer that begins so. */
  received(start: string): Promise<string>;
  /** What came until the agent closed the connection. */
  readonly closed: Promise<string>;
}

function open(port: number, text: string): OpenConnection {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (said += chunk));
  socket.on('error', () => undefined);
  socket.write(text);
  return {
    socket,
    received: (start) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (said.length < start.length) return;
          if (said.startsWith(start)) resolve(said);
          else reject(new Error(`The agent says ${said}`));
        };
        socket.on('data', look);
        look();
      }),
    closed: new Promise((resolve) => socket.once('close', () => resolve(said))),
    [Symbol.dispose]: () => socket.destroy(),
  };
}

const statusOf = (answer: string) => answer.split('\r\n')[0];

describe('a request that arrives slowly', () => {
  it('G11: ends after the configured time, head or body, however much it trickles', async () => {
    await using impatient = await openServer({ requestTimeoutMs: 400 });
    const lines = ['Host: {host}', 'Authorization: Bearer {token}', 'Content-Length: 800000'];
    const start = head(lines, impatient);
    for (const text of [`${start}{`, start.slice(0, -4)]) {
      using slow = open(impatient.port, text);
      const trickle = setInterval(() => slow.socket.write(' '), 50);
      const answer = await slow.closed;
      clearInterval(trickle);
      expect(statusOf(answer)).toBe('HTTP/1.1 408 Request Timeout');
    }
  });
});

describe('a request that is refused', () => {
  it.each([
    ['a stranger', ['Host: evil.test'], 403],
    ['a caller without a token', ['Host: {host}'], 401],
  ])(
    'G12: the connection of %s is closed, and the rest of the body not waited for',
    async (_, lines, status) => {
      using refused = open(server.port, head([...lines, 'Content-Length: 800000']) + '{');
      expect(statusOf(await refused.closed)).toContain(`HTTP/1.1 ${status} `);
    },
  );

  it.each([
    ['a stranger', ['Host: evil.test'], 403],
    ['a caller without a token', ['Host: {host}'], 401],
  ])('G12: %s is not asked for the body by 100 Continue', async (_, lines, status) => {
    for (const expects of ['100-continue', 'other']) {
      using refused = open(server.port, head([...lines, `Expect: ${expects}`, 'Content-Length: 2']));
      expect(statusOf(await refused.closed)).toContain(`HTTP/1.1 ${status} `);
    }
  });

  it('G12: who may call is asked for the body, and answered', async () => {
    const lines = ['Host: {host}', 'Authorization: Bearer {token}', 'Expect: 100-continue'];
    using asked = open(server.port, head([...lines, 'Content-Length: 2', 'Connection: close']));
    await asked.received('HTTP/1.1 100 Continue\r\n\r\n');
    asked.socket.write('{}');
    expect(await asked.closed).toContain('HTTP/1.1 400 Bad Request');
  });
});
