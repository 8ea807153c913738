import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { isDeskAct, isPlaceAct } from './acts.js';
import type { Demonstration } from './demonstration.js';
import type { DeskConfig } from './desk-config.js';
import { addGuard } from './guard.js';

export interface DeskOptions {
  /** Where the built page lies. */
  readonly pageFolder: string;
  /** The secret of this start; the page has it from its address and sends it as a bearer token. */
  readonly key: string;
  /** The agent's address: the page may load the banner from there and call it. `null`: not yet known. */
  readonly config: () => DeskConfig | null;
  /** `null`: still starting. */
  readonly demonstration: () => Pick<Demonstration, 'perform' | 'state'> | null;
}

/** The desk's own small server: its page, and the acts of the two programs. */
export async function createDeskServer(options: DeskOptions): Promise<FastifyInstance> {
  const { config, demonstration } = options;
  const app = Fastify({ bodyLimit: 1024, forceCloseConnections: true });
  addGuard(app, options.key);

  app.addHook('onSend', async ({ url }, reply) => {
    reply.headers({
      'content-security-policy': policy(config()?.agentUrl ?? '', url),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  await app.register(fastifyStatic, {
    root: options.pageFolder,
    cacheControl: false,
    setHeaders: (response, path) => {
      // The simulated world answers banners and console at this very origin, so its worker sees all of it.
      if (path.endsWith('mockServiceWorker.js')) response.header('service-worker-allowed', '/');
    },
  });

  // Where the simulated service would be: a page whose world is gone finds nobody, rather than a refusal.
  app.all('/api/v1/*', (_request, reply) => reply.code(503).send());
  app.get('/api/config', (_request, reply) => reply.code(config() === null ? 503 : 200).send(config()));
  app.get('/api/files', async (_request, reply) => {
    const running = demonstration();
    return reply.code(running === null ? 503 : 200).send(await running?.state());
  });
  app.post<{ Params: { act: string } }>('/api/acts/:act', async ({ headers, params }, reply) => {
    const running = demonstration();
    if (running === null) return reply.code(503).send();
    if (headers['content-type']?.startsWith('application/json') !== true) return reply.code(415).send();
    if (!isDeskAct(params.act) && !isPlaceAct(params.act)) return reply.code(404).send();
    const result = await running.perform(params.act);
    return result.ok
      ? reply.send({ report: result.report, state: await running.state() })
      : reply.code(409).send({ refusal: result.refusal });
  });
  return app;
}

/**
 * Scripts, calls and frames of the desk and of the agent, nothing else; the banner styles its own shadow tree. The
 * simulated desk frames its own copy of the console.
 */
const policy = (agent: string, url: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${agent}`,
    `style-src 'self' 'unsafe-inline' ${agent}`,
    `connect-src 'self' ${agent}`,
    `font-src 'self' ${agent}`,
    `img-src 'self' data: ${agent}`,
    `frame-src 'self' ${agent}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${url.startsWith('/console/') ? "'self'" : "'none'"}`,
  ].join('; ');
