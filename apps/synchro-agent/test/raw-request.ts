import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** Everything that came, without the date. */
  readonly raw: string;
}

/** Sends bytes as they are: what fetch would never send (a wrong Host, none at all, a path with `..`). */
export function rawRequest(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      received += chunk;
      // Streams do not end: the head and the first event are enough.
      if (/^HTTP\/1\.1 200[^]*text\/event-stream[^]*\n\n/.test(received)) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(parse(received)));
    socket.write(text);
  });
}

function parse(received: string): RawAnswer {
  const [head = '', ...rest] = received.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
    }),
  );
  const raw = received.replace(/^Date: .*\r\n/m, '');
  return { status: Number(first.split(' ')[1]), headers, body: rest.join('\r\n\r\n'), raw };
}

/** A request as text; the connection ends with its answer. */
export const request = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  { body = '', version = '1.1' } = {},
): string =>
  [
    `${method} ${path} HTTP/${version}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    'Connection: close',
    '',
    body,
  ].join('\r\n');

export const get = (path: string, headers: Readonly<Record<string, string>>, version = '1.1'): string =>
  request('GET', path, headers, { version });
