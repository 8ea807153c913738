import { SynchroError } from '@synchro/sync-core/contract';
import type { ErrorCode } from '@synchro/sync-core/contract';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { KEY_HEADER } from './idempotency-key.js';

const codeOfFastify: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
};

/** What is wrong with a request is told field by field, up to so many: the rest teaches nothing more. */
const FIELDS_TOLD = 20;

/** Every error leaves as a problem document (RFC 9457); an unexpected one also reaches the log with its cause. */
export function addProblems(app: FastifyInstance): void {
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request, reply) => answerProblem(new SynchroError('not-found'), request, reply));
}

export function answerProblem(
  error: FastifyError | SynchroError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const known = error instanceof SynchroError ? error : asSynchroError(error);
  const problem = known.toProblem();
  if (known.code === 'internal-error') request.log.error({ err: error }, 'unexpected error');
  // The body of a request that is refused is not waited for [G12].
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer').header('connection', 'close');
  if (problem.status === 503) reply.header('retry-after', '5');
  return reply.code(problem.status).type('application/problem+json').send(problem);
}

function asSynchroError(error: FastifyError): SynchroError {
  if (error.validation !== undefined) {
    const part = error.validationContext ?? 'body';
    const fields = error.validation
      .slice(0, FIELDS_TOLD)
      .map(({ instancePath, message, params: { missingProperty, additionalProperty } }) => ({
        part,
        field: [instancePath, missingProperty, additionalProperty].filter(isText).join('/'),
        reason: message ?? '',
        ...(isText(additionalProperty) ? { name: additionalProperty } : {}),
      }));
    // The schema requires it; the contract has a code of its own for its absence.
    if (part === 'headers' && error.validation.some(({ params }) => params['missingProperty'] === KEY_HEADER))
      return new SynchroError('idempotency-key-required');
    return new SynchroError('invalid-request', { fields });
  }
  // The file server's own refusals (a dotfile, a NUL, a way out of the folder): there is nothing.
  if (error.statusCode === 403 || error.statusCode === 404) return new SynchroError('not-found');
  const code = codeOfFastify[error.code];
  if (code !== undefined) return new SynchroError(code);
  const isCallers = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isCallers
    ? new SynchroError('invalid-request', { reason: error.code })
    : new SynchroError('internal-error');
}

const isText = (value: unknown): value is string => typeof value === 'string';
