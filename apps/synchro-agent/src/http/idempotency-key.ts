import type { Route } from '@synchro/sync-core/contract';
import type { FastifyRequest } from 'fastify';

export const KEY_HEADER = 'idempotency-key';

/** The header as the schema of an operation has it; nothing where the operation takes none. */
export function keyHeaderSchema({ idempotencyKey }: Route): { readonly headers?: object } {
  if (idempotencyKey === undefined) return {};
  return {
    headers: {
      type: 'object',
      properties: {
        [KEY_HEADER]: {
          type: 'string',
          minLength: 1,
          maxLength: 200,
          description:
            'The same request with the same key happens once and is answered the same, for 30 days.',
        },
      },
      ...(idempotencyKey === 'required' ? { required: [KEY_HEADER] } : {}),
    },
  };
}

export function keyOf({ headers }: FastifyRequest): string | null {
  const key = headers[KEY_HEADER];
  return typeof key === 'string' && key !== '' ? key : null;
}
