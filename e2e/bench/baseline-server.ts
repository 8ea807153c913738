import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/**
 * The floor: what any program on this machine needs from a rewritten file to a page's text. A folder is watched, the
 * file read, its number of lines sent as an event, the page shows it. Nothing is parsed, compared or stored.
 */
export async function startBaseline(
  folder: string,
  name: string,
): Promise<{ readonly url: string; close(): void }> {
  const pages = new Set<ServerResponse>();
  const tell = async (to: Iterable<ServerResponse>) => {
    const text = await readFile(join(folder, name), 'latin1');
    for (const page of to) page.write(`data: ${text.split('\n').length} lines\n\n`);
  };
  const server = createServer((request, response) => {
    if (request.url === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      pages.add(response);
      void tell([response]); // A page that connects late has missed nothing.
      response.on('close', () => pages.delete(response));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(
      '<link rel="icon" href="data:,"><p></p><script>new EventSource("/events").onmessage = (e) => { document.querySelector("p").textContent = e.data; };</script>',
    );
  });
  const watcher = watch(folder, () => void tell(pages));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      watcher.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
