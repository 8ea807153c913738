import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const IN_THE_VIEW = new URL('../../apps/host-examples/dist/in-the-view.js', import.meta.url);
const SCRIPT_PATH = '/in-the-view.js';

export interface ImitatedViewOptions {
  /** Of the page that shows the view. */
  readonly hostOrigin: string;
  readonly kind: 'webview2' | 'wkwebview';
}

export interface ImitatedView {
  readonly origin: string;
  /** From now on it shows pages of this agent, which must allow its origin. */
  show(agentUrl: string): void;
  close(): Promise<void>;
}

/**
 * Where an imitated web view gets the banner's page from: the agent's page, with one script put before the page's own.
 * Everything that the page loads and calls comes from the agent itself: a session holds at the agent's address only.
 */
export async function startImitatedView(options: ImitatedViewOptions): Promise<ImitatedView> {
  let origin = '';
  let agentUrl: string | null = null;
  const server = createServer((asked, answer) => {
    if (`http://${asked.headers.host}` !== origin || agentUrl === null) answer.writeHead(403).end();
    else if (asked.url?.startsWith(SCRIPT_PATH) === true) void sendScript(answer);
    else void sendPage(asked, answer, agentUrl, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    show: (shown) => {
      agentUrl = shown;
    },
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

async function sendPage(
  asked: IncomingMessage,
  answer: ServerResponse,
  agentUrl: string,
  { hostOrigin, kind }: ImitatedViewOptions,
): Promise<void> {
  try {
    const address = new URL(asked.url ?? '/', agentUrl);
    const page = await fetch(address);
    const query = new URLSearchParams({ kind, 'host-origin': hostOrigin });
    const script = `<script type="module" src="${SCRIPT_PATH}?${query.toString().replaceAll('&', '&amp;')}"></script>`;
    const html = (await page.text())
      .replaceAll(/ src="(\.[^"]*)"/g, (_, path: string) => ` src="${new URL(path, address).href}"`)
      .replace('<head>', `<head>${script}`);
    answer.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  } catch {
    answer.destroy();
  }
}
