import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import type { MandateService } from '@synchro/mandate-service';
import { Ajv } from 'ajv';
import Fastify, { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { addApiRoutes } from './api-routes.js';
import { createEventStreams } from './event-streams.js';
import { addGuard, API_PREFIX } from './guard.js';
import { listeningPort } from './listening-port.js';
import { addProblems } from './problems.js';
import { createSessions } from './sessions.js';

export interface ServerOptions {
  readonly service: MandateService;
  readonly token: string;
  readonly version: string;
  /** Origins of host pages that may load the banners and call the API, each exactly as a browser sends it. */
  readonly allowedOrigins: readonly string[];
  /** Folder of the built web apps, `null` where there are none. */
  readonly webRoot: string | null;
  readonly logger?: FastifyBaseLogger;
  readonly maxStreams?: number;
  readonly heartbeatMs?: number;
  readonly now?: () => number;
}

/** The HTTP side of the agent: not listening yet; closing it ends the streams. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { service, token, allowedOrigins } = options;
  const app = Fastify({
    ...(options.logger === undefined ? { logger: false } : { loggerInstance: options.logger }),
    bodyLimit: 1_000_000,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    requestTimeout: 30_000,
  });
  addValidation(app);
  addProblems(app);
  addGuard(app, { token, allowedOrigins, port: () => listeningPort(app) });
  addHeaders(app, allowedOrigins);

  // Only JSON is ever read; a form or a text from a web page is refused whatever it holds.
  app.removeContentTypeParser('text/plain');

  const streams = createEventStreams({
    maxStreams: options.maxStreams ?? 100,
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
  });
  const stopListening = service.onChange(() => streams.changed());
  app.addHook('preClose', () => {
    stopListening();
    streams.close();
  });

  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Synchro agent', version: options.version },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
  });
  addApiRoutes(app, { service, streams, sessions: createSessions(token, options.now ?? Date.now) });
  app.get(`${API_PREFIX}/openapi.json`, { schema: { hide: true } }, () => app.swagger());
  if (options.webRoot !== null)
    await app.register(fastifyStatic, { root: options.webRoot, index: ['index.html'], dotfiles: 'deny' });
  return app;
}

/** Bodies are taken literally; only query strings, which are text, may become numbers and booleans. */
function addValidation(app: FastifyInstance): void {
  const strict = new Ajv({ allErrors: true, useDefaults: true, strictSchema: false });
  const coercing = new Ajv({ allErrors: true, useDefaults: true, strictSchema: false, coerceTypes: true });
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'querystring' ? coercing : strict).compile(schema as object),
  );
  // The contract's tests validate every answer; serializing by schema would hide what they are to find.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
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
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}
