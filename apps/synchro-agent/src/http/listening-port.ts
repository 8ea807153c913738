import type { FastifyInstance } from 'fastify';

/** The port of a server that listens; 0 before. */
export function listeningPort(app: FastifyInstance): number {
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
