import { errorTable, errorTitles, problemType } from '@synchro/sync-core/contract';
import type { ErrorCode, Route } from '@synchro/sync-core/contract';

/** What any operation may answer beside its own errors. */
const general: readonly ErrorCode[] = [
  'invalid-request',
  'unauthorized',
  'payload-too-large',
  'unsupported-media-type',
  'file-access-failed',
  'storage-failed',
  'internal-error',
];

/** The error answers of an operation for the description of the API: per status the problem types it can bear. */
export function errorAnswers(route: Route): Record<number, object> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...general, ...route.errors]) {
    const { status } = errorTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => errorTitles[code]).join(' '),
        content: { 'application/problem+json': { schema: problemSchema(status, codes) } },
      },
    ]),
  );
}

const problemSchema = (status: number, codes: readonly ErrorCode[]): object => ({
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', enum: codes.map(problemType) },
    title: { type: 'string' },
    status: { type: 'integer', const: status },
    details: { type: 'object', additionalProperties: true },
  },
});
