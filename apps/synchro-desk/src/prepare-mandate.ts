import type { Snapshot, SynchroClient } from '@synchro/sync-core/client';

type Status = Snapshot<'streamStatus'>;

/** How long the agent may take to find the files that lie before its nose. */
const PATIENCE_MS = 20_000;

export interface DemoAccounting {
  /** Absolute path of the accounting file. */
  readonly path: string;
  readonly name: string;
  /** How many entries its files hold at the beginning. */
  readonly entries: number;
}

/**
 * Makes the mandate known to the agent and takes the year so far into the books, so that the journal is that
 * of a company at work. A mandate that is already there (`--keep`) stays as it is.
 */
export async function prepareMandate(
  client: SynchroClient,
  { path, name, entries }: DemoAccounting,
): Promise<void> {
  const { items } = await client.call('listMandates');
  if (items.some(({ files }) => files.some((file) => file.path === path))) return;

  const mandate = await client.call('createMandate', { body: { name, accountingFile: path } });
  const params = { mandateId: mandate.id };
  const { revision } = await statusWhen(client, path, ({ pending }) => pending.new >= entries);
  const posting = await client.call('createPosting', {
    params,
    body: { revision, entries: 'all' },
    idempotencyKey: 'the-year-so-far',
  });
  await client.call('confirmArrival', { params: { ...params, postingId: posting.id } });
}

/** Un-posts what was posted since the year so far, newest first; what cannot be un-posted stays. */
export async function unpostAll(client: SynchroClient, path: string): Promise<void> {
  const { mandate, file } = await client.call('getStatus', { query: { product: 'compta', path } });
  if (mandate === null || file === null) return;
  const params = { mandateId: mandate.id };
  const { items } = await client.call('listPostings', { params, query: { accountingFile: file.id } });
  const standing = items.filter(({ undoneAt }) => undoneAt === null);
  for (const { id } of standing.slice(0, -1)) {
    await client.call('deletePosting', { params: { ...params, postingId: id } });
  }
}

/** The first status that satisfies; reads the stream, so nothing is asked over and over. */
function statusWhen(
  client: SynchroClient,
  path: string,
  satisfies: (status: Status) => boolean,
): Promise<Status> {
  return new Promise((resolve, reject) => {
    const stream = client.watch(
      'streamStatus',
      { query: { product: 'compta', path } },
      {
        onSnapshot: (status) => {
          if (satisfies(status)) finish(() => resolve(status));
        },
        onConnection: () => undefined,
      },
    );
    const finish = (settle: () => void) => {
      clearTimeout(patience);
      stream.stop();
      settle();
    };
    const patience = setTimeout(
      () => finish(() => reject(new Error('The agent did not take in the demonstration files.'))),
      PATIENCE_MS,
    );
  });
}
