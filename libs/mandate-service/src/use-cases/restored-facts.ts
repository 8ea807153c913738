import type { Instant, RestoredFacts } from '@synchro/sync-core/domain';
import { changesOf, isUndoPossible } from './list-link-changes.js';
import type { OpenedDocument } from './links.js';
import type { FileRecord, LinkChangeRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';

/** How long a restored link is told, so that a mistake is noticed and can be taken back where it was made. */
export const TOLD_FOR_MS = 10 * 60_000;

/** The correction that restored the link of the document that a program has open in its place, as long as it is told [L10a]. */
export function restoredFacts(
  tx: StoreReader,
  { file, opened }: { readonly file: FileRecord; readonly opened: OpenedDocument },
  { nameOf, now }: { readonly nameOf: (path: string) => string; readonly now: Instant },
): RestoredFacts | null {
  if (opened.path.normalize('NFC') !== file.path.normalize('NFC')) return null;
  const change = changesOf(tx, file.mandateId).find(
    ({ kind, undoneAt, moves }) =>
      kind === 'restored' && undoneAt === null && moves.some(({ fileId }) => fileId === file.id),
  );
  if (change === undefined || !isTold(change, now) || !isUndoPossible(tx, change)) return null;
  return { fileId: file.id, name: nameOf(file.path), changeId: change.id, since: change.at };
}

/** Whether it is told still; state alone does not change when that is over. */
export const isTold = ({ kind, undoneAt, at }: LinkChangeRecord, now: Instant): boolean =>
  kind === 'restored' && undoneAt === null && Date.parse(now) - Date.parse(at) < TOLD_FOR_MS;
