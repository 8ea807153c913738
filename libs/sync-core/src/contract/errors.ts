import { problemType } from './error-codes.js';
import type { ErrorCode } from './error-codes.js';

/**
 * The one table of errors: code → HTTP status, whether the same request may succeed later, and the English title.
 * The code travels as the `type` of a problem document (RFC 9457); the UIs say it in the user's language by code.
 */
export const errorTable = {
  'invalid-request': { status: 400, retryable: false, title: 'The request does not fit its schema.' },
  unauthorized: { status: 401, retryable: false, title: 'The token is missing or wrong.' },
  'not-found': { status: 404, retryable: false, title: 'There is no such resource.' },
  'mandate-not-found': { status: 404, retryable: false, title: 'There is no such mandate.' },
  'file-not-found': { status: 404, retryable: false, title: 'There is no such file in the mandate.' },
  'posting-not-found': { status: 404, retryable: false, title: 'There is no such posting.' },
  'path-not-absolute': { status: 422, retryable: false, title: 'The path must be absolute.' },
  'path-not-found': { status: 422, retryable: true, title: 'There is no file at this path.' },
  'not-an-accounting-file': {
    status: 422,
    retryable: false,
    title: 'The accounting file must be a .cre file.',
  },
  'not-a-chart': { status: 422, retryable: false, title: 'The chart of accounts cannot be read.' },
  'already-in-mandate': { status: 409, retryable: false, title: 'The file already belongs to a mandate.' },
  'accounting-file-ambiguous': {
    status: 422,
    retryable: false,
    title: 'The mandate has several accounting files: name one with accountingFile.',
  },
  'revision-outdated': {
    status: 409,
    retryable: false,
    title: 'The pending entries have changed since they were shown.',
  },
  'entries-not-pending': {
    status: 409,
    retryable: false,
    title: 'Some of the named entries are no longer pending.',
  },
  'nothing-to-post': { status: 422, retryable: false, title: 'None of the entries can be posted.' },
  'revision-required': {
    status: 422,
    retryable: false,
    title: 'Posting all entries must name the revision that was shown.',
  },
  'held-elsewhere': { status: 409, retryable: false, title: 'Another machine keeps this mandate.' },
  'idempotency-key-required': {
    status: 400,
    retryable: false,
    title: 'This command requires an Idempotency-Key.',
  },
  'idempotency-key-reused': {
    status: 422,
    retryable: false,
    title: 'The Idempotency-Key was used for another request.',
  },
  'posting-built-upon': { status: 409, retryable: false, title: 'A later posting builds on this one.' },
  'posting-already-undone': {
    status: 409,
    retryable: false,
    title: 'The posting has already been un-posted.',
  },
  'nothing-to-export': {
    status: 409,
    retryable: false,
    title: 'This posting has nothing to hand over to the accounting.',
  },
  'not-encodable': {
    status: 422,
    retryable: false,
    title: 'A character cannot be written in the text that the accounting imports.',
  },
  'source-not-suspect': {
    status: 409,
    retryable: false,
    title: 'The file shows no such version to confirm.',
  },
  'payload-too-large': { status: 413, retryable: false, title: 'The request is too large.' },
  'unsupported-media-type': { status: 415, retryable: false, title: 'Writes must be JSON.' },
  'too-many-streams': { status: 503, retryable: true, title: 'Too many event streams are open.' },
  'storage-failed': { status: 507, retryable: true, title: 'The state could not be written to disk.' },
  'internal-error': {
    status: 500,
    retryable: true,
    title: 'Something unexpected happened in the service; its log has the cause.',
  },
} as const satisfies Record<ErrorCode, { status: number; retryable: boolean; title: string }>;

/** An RFC 9457 problem document; `details` is machine-readable, its shape follows from the code. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Thrown by the use cases, answered as a problem document. An expected outcome, so it has no stack to read. */
export class SynchroError extends Error {
  override readonly name = 'SynchroError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(errorTable[code].title, options);
    this.code = code;
    this.details = details;
  }

  toProblem(): ProblemDocument {
    const { status, title } = errorTable[this.code];
    return { type: problemType(this.code), title, status, details: this.details };
  }
}
