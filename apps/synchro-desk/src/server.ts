import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { isAct } from './acts.js';
import type { Act, ActResult, DeskState } from './acts.js';
import type { DeskConfig } from './desk-config.js';
import { addGuard } from './guard.js';

export interface DeskOptions {
  /** Where the built page lies. */
  readonly pageFolder: string;
  /** The secret of this start; the page has it from its address and sends it as a bearer token. */
  readonly key: string;
  /** The agent's address: the page may load the banner from there and call it. `null`: not yet known. */
  readonly config: () => DeskConfig | null;
  readonly perform: (act: Act) => Promise<ActResult>;
  readonly state: () => Promise<DeskState>;
}

/** The desk's own small server: its page, and the acts of the two programs. */
export async function createDeskServer(options: DeskOptions): Promise<FastifyInstance> {
  const { config, perform, state } = options;
  const app = Fastify({ bodyLimit: 1024, forceCloseConnections: true });
  addGuard(app, options.key);

  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'content-security-policy': policy(config()?.agentUrl ?? ''),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  await app.register(fastifyStatic, { root: options.pageFolder, cacheControl: false });

  app.get('/api/config', async (_request, reply) => config() ?? reply.code(503).send());
  app.get('/api/files', () => state());
  app.post<{ Params: { act: string } }>('/api/acts/:act', async (request, reply) => {
    if (!request.headers['content-type']?.startsWith('application/json')) return reply.code(415).send();
    const { act } = request.params;
    if (!isAct(act)) return reply.code(404).send();
    const result = await perform(act);
    if (!result.ok) return reply.code(409).send({ refusal: result.refusal });
    return { report: result.report, state: await state() };
  });
  return app;
}

/** Scripts and calls of the desk and of the agent, nothing else; the banner styles its own shadow tree. */
const policy = (agent: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${agent}`,
    `style-src 'self' 'unsafe-inline' ${agent}`,
    `connect-src 'self' ${agent}`,
    `font-src 'self' ${agent}`,
    `img-src 'self' data: ${agent}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
