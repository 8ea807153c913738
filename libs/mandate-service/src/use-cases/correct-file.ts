import { SynchroError } from '@synchro/sync-core/contract';
import type { CorrectFile } from '@synchro/sync-core/contract';
import type { StoreTransaction } from '../store/store.js';
import { linkOf } from './links.js';
import { requireEntryFile, requireFile } from './lookups.js';

/**
 * A person says which program writes an entry file – banking and assets write `.ecf` too –, or which entry file the
 * program of a document writes.
 * @throws {SynchroError} `mandate-not-found`, `file-not-found` also for what is no entry file, `not-a-document` where the
 *   file's role has nothing of the kind, `invalid-request` for the accounting as a writer
 */
export function correctFile(
  tx: StoreTransaction,
  mandateId: string,
  fileId: string,
  { product, entryFile }: CorrectFile,
): void {
  const file = requireFile(tx, mandateId, fileId);
  const isWrongRole =
    (product !== undefined && file.role !== 'entries') ||
    (entryFile !== undefined && file.role !== 'document');
  if (isWrongRole) throw new SynchroError('not-a-document', { file: file.id, role: file.role });
  if (product === 'compta')
    throw new SynchroError('invalid-request', {
      field: 'product',
      reason: 'the accounting writes no entry file',
    });
  if (product !== undefined) tx.files.put({ ...file, product });
  if (entryFile === undefined) return;
  if (entryFile !== null) requireEntryFile(tx, mandateId, entryFile);
  tx.links.put({ ...linkOf(tx, file), entryFileId: entryFile });
}
