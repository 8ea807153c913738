import { errorCodeOf } from '../contract/errors.js';
import type { ProblemDocument } from '../contract/errors.js';
import type { OperationId } from '../contract/routes.js';
import { CallError, NotConnectedError } from './call-error.js';
import { reasonOfStatus } from './connection.js';
import type { RequestParts } from './request-parts.js';
import type { Transport } from './transport.js';

/** Posting a mandate of 200,000 entries is the longest work there is; it takes a fraction of this. */
const ANSWER_MS = 60_000;

/**
 * One request and its answer: a value, bytes for text, `undefined` for no content.
 *
 * @throws CallError          the service says no, and why
 * @throws NotConnectedError  there was no answer, or not one of ours
 * @throws the signal's reason when the caller gave up
 */
export async function call(
  transport: Transport,
  operation: OperationId,
  parts: RequestParts & { readonly signal?: AbortSignal | undefined },
): Promise<unknown> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new NotConnectedError('silent')), ANSWER_MS);
  const signals = parts.signal === undefined ? [deadline.signal] : [deadline.signal, parts.signal];
  const signal = AbortSignal.any(signals);
  try {
    return await answerOf(await transport.send(operation, parts, signal));
  } catch (cause) {
    throw await failureOf(cause, transport, signal);
  } finally {
    clearTimeout(timer);
  }
}

/** What the caller of a request that failed is to be told. */
export async function failureOf(cause: unknown, transport: Transport, signal: AbortSignal): Promise<unknown> {
  if (signal.aborted) return signal.reason;
  if (cause instanceof CallError || cause instanceof NotConnectedError) return cause;
  const reason = (await transport.listens(signal)) ? 'access-denied' : 'no-answer';
  return new NotConnectedError(reason, { cause });
}

async function answerOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok) throw await refusalOf(response, type);
  if (response.status === 204) return undefined;
  if (type.startsWith('text/plain')) return new Uint8Array(await response.arrayBuffer());
  if (!type.startsWith('application/json')) throw new NotConnectedError('too-old');
  return parsed(await response.text());
}

export async function refusalOf(response: Response, type: string): Promise<CallError | NotConnectedError> {
  const notOurs = new NotConnectedError(reasonOfStatus(response.status));
  if (!/^application\/(problem\+)?json/.test(type)) return notOurs;
  const problem = parsed(await response.text());
  if (!isProblem(problem)) return notOurs;
  return new CallError(errorCodeOf(problem.type), response.status, problem.title, problem.details ?? {});
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NotConnectedError('too-old', { cause });
  }
}

function isProblem(value: unknown): value is ProblemDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'title' in value &&
    typeof value.title === 'string' &&
    (!('details' in value) || (typeof value.details === 'object' && value.details !== null))
  );
}
