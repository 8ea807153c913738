import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { SynchroError } from '@synchro/sync-core/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Who may call. On every route, files included:
 *
 *     target a path, as browsers send it                      else 403, empty
 *     Host   one of our own names with our port, exactly      else 403, empty
 *     Origin absent, our own, or one that was allowed         else 403, empty
 *     a browser's request from another site or port without   403, empty – except opening a page, which only
 *     an Origin                                               configured origins may frame
 *
 * and on the API a bearer token or the session cookie, else 401. A website that the user visits thus gets no readable
 * byte and no hint of what is here.
 */
export interface Guard {
  /**
   * Whether the request may be answered at all; otherwise it has been, with the same empty 403 on every route.
   * Answers leave with the headers that let an allowed host page read them.
   */
  admits(request: FastifyRequest, reply: FastifyReply): boolean;
}

export interface GuardOptions {
  readonly allowedOrigins: readonly string[];
  /** Known once the server listens. */
  readonly port: () => number;
}

export const API_PREFIX = '/api/v1';
const SESSION_COOKIE = 'synchro_session';
/** Reached without a token: exchanging the one-time code, and the description of the API. */
const OPEN_ROUTES: ReadonlySet<string> = new Set([`${API_PREFIX}/session`, `${API_PREFIX}/openapi.json`]);

export function createGuard({ allowedOrigins, port }: GuardOptions): Guard {
  const isOwnHost = (host: string) => ownHosts(port()).includes(host);
  return {
    admits(request, reply) {
      const { host, origin } = request.headers;
      const isForeign = isForeignOrigin(origin, port());
      const isAdmitted =
        request.raw.url?.startsWith('/') === true &&
        host !== undefined &&
        isOwnHost(host) &&
        (!isForeign || allowedOrigins.includes(origin ?? '')) &&
        (origin !== undefined || comesFromHere(request));
      if (!isAdmitted) {
        refuse(reply);
        return false;
      }
      // On the raw answer: event streams and files are written past Fastify.
      reply.raw.setHeader('vary', 'Origin');
      if (isForeign && origin !== undefined) allowOrigin(reply, origin);
      return true;
    },
  };
}

export function addGuard(
  app: FastifyInstance,
  guard: Guard,
  { token, port }: { readonly token: string; readonly port: () => number },
): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!guard.admits(request, reply)) return reply;
    const { origin } = request.headers;
    if (request.method === 'OPTIONS') {
      if (origin === undefined) return refuse(reply);
      return answerPreflight(request, reply);
    }
    const isAllowed =
      !needsToken(request) ||
      hasToken(request, token) ||
      (!isForeignOrigin(origin, port()) && hasSession(request, token));
    if (!isAllowed) throw new SynchroError('unauthorized');
    if (/^100-continue$/i.test(request.headers.expect ?? '')) reply.raw.writeContinue();
  });
}

/** The cookie that stands for the token: it survives a restart of the agent and falls with the token. */
export function sessionCookie(token: string): string {
  return `${SESSION_COOKIE}=${sessionSecret(token)}; HttpOnly; SameSite=Strict; Path=${API_PREFIX}`;
}

/** Whether it belongs to the API. The route that was matched decides: the router decodes `/%61pi/…` before it looks. */
export function isOfApi({ routeOptions, raw }: FastifyRequest): boolean {
  return isApiPath(routeOptions.url) || isApiPath(raw.url);
}

const isApiPath = (path: string | undefined): boolean => path?.startsWith('/api/') === true;

/** What is not matched needs one too where it looks like the API, so that nobody can try out what there is. */
const needsToken = (request: FastifyRequest): boolean =>
  isOfApi(request) && !OPEN_ROUTES.has(request.routeOptions.url ?? '');

/** A browser leaves the port out where it is the scheme's own. */
const ownHosts = (port: number): readonly string[] =>
  ['127.0.0.1', 'localhost'].map((name) => (port === 80 ? name : `${name}:${port}`));

const isForeignOrigin = (origin: string | undefined, port: number): boolean =>
  origin !== undefined && !ownHosts(port).some((host) => `http://${host}` === origin);

/**
 * Of a request without an Origin: browsers say where it comes from, and programs that are none say nothing.
 * Another port of this machine is the same *site*, and our cookie is sent from there.
 */
function comesFromHere(request: FastifyRequest): boolean {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  const opensPage = mode === 'navigate' && request.method === 'GET' && !isOfApi(request);
  return opensPage;
}

/** No word about what is here: written past Fastify, whose hooks add headers. The rest of the request is not read. */
function refuse(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.writeHead(403, { 'content-length': 0, Connection: 'close' });
  reply.raw.end();
  return reply;
}

function allowOrigin(reply: FastifyReply, origin: string): void {
  reply.raw.setHeader('access-control-allow-origin', origin);
  reply.raw.setHeader('access-control-expose-headers', 'content-disposition, retry-after');
}

function answerPreflight({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply
    .header('access-control-allow-methods', 'GET, POST, PATCH, DELETE')
    .header('access-control-allow-headers', 'authorization, content-type, idempotency-key')
    .header('access-control-max-age', '600');
  if (headers['access-control-request-private-network'] === 'true')
    reply.header('access-control-allow-private-network', 'true');
  return reply.code(204).send();
}

function hasToken({ headers }: { headers: IncomingMessage['headers'] }, token: string): boolean {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  return given !== undefined && sameSecret(given, token);
}

function hasSession({ headers }: { headers: IncomingMessage['headers'] }, token: string): boolean {
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
