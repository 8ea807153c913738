import { randomBytes } from 'node:crypto';
import { SynchroError } from '@synchro/sync-core/contract';
import type { OpenSession, SessionCode } from '@synchro/sync-core/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie } from './guard.js';

/**
 * Sessions of pages in web views: a host asks for a one-time code with the token, hands it to the page in the
 * fragment of its address, and the page exchanges it for a cookie that no script can read.
 */
export interface Sessions {
  createCode(): SessionCode;
  open(request: FastifyRequest, reply: FastifyReply): FastifyReply;
}

const CODE_VALID_MS = 60_000;

export function createSessions(token: string, now: () => number): Sessions {
  const validUntil = new Map<string, number>();
  return {
    createCode() {
      for (const [code, until] of validUntil) if (until < now()) validUntil.delete(code);
      const code = randomBytes(24).toString('base64url');
      const until = now() + CODE_VALID_MS;
      validUntil.set(code, until);
      return { code, validUntil: new Date(until).toISOString() };
    },
    open(request, reply) {
      const { code } = request.body as OpenSession;
      const until = validUntil.get(code);
      validUntil.delete(code); // Once, whether it was still valid or not.
      if (until === undefined || until < now()) throw new SynchroError('unauthorized');
      return reply.code(204).header('set-cookie', sessionCookie(token)).send();
    },
  };
}
