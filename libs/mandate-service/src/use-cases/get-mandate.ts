import type { MandateFileMessage, MandateMessage } from '@synchro/sync-core/contract';
import { parsePeriodFromName } from '@synchro/sync-core/domain';
import type { SourceTrouble } from '@synchro/sync-core/domain';
import { requireMandate } from './lookups.js';
import { linkStatus } from './links.js';
import type { PlaceOf } from './links.js';
import type { FileRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';

/** A mandate with its attached files, as the API tells it. */
export function getMandate(tx: StoreReader, mandateId: string, place: PlaceOf): MandateMessage {
  const { id, name, kind, createdAt } = requireMandate(tx, mandateId);
  const heldBy =
    tx.accountings.by('mandateId', id).find((accounting) => accounting.heldBy !== null)?.heldBy ?? null;
  const files = tx.files
    .by('mandateId', id)
    .filter((file) => file.detachedAt === null)
    .map((file) => fileMessage(tx, file, place));
  return { id, name, kind, createdAt, heldBy, files };
}

/** One attached file, as the API tells it. */
export function fileMessage(tx: StoreReader, file: FileRecord, place: PlaceOf): MandateFileMessage {
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
    link: linkStatus(tx, file, null, place),
  };
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
