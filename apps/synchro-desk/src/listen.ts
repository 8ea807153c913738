import type { FastifyInstance } from 'fastify';

/**
 * Listens on this machine only.
 *
 * @returns the port: the wanted one, or any that is free if somebody else has it
 */
export async function listen(app: FastifyInstance, wanted: number): Promise<number> {
  try {
    await app.listen({ host: '127.0.0.1', port: wanted });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    await app.listen({ host: '127.0.0.1', port: 0 });
  }
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
