import type { SynchroClient } from '@synchro/sync-core/client';
import { journalRows } from './journal-rows.js';
import type { JournalRow, PostedItem } from './journal-rows.js';

/** What one posting wrote; never changes, so it is read once. */
export interface PostedBlock {
  readonly id: string;
  readonly entries: number;
  readonly rows: readonly JournalRow[];
}

/** Reads the journal from what the service says was posted and not un-posted, oldest first. */
export function createJournalReader(client: SynchroClient) {
  const known = new Map<string, PostedBlock>();

  async function read(mandateId: string, postingId: string): Promise<PostedBlock> {
    const items: PostedItem[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(mandateId, postingId, cursor);
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return { id: postingId, entries: items.length, rows: journalRows(items) };
  }

  const pageOf = (mandateId: string, postingId: string, cursor: string | null) =>
    client.call('getPosting', {
      params: { mandateId, postingId },
      query: { limit: 1000, ...(cursor === null ? {} : { cursor }) },
    });

  return async (mandateId: string, accountingFile: string): Promise<readonly PostedBlock[]> => {
    const { items } = await client.call('listPostings', { params: { mandateId }, query: { accountingFile } });
    const standing = items.filter(({ undoneAt }) => undoneAt === null).reverse();
    const blocks: PostedBlock[] = [];
    for (const { id } of standing) {
      const block = known.get(id) ?? (await read(mandateId, id));
      known.set(id, block);
      blocks.push(block);
    }
    return blocks;
  };
}
