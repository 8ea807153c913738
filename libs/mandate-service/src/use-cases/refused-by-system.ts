import { SynchroError } from '@synchro/sync-core/contract';

/** @throws {SynchroError} `folder-not-allowed` where the system refuses it to the service */
export async function orNotAllowed<T>(path: string, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (cause) {
    if (isRefusal(cause)) throw new SynchroError('folder-not-allowed', { path });
    throw cause;
  }
}

/** @throws every other error */
export function nullIfRefused(cause: unknown): null {
  if (isRefusal(cause)) return null;
  throw cause;
}

const isRefusal = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'EACCES' || cause.code === 'EPERM');
