import { SynchroError } from '@synchro/sync-core/contract';
import type { AccessProblem } from '@synchro/sync-core/domain';

/** A file system refused a call, or did not answer it. `path` is what the refusal concerns, `reason` why. */
export class FileAccessError extends Error {
  override readonly name = 'FileAccessError';
  readonly path: string;
  readonly reason: AccessProblem;

  constructor(path: string, reason: AccessProblem, options?: ErrorOptions) {
    super(`${path}: ${reason}`, options);
    this.path = path;
    this.reason = reason;
  }
}

/** Classifies whatever a check of the file system or the store threw. */
export function accessProblemOf(cause: unknown): AccessProblem {
  if (cause instanceof FileAccessError) return cause.reason;
  if (cause instanceof SynchroError && cause.code === 'storage-failed')
    return cause.details['reason'] === 'SQLITE_FULL' ? 'disk-full' : 'storage-failed';
  return problemOfCode.get(codeOf(cause)) ?? 'failed';
}

/** The path that an error names, `null` where it names none. */
export function pathOfError(cause: unknown): string | null {
  if (!(cause instanceof Error) || !('path' in cause)) return null;
  return typeof cause.path === 'string' ? cause.path : null;
}

/** Whether the file system refused, as opposed to a mistake of ours. */
export const isAccessError = (cause: unknown): boolean => accessProblemOf(cause) !== 'failed';

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

/** By the names that POSIX gives and Node uses on every system. */
const problemOfCode: ReadonlyMap<string, AccessProblem> = new Map([
  ['EACCES', 'no-access'],
  ['EPERM', 'no-access'],
  ['EROFS', 'no-access'],
  ['EBUSY', 'busy'],
  ['ETXTBSY', 'busy'],
  ['EAGAIN', 'busy'],
  ['EDEADLK', 'busy'],
  ['EIO', 'io-error'],
  ['ENXIO', 'io-error'],
  ['ENODEV', 'io-error'],
  ['ESTALE', 'io-error'],
  ['UNKNOWN', 'io-error'],
  ['ETIMEDOUT', 'not-responding'],
  ['EHOSTDOWN', 'not-responding'],
  ['EHOSTUNREACH', 'not-responding'],
  ['ENETUNREACH', 'not-responding'],
  ['EMFILE', 'out-of-handles'],
  ['ENFILE', 'out-of-handles'],
  ['ENOMEM', 'out-of-handles'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'too-large'],
]);
