/**
 * The codes of the table in `errors.ts`, alone: a browser must tell those that it knows from those of a newer service,
 * and has no use for their English titles.
 */
const errorCodes = [
  'invalid-request',
  'unauthorized',
  'not-found',
  'mandate-not-found',
  'file-not-found',
  'posting-not-found',
  'path-not-absolute',
  'path-not-found',
  'not-an-accounting-file',
  'not-a-chart',
  'already-in-mandate',
  'accounting-file-ambiguous',
  'revision-outdated',
  'entries-not-pending',
  'nothing-to-post',
  'revision-required',
  'held-elsewhere',
  'idempotency-key-required',
  'idempotency-key-reused',
  'posting-built-upon',
  'posting-already-undone',
  'nothing-to-export',
  'not-encodable',
  'source-not-suspect',
  'payload-too-large',
  'unsupported-media-type',
  'too-many-streams',
  'storage-failed',
  'internal-error',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

const TYPE_PREFIX = 'urn:synchro:problem:';

/** The stable `type` of a problem document. */
export const problemType = (code: ErrorCode): string => TYPE_PREFIX + code;

/** The code behind a problem document's `type`; `null` for one that this version does not know. */
export function errorCodeOf(type: string): ErrorCode | null {
  return errorCodes.find((code) => problemType(code) === type) ?? null;
}
