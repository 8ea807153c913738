import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import type { MandateService } from '@synchro/mandate-service';
import Fastify, { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addApiRoutes } from './api-routes.js';
import { answerBrokenRequest } from './broken-requests.js';
import { createEventStreams } from './event-streams.js';
import { addGuard, API_PREFIX, createGuard, isOfApi } from './guard.js';
import { listeningPort } from './listening-port.js';
import { addProblems, answerProblem } from './problems.js';
import { createSessions } from './sessions.js';
import { addValidation } from './validation.js';

/** The bearer token, which may change while the agent runs. */
export interface TokenSource {
  current(): string;
  /** @returns stops it */
  onChange(run: () => void): () => void;
}

export interface ServerOptions {
  readonly service: MandateService;
  readonly token: TokenSource;
  readonly version: string;
  /** Origins of host pages that may load the banners and call the API, each exactly as a browser sends it. */
  readonly allowedOrigins: readonly string[];
  /** Folder of the built web apps, `null` where there are none. */
  readonly webRoot: string | null;
  readonly logger?: FastifyBaseLogger;
  readonly maxStreams?: number;
  readonly heartbeatMs?: number;
  /** How long a request may take to arrive; streams are answers and not concerned. */
  readonly requestTimeoutMs?: number;
  readonly now?: () => number;
}

/** The HTTP side of the agent: not listening yet; closing it ends the streams. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { service, token, allowedOrigins, requestTimeoutMs = 30_000 } = options;
  const port = () => listeningPort(app);
  const guard = createGuard({ allowedOrigins, port });
  const app: FastifyInstance = Fastify({
    ...(options.logger === undefined ? { logger: false } : { loggerInstance: options.logger }),
    bodyLimit: 1_000_000,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    requestTimeout: requestTimeoutMs,
    // Node would answer a request without Host by itself, and otherwise than the guard does.
    http: {
      requireHostHeader: false,
      connectionsCheckingInterval: Math.min(Math.ceil(requestTimeoutMs / 4), 5_000),
      // Node takes the larger of the two for the body; its own default would be a minute [G11].
      headersTimeout: requestTimeoutMs,
      requestTimeout: requestTimeoutMs,
    },
    clientErrorHandler: answerBrokenRequest,
    // An address that cannot be decoded reaches no route, and so none of the hooks.
    frameworkErrors: (error, request, reply) => {
      const [asked, answered] = [request as FastifyRequest, reply as FastifyReply];
      if (guard.admits(asked, answered)) answerProblem(error, asked, answered);
    },
  });
  // Node would ask for the body before the guard has looked at the head [G12].
  for (const event of ['checkContinue', 'checkExpectation'])
    app.server.on(event, (request, reply) => app.server.emit('request', request, reply));
  addValidation(app);
  addProblems(app);
  const sessions = createSessions(
    token.current(),
    options.now ?? Date.now,
    () => `http://127.0.0.1:${port()}`,
  );
  const callerOf = addGuard(app, guard, { token: () => token.current(), sessions });
  addHeaders(app, allowedOrigins);

  // Only JSON is ever read; a form or a text from a web page is refused whatever it holds.
  app.removeContentTypeParser('text/plain');

  const streams = createEventStreams({
    maxStreams: options.maxStreams ?? 100,
    onTrouble: (cause) => app.log.error({ err: cause }, 'a stream was ended: its snapshot failed'),
    mayGoOn: (request) => callerOf(request).isValid(),
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
  });
  const stopListening = service.onChange(() => streams.changed());
  const stopFollowingToken = token.onChange(() => {
    sessions.changeToken(token.current());
    streams.endInvalid();
  });
  app.addHook('preClose', () => {
    stopListening();
    stopFollowingToken();
    streams.close();
  });

  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Synchro agent', version: options.version },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: {
            type: 'apiKey',
            in: 'header',
            name: 'authorization',
            description: 'Synchro ID.NUMBER.PROOF: signed within a session, see docs/security.md.',
          },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
  });
  addApiRoutes(app, { service, streams, sessions, callerOf });
  app.get(`${API_PREFIX}/openapi.json`, { schema: { hide: true } }, () => app.swagger());
  if (options.webRoot !== null)
    await app.register(fastifyStatic, { root: options.webRoot, index: ['index.html'], dotfiles: 'ignore' });
  return app;
}

function addHeaders(app: FastifyInstance, allowedOrigins: readonly string[]): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${allowedOrigins.join(' ')}`.trim(),
  ].join('; ');
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('content-security-policy', policy);
    reply.header('cross-origin-resource-policy', 'same-origin');
    if (isOfApi(request)) reply.header('cache-control', 'no-store');
  });
}
