import { totalPending } from './count-pending.js';
import type { EntryProblem } from './model.js';
import type { DocumentFacts, EntriesFacts, Notification } from './notification.js';

/**
 * What the program that writes a document is told of its own entries [N16–N18]: what has become of them is the
 * accountant's doing, and what keeps them from being posted is put right here.
 */
export function* ownEntries({ entries, product }: DocumentFacts): Iterable<Notification> {
  if (entries === null) return;
  yield* waiting(entries);
  yield* problems(entries);
  if (product === 'salaires') yield* locked(entries);
}

/** [N16] Where all of them have problems, that is what is said of them. */
function* waiting({ fileId, waiting: counts, withProblems, since }: EntriesFacts): Iterable<Notification> {
  if (totalPending(counts) <= withProblems) return;
  if (since === null) throw new RangeError('Entries wait, but not since when.');
  const cause = { kind: 'entries-waiting', fileId, counts } as const;
  yield { id: `entries-waiting:${fileId}`, severity: 'information', action: 'show-entries', since, ...cause };
}

/** [N17] */
function* problems({ fileId, withProblems, problems, since }: EntriesFacts): Iterable<Notification> {
  const [first, ...others] = byFrequency(problems);
  if (first === undefined || withProblems === 0) return;
  if (since === null) throw new RangeError('Entries wait, but not since when.');
  const cause = { kind: 'entries-problems', fileId, count: withProblems, first } as const;
  yield {
    id: `entries-problems:${fileId}`,
    severity: 'warning',
    action: 'show-entries',
    since,
    ...cause,
    others: others.length,
  };
}

/** [N18] Payroll alone locks what is posted: a salary that changes behind the accounting's back is a wrong one. */
function* locked({ fileId, posted, lastPostedAt }: EntriesFacts): Iterable<Notification> {
  if (posted === 0) return;
  if (lastPostedAt === null) throw new RangeError('Entries are posted, but not since when.');
  const cause = { kind: 'entries-locked', fileId, count: posted } as const;
  yield {
    id: `entries-locked:${fileId}`,
    severity: 'information',
    action: 'show-entries',
    since: lastPostedAt,
    ...cause,
  };
}

/** The different problems, the one that most entries have first; of equally many, the one that comes first. */
function byFrequency(entries: EntriesFacts['problems']): readonly EntryProblem[] {
  const counted = new Map<string, { readonly problem: EntryProblem; entries: number }>();
  for (const ofEntry of entries) {
    const own = new Set<string>();
    for (const problem of ofEntry) {
      const said = saidOf(problem);
      if (own.has(said)) continue;
      own.add(said);
      const known = counted.get(said);
      if (known === undefined) counted.set(said, { problem, entries: 1 });
      else known.entries += 1;
    }
  }
  // Sorting is stable, so equally many stay in the order of the entries.
  return [...counted.values()].sort((a, b) => b.entries - a.entries).map(({ problem }) => problem);
}

/** Equal for two problems that say the same; the line of an entry that they are on is no difference. */
function saidOf(problem: EntryProblem): string {
  const subject =
    'account' in problem
      ? problem.account
      : 'vatCode' in problem
        ? problem.vatCode
        : 'date' in problem
          ? problem.date
          : 'character' in problem
            ? problem.character
            : '';
  return `${problem.code}\n${subject}`;
}
