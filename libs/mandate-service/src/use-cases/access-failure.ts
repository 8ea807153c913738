import { SynchroError } from '@synchro/sync-core/contract';
import { accessProblemOf, pathOfError } from '../files/file-access-error.js';
import type { Handlers } from '../handlers.js';

/**
 * Runs a user's operation; where the file system refuses it, the answer names the path and the reason [W8].
 * @throws {SynchroError} `file-access-failed`; every other error as it is
 */
export async function orAccessFailure<T>(run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    const path = pathOfError(cause);
    const reason = accessProblemOf(cause);
    if (cause instanceof SynchroError || path === null || reason === 'failed') throw cause;
    throw new SynchroError('file-access-failed', { path, reason }, { cause });
  }
}

/** The same for each of the service's operations. */
export function withAccessFailures(handlers: Handlers): Handlers {
  const wrapped = Object.entries(handlers).map(([operation, handle]) => [
    operation,
    (request: never) => orAccessFailure(() => (handle as (request: never) => unknown)(request)),
  ]);
  return Object.fromEntries(wrapped) as Handlers;
}
