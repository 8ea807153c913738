import { SynchroError } from '@synchro/sync-core/contract';
import type { ErrorCode } from '@synchro/sync-core/contract';
import type { FastifyError, FastifyInstance } from 'fastify';

const codeOfFastify: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
};

/** Every error leaves as a problem document (RFC 9457); an unexpected one also reaches the log with its cause. */
export function addProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | SynchroError, request, reply) => {
    const known = error instanceof SynchroError ? error : asSynchroError(error);
    const problem = known.toProblem();
    if (known.code === 'internal-error') request.log.error({ err: error }, 'unexpected error');
    if (problem.status === 503) reply.header('retry-after', '5');
    return reply.code(problem.status).type('application/problem+json').send(problem);
  });
  app.setNotFoundHandler((_request, reply) => {
    const problem = new SynchroError('not-found').toProblem();
    return reply.code(problem.status).type('application/problem+json').send(problem);
  });
}

function asSynchroError(error: FastifyError): SynchroError {
  if (error.validation !== undefined) {
    const fields = error.validation.map(({ instancePath, message, params }) => ({
      part: error.validationContext ?? 'body',
      field: instancePath,
      reason: message ?? '',
      ...(typeof params['additionalProperty'] === 'string' ? { name: params['additionalProperty'] } : {}),
    }));
    return new SynchroError('invalid-request', { fields });
  }
  const code = codeOfFastify[error.code];
  if (code !== undefined) return new SynchroError(code);
  const isCallers = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isCallers
    ? new SynchroError('invalid-request', { reason: error.code })
    : new SynchroError('internal-error');
}
