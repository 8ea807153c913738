import { CallError } from '@synchro/sync-core/client';
import type { ErrorCode } from '../contract-types.js';
import type { Texts } from '../messages/console-texts.js';

/** Refusals that are about the file that was named; the others are about the whole. */
const OF_PATH: ReadonlySet<ErrorCode | null> = new Set<ErrorCode>([
  'path-not-absolute',
  'path-not-found',
  'not-an-accounting-file',
  'not-a-chart',
  'not-a-document',
  'file-type-unknown',
  'not-listed',
  'already-in-mandate',
]);

/** What is wrong with the file that was named; `null` where the refusal is about something else. */
export function pathProblem(error: unknown, { t, explain }: Pick<Texts, 't' | 'explain'>): string | null {
  if (!(error instanceof CallError) || !OF_PATH.has(error.code)) return null;
  const { name } = error.details;
  if (error.code === 'already-in-mandate' && typeof name === 'string') return t('file-field.held', { name });
  return explain(error);
}
