import type { ReadProblem } from '@synchro/sync-core/domain';
import { accessProblemOf } from './file-access-error.js';
import { FileTooLargeError } from './file-size-limits.js';

/** Why a file could not be read at all, as a problem of the file as a whole (line 0). */
export function readProblemOf(cause: unknown): ReadProblem {
  const sizes = cause instanceof FileTooLargeError ? { size: cause.size, maxSize: cause.maxBytes } : {};
  return { code: accessProblemOf(cause), line: 0, column: 0, ...sizes };
}
