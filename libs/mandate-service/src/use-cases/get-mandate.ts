import type { MandateFileMessage, MandateMessage } from '@synchro/sync-core/contract';
import { parsePeriodFromName, totalPending } from '@synchro/sync-core/domain';
import type { PendingCounts, SourceTrouble } from '@synchro/sync-core/domain';
import { accountingsOf, holderOf, requireMandate } from './lookups.js';
import { linkOf, linkStatus } from './links.js';
import type { PlaceOf } from './links.js';
import { pendingCounts } from './pending-counts.js';
import type { FileRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';

/** What is told of files beside what is stored of them. */
export interface FileContext {
  readonly place: PlaceOf;
  /** How this machine calls itself. */
  readonly machine: string;
}

/** A mandate with its attached files, as the API tells it. */
export function getMandate(tx: StoreReader, mandateId: string, context: FileContext): MandateMessage {
  const { id, name, kind, createdAt } = requireMandate(tx, mandateId);
  const heldBy =
    accountingsOf(tx, id)
      .map(holderOf)
      .find((one) => one !== null) ?? null;
  const files = tx.files
    .by('mandateId', id)
    .filter((file) => file.detachedAt === null)
    .map((file) => fileMessage(tx, file, context));
  return { id, name, kind, createdAt, heldBy, files };
}

/** One attached file, as the API tells it. */
export function fileMessage(
  tx: StoreReader,
  file: FileRecord,
  { place, machine }: FileContext,
): MandateFileMessage {
  const source = tx.sources.get(file.id);
  const { name } = place(file.path);
  return {
    id: file.id,
    role: file.role,
    product: file.product,
    path: file.path,
    name,
    attachedAt: file.attachedAt,
    period: tx.accountings.get(file.id)?.period ?? parsePeriodFromName(name),
    trouble: source === undefined ? null : troubleMessage(source.trouble),
    lastTakenInAt: source?.takenInAt ?? null,
    pending: waitingOf(tx, file),
    entryFile: entryFileOf(tx, file),
    machine,
    link: linkStatus(tx, file, null, place),
  };
}

/** The entry file that a document's program writes, while it is attached. */
export function entryFileOf(tx: StoreReader, file: FileRecord): string | null {
  const { entryFileId } = linkOf(tx, file);
  const entryFile = entryFileId === null ? undefined : tx.files.get(entryFileId);
  return entryFile?.detachedAt === null ? entryFile.id : null;
}

/** How many entries wait in an accounting file, or of an entry file; of a document those that its program wrote. */
export const waitingOf = (tx: StoreReader, file: FileRecord): number => totalPending(waitingCounts(tx, file));

/** The same by what became of them. */
export function waitingCounts(tx: StoreReader, file: FileRecord): PendingCounts {
  if (file.role === 'accounting') return pendingCounts(tx, file.id).counts;
  const sourceId = file.role === 'entries' ? file.id : entryFileOf(tx, file);
  const tallies = accountingsOf(tx, file.mandateId).flatMap(({ id }) => tx.pending.tally(id));
  const counts = { new: 0, changed: 0, deleted: 0 };
  for (const tally of tallies) if (tally.sourceId === sourceId) counts[tally.change] += tally.count;
  return counts;
}

/** The contract's message of a trouble: the same facts, in arrays that the receiver owns. */
export function troubleMessage(trouble: SourceTrouble | null): MandateFileMessage['trouble'] {
  if (trouble === null) return null;
  switch (trouble.kind) {
    case 'missing':
      return { ...trouble };
    case 'unreadable':
      return { ...trouble, problems: [...trouble.problems] };
    case 'suspect':
      return { ...trouble, reasons: [...trouble.reasons] };
  }
}
