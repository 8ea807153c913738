import { entryExamples, manyEntries } from '@synchro/sync-react/examples';
import { CallError } from '@synchro/sync-core/client';

/** What the service answers about what waits, in each state of the posting dialog. */
export const postingExamples = {
  entries: () => ({ revision: 7, items: entryExamples, nextCursor: null }),
  thousands: () => ({ revision: 7, items: manyEntries(2_000), nextCursor: null }),
  nothing: () => ({ revision: 7, items: [], nextCursor: null }),
  loading: () => new Promise(() => undefined),
  failed: () => {
    throw new CallError('internal-error', 500, '', {});
  },
} as const satisfies Record<string, () => unknown>;
