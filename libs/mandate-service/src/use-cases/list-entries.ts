import { SynchroError } from '@synchro/sync-core/contract';
import type { EntryPage, EntryQuery } from '@synchro/sync-core/contract';
import type { EntryProblem } from '@synchro/sync-core/domain';
import { blockOf, present, problemsOf, requireAccounting } from './lookups.js';
import { entryItem } from './messages.js';
import type { StoreReader } from '../store/store.js';

/**
 * One page of what waits in an accounting file.
 * @throws {SynchroError} `invalid-request` for a cursor that no page gave
 */
export function listEntries(
  tx: StoreReader,
  mandateId: string,
  query: EntryQuery,
  nameOf: (path: string) => string,
): EntryPage {
  const accounting = requireAccounting(tx, mandateId, query.accountingFile);
  const sources = new Map<
    string,
    { readonly fileId: string; readonly name: string; readonly block: EntryProblem | null }
  >();
  const sourceOf = (fileId: string) => {
    let source = sources.get(fileId);
    if (source === undefined) {
      const { path } = present(tx.files.get(fileId), `file ${fileId}`);
      source = { fileId, name: nameOf(path), block: blockOf(tx.sources.get(fileId)) };
      sources.set(fileId, source);
    }
    return source;
  };
  const { items, nextCursor } = pageOf(tx, accounting.id, query);
  return {
    revision: accounting.revision,
    items: items.map((pending) => {
      const { fileId, name, block } = sourceOf(pending.sourceId);
      return entryItem(pending, { fileId, name }, problemsOf(pending, block));
    }),
    nextCursor,
  };
}

function pageOf(tx: StoreReader, accountingFileId: string, { change, cursor, limit }: EntryQuery) {
  try {
    return tx.pending.page({
      accountingFileId,
      limit,
      ...(change === undefined ? {} : { change }),
      ...(cursor === undefined ? {} : { after: cursor }),
    });
  } catch (error) {
    if (error instanceof RangeError)
      throw new SynchroError('invalid-request', { field: 'cursor', reason: 'no page gave this cursor' });
    throw error;
  }
}
