import { SynchroError } from '@synchro/sync-core/contract';

/**
 * A mandate's name without the blanks around it.
 * @throws {SynchroError} `invalid-request` where nothing is left
 */
export function requireName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new SynchroError('invalid-request', { field: 'name', reason: 'it is blank' });
  return trimmed;
}
