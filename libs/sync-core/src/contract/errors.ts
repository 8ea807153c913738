/**
 * The one table of errors: code → HTTP status, and whether the same request may succeed later.
 * The code travels as the `type` of a problem document (RFC 9457); the UIs say it in the user's language by code. The
 * English titles stand in `error-titles.ts`: the browser's client needs the codes alone.
 */
export const errorTable = {
  'invalid-request': { status: 400, retryable: false },
  unauthorized: { status: 401, retryable: false },
  'not-found': { status: 404, retryable: false },
  'mandate-not-found': { status: 404, retryable: false },
  'file-not-found': { status: 404, retryable: false },
  'posting-not-found': { status: 404, retryable: false },
  'path-not-absolute': { status: 422, retryable: false },
  'path-not-found': { status: 422, retryable: true },
  'file-access-failed': { status: 503, retryable: true },
  'not-an-accounting-file': { status: 422, retryable: false },
  'not-a-chart': { status: 422, retryable: false },
  'already-in-mandate': { status: 409, retryable: false },
  'accounting-file-ambiguous': { status: 422, retryable: false },
  'revision-outdated': { status: 409, retryable: false },
  'entries-not-pending': { status: 409, retryable: false },
  'nothing-to-post': { status: 422, retryable: false },
  'revision-required': { status: 422, retryable: false },
  'held-elsewhere': { status: 409, retryable: false },
  'claim-unverified': { status: 409, retryable: true },
  'idempotency-key-required': { status: 400, retryable: false },
  'idempotency-key-reused': { status: 422, retryable: false },
  'posting-built-upon': { status: 409, retryable: false },
  'posting-already-undone': { status: 409, retryable: false },
  'nothing-to-export': { status: 409, retryable: false },
  'already-exported': { status: 409, retryable: false },
  'source-not-suspect': { status: 409, retryable: false },
  'not-supported': { status: 501, retryable: false },
  'not-signed-in': { status: 409, retryable: true },
  'no-internet': { status: 503, retryable: true },
  'sync-refused': { status: 409, retryable: true },
  'mandate-not-shared': { status: 409, retryable: false },
  'not-a-document': { status: 422, retryable: false },
  'file-type-unknown': { status: 422, retryable: false },
  'not-listed': { status: 422, retryable: false },
  'last-accounting-file': { status: 409, retryable: false },
  'folder-not-allowed': { status: 403, retryable: false },
  'not-beside-accounting': { status: 422, retryable: false },
  'link-change-not-found': { status: 404, retryable: false },
  'link-outdated': { status: 409, retryable: false },
  'not-the-same-file': { status: 409, retryable: false },
  'payload-too-large': { status: 413, retryable: false },
  'unsupported-media-type': { status: 415, retryable: false },
  'too-many-streams': { status: 503, retryable: true },
  'storage-failed': { status: 507, retryable: true },
  'internal-error': { status: 500, retryable: true },
} as const satisfies Record<string, { status: number; retryable: boolean }>;

export type ErrorCode = keyof typeof errorTable;

const TYPE_PREFIX = 'urn:synchro:problem:';

/** The stable `type` of a problem document. */
export const problemType = (code: ErrorCode): string => TYPE_PREFIX + code;

/** The code behind a problem document's `type`; `null` for one that this version does not know. */
export function errorCodeOf(type: string): ErrorCode | null {
  const code = type.startsWith(TYPE_PREFIX) ? type.slice(TYPE_PREFIX.length) : '';
  return Object.hasOwn(errorTable, code) ? (code as ErrorCode) : null;
}

/** An RFC 9457 problem document; `details` is machine-readable, its shape follows from the code. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}
