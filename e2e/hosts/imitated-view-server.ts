import { readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const IN_THE_VIEW = new URL('../../apps/host-examples/dist/in-the-view.js', import.meta.url);
const SCRIPT_PATH = '/in-the-view.js';

export interface ImitatedViewOptions {
  readonly agentUrl: string;
  /** Of the page that shows the view. */
  readonly hostOrigin: string;
  readonly kind: 'webview2' | 'wkwebview';
}

/**
 * Where an imitated web view gets the banner's page from: the agent, with one script put before the page's own. What
 * comes from elsewhere than its own pages is passed on as it is, and refused by the agent.
 */
export async function startImitatedView(options: ImitatedViewOptions) {
  let origin = '';
  const server = createServer((asked, answer) => {
    if (`http://${asked.headers.host}` !== origin) answer.writeHead(403).end();
    else if (asked.url?.startsWith(SCRIPT_PATH) === true) void sendScript(answer);
    else passOn(asked, answer, origin, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    async close(): Promise<void> {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function sendScript(answer: ServerResponse): Promise<void> {
  const script = await readFile(IN_THE_VIEW);
  answer.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
}

function passOn(
  asked: IncomingMessage,
  answer: ServerResponse,
  origin: string,
  { agentUrl, hostOrigin, kind }: ImitatedViewOptions,
): void {
  const passed = request(new URL(asked.url ?? '/', agentUrl), {
    method: asked.method,
    headers: {
      ...without(asked.headers, ['if-none-match', 'if-modified-since']),
      host: new URL(agentUrl).host,
      ...(asked.headers.origin === origin ? { origin: agentUrl } : {}),
    },
  });
  const giveUp = () => void answer.destroy();
  passed.on('error', giveUp);
  answer.on('close', () => passed.destroy());
  passed.on('response', (got) => {
    if (got.headers['content-type']?.startsWith('text/html') !== true) {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
      return;
    }
    const query = new URLSearchParams({ kind, 'host-origin': hostOrigin });
    const script = `<script type="module" src="${SCRIPT_PATH}?${query.toString().replaceAll('&', '&amp;')}"></script>`;
    text(got).then(
      (html) =>
        answer
          .writeHead(got.statusCode ?? 502, without(got.headers, ['content-length']))
          .end(html.replace('<head>', `<head>${script}`)),
      giveUp,
    );
  });
  asked.pipe(passed);
}

const without = (headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
