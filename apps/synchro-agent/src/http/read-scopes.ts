import { ParsedScopesQuery, SynchroError } from '@synchro/sync-core/contract';
import type { StreamScope } from '@synchro/sync-core/contract';
import type { FastifyRequest } from 'fastify';

const PART = 'querystring';

/**
 * The scopes of a combined stream: JSON text in the query, which its own schema cannot look into.
 *
 * @throws what is answered as `invalid-request`, field by field, as for every other query that does not fit
 */
export function readScopes(request: FastifyRequest): readonly StreamScope[] {
  const { scopes: text } = request.query as { readonly scopes: string };
  const query = { scopes: parsed(text) };
  // Compiled once, by the compiler of all other schemas, and taken literally: JSON has types of its own.
  const isValid = request.compileValidationSchema(ParsedScopesQuery);
  if (isValid(query)) return (query as ParsedScopesQuery).scopes;
  throw Object.assign(new Error('The scopes do not fit.'), {
    validation: isValid.errors,
    validationContext: PART,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const fields = [{ part: PART, field: '/scopes', reason: 'must be JSON' }];
    throw new SynchroError('invalid-request', { fields });
  }
}
