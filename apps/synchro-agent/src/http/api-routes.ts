import { routes, SynchroError } from '@synchro/sync-core/contract';
import type { OpenSession, ParamsOf, QueryOf, Route, StreamScopes } from '@synchro/sync-core/contract';
import type { ApiRequest, CallOperation, MandateService } from '@synchro/mandate-service';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema, HTTPMethods } from 'fastify';
import { errorAnswers } from './error-schemas.js';
import type { EventStreams } from './event-streams.js';
import { API_PREFIX } from './guard.js';
import type { Caller } from './guard.js';
import { keyHeaderSchema, keyOf } from './idempotency-key.js';
import type { Sessions } from './sessions.js';
import { oneScope, severalScopes } from './stream-contents.js';
import type { Work } from './work-stream.js';
import { firstErrorOnly } from './validation.js';

/** A posting may name 150,000 entries; everything else is small. */
const POSTING_BODY_LIMIT = 8_000_000;

export interface ApiDependencies {
  readonly service: MandateService;
  readonly streams: EventStreams;
  readonly sessions: Sessions;
  readonly callerOf: (request: FastifyRequest) => Caller;
}

/** Registers every operation of the contract's table; there is no other place where a route of the API comes from. */
export function addApiRoutes(
  app: FastifyInstance,
  { service, streams, sessions, callerOf }: ApiDependencies,
): void {
  for (const [operation, route] of Object.entries(routes) as [keyof typeof routes, Route][]) {
    app.route({
      method: route.method satisfies HTTPMethods,
      url: API_PREFIX + route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      schema: schemaOf(operation, route),
      ...(operation === 'createPosting'
        ? { bodyLimit: POSTING_BODY_LIMIT, validatorCompiler: firstErrorOnly }
        : {}),
      handler: (request, reply) => {
        switch (operation) {
          case 'streamStatus': {
            const query = request.query as ApiRequest<'getStatus'>['query'];
            return streams.open(request, reply, oneScope(service, { kind: 'status', ...query }));
          }
          case 'streamOverview':
            return streams.open(request, reply, oneScope(service, { kind: 'overview' }));
          case 'streamScopes':
            return streams.open(
              request,
              reply,
              severalScopes(service, (request.body as StreamScopes).scopes),
            );
          case 'searchFile':
            return streams.follow(request, reply, searchOf(service, request));
          case 'createSessionCode':
            if (!callerOf(request).hasToken) throw new SynchroError('unauthorized');
            return reply.code(route.answer.status).send(sessions.createCode());
          case 'openSession':
            return reply.code(route.answer.status).send(sessions.open(request.body as OpenSession));
          default:
            return answer(service, operation, route, request, reply);
        }
      },
    });
  }
}

function searchOf(service: MandateService, request: FastifyRequest): Work {
  const params = request.params as ParamsOf<'searchFile'>;
  const query = request.query as QueryOf<'searchFile'>;
  return (signal, onProgress) => service.searchFile(params, query, { signal, onProgress });
}

async function answer(
  service: MandateService,
  operation: CallOperation,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const handler = service.handlers[operation] as (request: ApiRequest<CallOperation>) => unknown;
  const body = await handler({
    params: request.params as never,
    query: request.query as never,
    body: request.body as never,
    idempotencyKey: keyOf(request),
  });
  reply.code(route.answer.status);
  if (body instanceof Uint8Array)
    return reply
      .type('text/plain; charset=windows-1252')
      .header('content-disposition', 'attachment; filename="ecritures.txt"')
      .send(Buffer.from(body));
  return reply.send(body);
}

/** An unknown query field is told, also where an operation takes none: a token in the address must not seem to work. */
const NO_QUERY = { type: 'object', properties: {}, additionalProperties: false };

function schemaOf(operation: string, route: Route): FastifySchema {
  const { status, schema, contentType = 'application/json' } = route.answer;
  return {
    operationId: operation,
    summary: route.summary,
    ...(operation === 'openSession' ? { security: [] } : {}),
    ...(route.params === undefined ? {} : { params: route.params }),
    querystring: route.query === undefined ? NO_QUERY : leavingOutDefaults(route.query),
    ...(route.body === undefined ? {} : { body: route.body }),
    ...keyHeaderSchema(route),
    response: {
      [status]:
        schema === null
          ? { type: 'null', description: 'Done.' }
          : { description: route.summary, content: { [contentType]: { schema } } },
      ...errorAnswers(route),
    },
  };
}

/** What has a default may be left out, and the description of the API says so. */
function leavingOutDefaults(query: NonNullable<Route['query']>): object {
  // Its type says that `required` is always there; where all is optional it is not.
  const { required = [] } = query as { readonly required?: readonly string[] };
  const hasDefault = (name: string) => 'default' in (query.properties[name] ?? {});
  return { ...query, required: required.filter((name) => !hasDefault(name)) };
}
