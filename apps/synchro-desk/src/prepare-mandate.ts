import type { Snapshot, SynchroClient } from '@synchro/sync-core/client';
import type { OpenDocument, Program } from './acts.js';

type Status = Snapshot<'streamStatus'>;

/** How long the agent may take to find the files that lie before its nose. */
const PATIENCE_MS = 20_000;

/** Where a file of the demonstration lies at the beginning; `null`: it is none of them. */
export type HomeOf = (path: string) => string | null;

export interface DemoAccounting {
  /** Absolute path of the accounting file. */
  readonly path: string;
  readonly name: string;
  /** How many entries its files hold at the beginning. */
  readonly entries: number;
}

/**
 * Makes the mandate known to the agent and takes the year so far into the books. A mandate that is already there
 * (`--keep`) stays as it is, but for its files, which are at home again.
 * @returns the mandate's id
 */
export async function prepareMandate(
  client: SynchroClient,
  accounting: DemoAccounting,
  homeOf: HomeOf,
): Promise<string> {
  const { path, name } = accounting;
  const known = await findMandate(client, path, homeOf);
  if (known !== null) {
    await linkToHome(client, known, homeOf);
    return known;
  }

  const { id } = await client.call('createMandate', { body: { name, accountingFile: path } });
  await bookYear(client, id, accounting);
  return id;
}

/** Takes the year so far into the books, so that the journal is that of a company at work. */
export async function bookYear(
  client: SynchroClient,
  mandateId: string,
  { path, entries }: Pick<DemoAccounting, 'path' | 'entries'>,
): Promise<void> {
  const params = { mandateId };
  const { revision } = await statusWhen(client, path, ({ pending }) => pending.new >= entries);
  const posting = await client.call('createPosting', {
    params,
    body: { revision, entries: 'all' },
    idempotencyKey: 'the-year-so-far',
  });
  await client.call('confirmArrival', { params: { ...params, postingId: posting.id } });
}

/** The mandate of this accounting, wherever the service believes that it lies. */
async function findMandate(client: SynchroClient, path: string, homeOf: HomeOf): Promise<string | null> {
  const { items } = await client.call('listMandates');
  return items.find(({ files }) => files.some((file) => homeOf(file.path) === path))?.id ?? null;
}

/** Has the service know the mandate as at the beginning: its files at home, nothing posted since the year so far. */
export async function resetMandate(client: SynchroClient, path: string, homeOf: HomeOf): Promise<void> {
  const mandateId = await findMandate(client, path, homeOf);
  if (mandateId === null) return;
  await linkToHome(client, mandateId, homeOf);
  await unpostAll(client, path);
}

/**
 * Has the mandate refer to its files where they lay at the beginning, and lie again: a user may have migrated it to
 * where they were meanwhile. It need not wait until the service has found them there, because it knows.
 */
async function linkToHome(client: SynchroClient, mandateId: string, homeOf: HomeOf): Promise<void> {
  const params = { mandateId };
  const { files } = await client.call('getMandate', { params });
  const taken = new Set(files.map(({ path }) => path));
  const moves: { fileId: string; from: string; path: string; adopt: boolean }[] = [];
  for (const { id, path: from } of files) {
    const path = homeOf(from);
    if (path === null || taken.has(path)) continue; // A copy that was attached too: the place is its original's.
    taken.add(path);
    moves.push({ fileId: id, from, path, adopt: true });
  }
  if (moves.length > 0) await client.call('migrate', { params, body: { moves } });
}

/**
 * Attaches the documents of invoicing and payroll; which entry file each one feeds follows from their names.
 * @throws CallError if one cannot be attached; one that is attached already is left as it is
 */
export async function attachDocuments(
  client: SynchroClient,
  mandateId: string,
  documents: Readonly<Record<Program, OpenDocument>>,
): Promise<void> {
  const params = { mandateId };
  const { files } = await client.call('getMandate', { params });
  for (const [program, product] of [
    ['invoicing', 'facturation'],
    ['payroll', 'salaires'],
  ] as const) {
    const { path, id } = documents[program];
    if (files.some((file) => file.path === path)) continue;
    const body = { product, path, ...(id === null ? {} : { documentId: id }) };
    await client.call('attachFile', { params, body });
  }
}

/** Un-posts what was posted since the year so far, newest first; what cannot be un-posted stays. */
async function unpostAll(client: SynchroClient, path: string): Promise<void> {
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
