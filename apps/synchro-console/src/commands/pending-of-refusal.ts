import { CallError } from '@synchro/sync-core/client';

/**
 * How many entries wait by now, where a command is refused because they are others than was shown; `null` where that is
 * not the reason, or not told.
 */
export function pendingOfRefusal(error: unknown): number | null {
  if (!(error instanceof CallError) || error.code !== 'revision-outdated') return null;
  const { pending } = error.details;
  if (typeof pending === 'number') return pending;
  if (typeof pending !== 'object' || pending === null) return null;
  const counts = Object.values(pending).filter((count): count is number => typeof count === 'number');
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}
