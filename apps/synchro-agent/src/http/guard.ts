import { createHmac, timingSafeEqual } from 'node:crypto';
import { SynchroError } from '@synchro/sync-core/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Who may call. On every route, files included:
 *
 *     Host   one of our own names with our port, exactly     else 403, empty
 *     Origin absent, our own, or one that was allowed         else 403, empty
 *     a browser's cross-site request without an Origin        403, empty – except opening a page, which only
 *                                                             configured origins may frame
 *
 * and on the API a bearer token or the session cookie, else 401. A website that the user visits thus gets no readable
 * byte and no hint of what is here.
 */
export interface GuardOptions {
  readonly token: string;
  readonly allowedOrigins: readonly string[];
  /** Known once the server listens. */
  readonly port: () => number;
}

export const API_PREFIX = '/api/v1';
const SESSION_COOKIE = 'synchro_session';
/** Reached without a token: exchanging the one-time code, and the description of the API. */
const OPEN_ROUTES: ReadonlySet<string> = new Set([`${API_PREFIX}/session`, `${API_PREFIX}/openapi.json`]);

export function addGuard(app: FastifyInstance, { token, allowedOrigins, port }: GuardOptions): void {
  const hosts = () => [`127.0.0.1:${port()}`, `localhost:${port()}`];
  const ownOrigins = () => hosts().map((host) => `http://${host}`);

  app.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers;
    const isForeign = origin !== undefined && !ownOrigins().includes(origin);
    if (host === undefined || !hosts().includes(host)) return refuse(reply);
    if (isForeign && !allowedOrigins.includes(origin)) return refuse(reply);
    if (origin === undefined && isCrossSite(request)) return refuse(reply);
    if (isForeign) allowOrigin(reply, origin);
    if (request.method === 'OPTIONS')
      return origin === undefined ? refuse(reply) : answerPreflight(request, reply);

    const path = request.url.split('?', 1)[0] ?? '';
    if (!path.startsWith('/api/') || OPEN_ROUTES.has(path)) return;
    const isAllowed = hasToken(request, token) || (!isForeign && hasSession(request, token));
    if (!isAllowed) throw new SynchroError('unauthorized');
  });
}

/** The cookie that stands for the token: it survives a restart of the agent and falls with the token. */
export function sessionCookie(token: string): string {
  return `${SESSION_COOKIE}=${sessionSecret(token)}; HttpOnly; SameSite=Strict; Path=${API_PREFIX}`;
}

/** No word about what is here, and the same on every route. */
function refuse(reply: FastifyReply): FastifyReply {
  return reply.code(403).removeHeader('content-type').send();
}

function isCrossSite({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate';
}

function allowOrigin(reply: FastifyReply, origin: string): void {
  // On the raw answer too: event streams are written past Fastify.
  reply.raw.setHeader('access-control-allow-origin', origin);
  reply.raw.setHeader('access-control-expose-headers', 'content-disposition, retry-after');
  reply.raw.setHeader('vary', 'Origin');
}

function answerPreflight({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply
    .header('access-control-allow-methods', 'GET, POST, DELETE')
    .header('access-control-allow-headers', 'authorization, content-type, idempotency-key')
    .header('access-control-max-age', '600');
  if (headers['access-control-request-private-network'] === 'true')
    reply.header('access-control-allow-private-network', 'true');
  return reply.code(204).send();
}

function hasToken({ headers }: FastifyRequest, token: string): boolean {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  return given !== undefined && sameSecret(given, token);
}

function hasSession({ headers }: FastifyRequest, token: string): boolean {
  const cookies = (headers.cookie ?? '').split(/; */);
  return cookies.some((cookie) => sameSecret(cookie, `${SESSION_COOKIE}=${sessionSecret(token)}`));
}

const sessionSecret = (token: string): string =>
  createHmac('sha256', token).update('session').digest('base64url');

/** In constant time; the digests also hide a difference in length. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
