import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { startImitatedView } from '../hosts/imitated-view-server.js';
import type { ImitatedView } from '../hosts/imitated-view-server.js';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A program that embeds the banner: its window is a page, and it brings the banner's files along. */
export interface HostServer {
  readonly origin: string;
  /** What imitates the web views of its examples. */
  readonly views: { readonly webview2: ImitatedView; readonly wkwebview: ImitatedView };
  /** Of its pages and of those in its web views: the agent must allow them. */
  readonly origins: readonly string[];
  /** What the host examples are told when they ask their server; nothing until then. */
  setUp(examples: object): void;
  close(): Promise<void>;
}

export async function startHostServer(port = 0): Promise<HostServer> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  let origin = '';
  let setup: object | null = null;
  // Another name for this machine would be a website that wants to read what only our own pages may.
  app.addHook('onRequest', async ({ headers }, reply) => {
    if (`http://${headers.host}` !== origin) return reply.code(403).send();
  });
  app.get('/hosts/setup.json', (_request, reply) => (setup === null ? reply.code(404).send() : setup));
  await app.register(fastifyStatic, {
    root: folder('../../apps/host-examples/dist'),
    prefix: '/hosts/',
    decorateReply: false,
  });
  await app.register(fastifyStatic, { root: folder('../host') });
  await app.register(fastifyStatic, {
    root: folder('../../apps/synchro-agent/dist/web/elements'),
    prefix: '/elements/',
    decorateReply: false,
  });
  await app.register(fastifyStatic, {
    root: folder('../mocked/dist'),
    prefix: '/mocked/',
    decorateReply: false,
  });
  await app.register(fastifyStatic, {
    root: folder('../examples/dist'),
    prefix: '/examples/',
    decorateReply: false,
  });
  await app.register(fastifyStatic, {
    root: folder('../../node_modules/msw/lib'),
    prefix: '/msw/',
    decorateReply: false,
    allowedPath: (path) => path === '/mockServiceWorker.js',
    setHeaders: (response) => void response.header('service-worker-allowed', '/'),
  });
  origin = await app.listen({ host: '127.0.0.1', port });
  const views = {
    webview2: await startImitatedView({ hostOrigin: origin, kind: 'webview2' }),
    wkwebview: await startImitatedView({ hostOrigin: origin, kind: 'wkwebview' }),
  };
  return {
    origin,
    views,
    origins: [origin, views.webview2.origin, views.wkwebview.origin],
    setUp: (examples) => {
      setup = examples;
    },
    async close() {
      await Promise.all([app.close(), views.webview2.close(), views.wkwebview.close()]);
    },
  };
}
