import { SynchroError } from '@synchro/sync-core/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sameSecret } from './same-secret.js';
import type { Admission, Sessions } from './sessions.js';

/**
 * Who may call. On every route, files included:
 *
 *     target a path, as browsers send it                      else 403, empty
 *     Host   one of our own names with our port, exactly      else 403, empty
 *     Origin absent, our own, or one that was allowed         else 403, empty
 *     a browser's request from another site or port without   403, empty – except opening a page, which only
 *     an Origin                                               configured origins may frame
 *
 * and on the API the bearer token, or a request signed within a session (`sessions.ts`), else 401. There are no cookies:
 * a browser sends them to every port. A website that the user visits thus gets no readable byte and no hint of what is
 * here.
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
/** Reached without a token: opening a session, which sends no secret, and the description of the API. */
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

/** Who calls, of a request that the guard let through to the API. */
export type Caller = Pick<Admission, 'hasToken' | 'isValid'>;

export interface AccessOptions {
  /** The token as it is now. */
  readonly token: () => string;
  readonly sessions: Sessions;
}

/** @returns who calls, for each request that the guard let through */
export function addGuard(
  app: FastifyInstance,
  guard: Guard,
  { token, sessions }: AccessOptions,
): (request: FastifyRequest) => Caller {
  const callers = new WeakMap<FastifyRequest, Caller>();
  app.addHook('onRequest', async (request, reply) => {
    if (!guard.admits(request, reply)) return reply;
    if (request.method === 'OPTIONS')
      return request.headers.origin === undefined ? refuse(reply) : answerPreflight(request, reply);
    if (needsToken(request)) callers.set(request, callerOf(request, reply));
    if (/^100-continue$/i.test(request.headers.expect ?? '')) reply.raw.writeContinue();
  });

  function callerOf({ headers, method, raw }: FastifyRequest, reply: FastifyReply): Caller {
    const { authorization = '' } = headers;
    const current = token();
    if (hasToken(authorization, current)) return { hasToken: true, isValid: () => token() === current };
    const admission = sessions.admit(authorization, method, raw.url ?? '');
    if (admission === null) throw new SynchroError('unauthorized');
    reply.raw.setHeader('synchro-proof', admission.proof);
    return admission;
  }

  return (request) => callers.get(request) ?? NOBODY;
}

const NOBODY: Caller = { hasToken: false, isValid: () => false };

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

/** Of a request without an Origin: browsers say where it comes from, and programs that are none say nothing. */
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
  reply.raw.setHeader('access-control-expose-headers', 'content-disposition, retry-after, synchro-proof');
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

function hasToken(authorization: string, token: string): boolean {
  const given = /^Bearer (.+)$/.exec(authorization)?.[1];
  return given !== undefined && sameSecret(given, token);
}
