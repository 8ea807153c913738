import type { Change, PendingCounts } from './model.js';

/** Counts entries, not lines: a compound is one, whatever its lines (manual, *Compter les écritures*). */
export function countPending(items: Iterable<{ readonly change: Change }>): PendingCounts {
  const counts = { new: 0, changed: 0, deleted: 0 };
  for (const { change } of items) counts[change] += 1;
  return counts;
}

export function totalPending(counts: PendingCounts): number {
  return counts.new + counts.changed + counts.deleted;
}
