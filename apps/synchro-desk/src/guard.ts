import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Who may call the desk: its own page, opened by whoever saw the key in the terminal. A website that the user
 * visits gets the same empty 403 everywhere, and another account of the machine does not get the agent's token.
 */
export function addGuard(app: FastifyInstance, key: string): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isFromHere(request) || (isOfDesk(request) && !hasKey(request, key))) {
      return refuse(reply);
    }
    return undefined;
  });
  // Only JSON can be sent: a form or plain text would not need the browser to ask first.
  app.removeContentTypeParser('text/plain');
}

/** The simulated service has no key: its calls are answered in the page, and nothing is behind them here. */
const isOfDesk = ({ url }: FastifyRequest): boolean => url.startsWith('/api/') && !url.startsWith('/api/v1/');

function isFromHere({ headers, socket }: FastifyRequest): boolean {
  const port = String(socket.localPort);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}

function hasKey({ headers }: FastifyRequest, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${key}`));
}

function refuse(reply: FastifyReply): FastifyReply {
  return reply.code(403).send();
}
