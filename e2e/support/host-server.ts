import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A program that embeds the banner: its window is a page, and it brings the banner's files along. */
export interface HostServer {
  readonly origin: string;
  close(): Promise<void>;
}

export async function startHostServer(): Promise<HostServer> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
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
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return { origin, close: () => app.close() };
}
