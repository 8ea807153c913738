import { routes, SynchroError } from '@synchro/sync-core/contract';
import type {
  OpenSession,
  OperationId,
  ParamsOf,
  Route,
  SearchQuery,
  StatusQuery,
  StreamScopes,
} from '@synchro/sync-core/contract';
import { pretendSessions } from '@synchro/sync-core/pretended-sessions';
import type { PretendedSessions } from '@synchro/sync-core/pretended-sessions';
import { snapshotOf } from '@synchro/mandate-service';
import type { CallOperation } from '@synchro/mandate-service';
import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { snapshotStream } from './snapshot-stream.js';
import { workStream } from './work-stream.js';
import type { World } from './world.js';

/**
 * The contract's operations as msw handlers over a world, for browsers and Node alike: the same table, the same
 * service, the same problem documents as the agent's, without HTTP in between.
 * @param origin where the pretended agent listens, such as `http://agent.test`
 * @param token what opens it; nobody else is there to keep a secret from
 */
export function createWorldHandlers(world: World, origin: string, token: string): HttpHandler[] {
  const sessions = pretendSessions(origin, token);
  return (Object.entries(routes) as [OperationId, Route][]).map(([operation, route]) => {
    const method = { GET: http.get, POST: http.post, PATCH: http.patch, DELETE: http.delete }[route.method];
    const path = `${origin}/api/v1${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    return method(path, async ({ request, params }) => {
      if (!world.isOnline) return HttpResponse.error();
      const proof = await sessions.admit(request);
      if (proof === null && operation !== 'openSession') return problem(new SynchroError('unauthorized'));
      const answered = await answer({ world, sessions }, operation, route, request, params).catch(
        (error: unknown) => {
          if (error instanceof SynchroError) return problem(error);
          throw error;
        },
      );
      if (proof !== null) answered.headers.set('synchro-proof', proof);
      return answered;
    });
  });
}

async function answer(
  { world, sessions }: { readonly world: World; readonly sessions: PretendedSessions },
  operation: OperationId,
  route: Route,
  request: Request,
  params: Readonly<Record<string, unknown>>,
): Promise<Response> {
  const query = read('query', route.query, Object.fromEntries(new URL(request.url).searchParams));
  const text = await request.text();
  const body = read('body', route.body, text === '' ? undefined : (JSON.parse(text) as unknown));
  switch (operation) {
    case 'streamStatus':
      return snapshotStream(world, () => world.service.getStatus(query as StatusQuery));
    case 'streamOverview':
      return snapshotStream(world, () => world.service.getOverview());
    case 'streamScopes': {
      const { scopes } = body as StreamScopes;
      return snapshotStream(world, () => ({
        snapshots: scopes.map((scope) => snapshotOf(world.service, scope)),
      }));
    }
    case 'searchFile':
      return workStream(world, request.signal, (signal, onProgress) =>
        world.service.searchFile(params as ParamsOf<'searchFile'>, query as SearchQuery, {
          signal,
          onProgress,
        }),
      );
    case 'createSessionCode': {
      const validUntil = new Date(Date.now() + 60_000).toISOString();
      return HttpResponse.json({ code: sessions.createCode(), validUntil }, { status: route.answer.status });
    }
    case 'openSession': {
      const opened = await sessions.open(body as OpenSession);
      if (opened === null) throw new SynchroError('unauthorized');
      return HttpResponse.json(opened, { status: route.answer.status });
    }
    default:
      return call(world, operation, route, {
        params,
        query,
        body,
        idempotencyKey: request.headers.get('idempotency-key'),
      });
  }
}

async function call(world: World, operation: CallOperation, route: Route, given: object): Promise<Response> {
  const handler = world.service.handlers[operation] as (given: object) => unknown;
  const answered = await handler(given);
  const { status } = route.answer;
  if (answered instanceof Uint8Array)
    return new HttpResponse(answered.slice().buffer, {
      status,
      headers: { 'content-type': 'text/plain; charset=windows-1252' },
    });
  return answered === undefined
    ? new HttpResponse(null, { status })
    : HttpResponse.json(answered as object, { status });
}

/** As the agent does: query text becomes numbers and booleans, defaults are filled in, anything else is refused. */
function read(part: 'query' | 'body', schema: Route['query'], given: unknown): unknown {
  if (schema === undefined) return undefined;
  return checked(
    part,
    schema,
    Value.Default(schema, part === 'query' ? Value.Convert(schema, given) : given),
  );
}

function checked(part: 'query' | 'body', schema: TSchema, value: unknown): unknown {
  if (Value.Check(schema, value)) return value;
  const fields = Value.Errors(schema, value).map(({ instancePath, message }) => ({
    part,
    field: instancePath,
    reason: message,
  }));
  throw new SynchroError('invalid-request', { fields });
}

function problem(error: SynchroError): Response {
  const document = error.toProblem();
  return HttpResponse.json(
    { ...document },
    { status: document.status, headers: { 'content-type': 'application/problem+json' } },
  );
}
