import type { LinkMessage, Migration } from '@synchro/sync-core/contract';
import type { LinkCandidate } from '@synchro/sync-core/domain';
import { candidatesOf, isDisplaced, linkOf, linkStatus, otherSince, placesOf } from './links.js';
import type { OpenedDocument, PlaceOf } from './links.js';
import { requireFile, requireMandate } from './lookups.js';
import type { FileRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';

/** Whether a file of a mandate is where the mandate says, and where else it may be. */
export function getLink(
  tx: StoreReader,
  { mandateId, fileId, opened }: { mandateId: string; fileId: string; opened: OpenedDocument | null },
  place: PlaceOf,
): LinkMessage {
  return linkMessage(tx, requireFile(tx, mandateId, fileId), opened, place);
}

/** All files of a mandate that are not where it says, those among them in whose place another lies [N14a]. */
export function getMigration(tx: StoreReader, mandateId: string, place: PlaceOf): Migration {
  requireMandate(tx, mandateId);
  const links = tx.files
    .by('mandateId', mandateId)
    .filter((file) => file.detachedAt === null)
    .filter((file) => linkOf(tx, file).status === 'missing' || isDisplaced(linkOf(tx, file)))
    .map((file) => linkMessage(tx, file, null, place));
  return { links };
}

function linkMessage(
  tx: StoreReader,
  file: FileRecord,
  opened: OpenedDocument | null,
  place: PlaceOf,
): LinkMessage {
  const { id, role, product, path } = file;
  const link = linkOf(tx, file);
  const status = linkStatus(tx, file, opened, place);
  return {
    fileId: id,
    name: place(path).name,
    role,
    product,
    path,
    status,
    since: status === 'other-file' ? otherSince(link) : link.missingSince,
    candidates: candidatesOf(tx, file, opened, place).map((candidate) => ({
      ...candidate,
      reasons: [...candidate.reasons],
      along: movedAlong(tx, file, candidate, place),
    })),
  };
}

/** The other files that lay beside it and may now lie beside where it is. */
function movedAlong(
  tx: StoreReader,
  file: FileRecord,
  { path }: LinkCandidate,
  place: PlaceOf,
): LinkMessage['candidates'][number]['along'] {
  const [from, to] = [place(file.path).folder, place(path).folder];
  if (from === to) return [];
  return tx.files.by('mandateId', file.mandateId).flatMap((other) => {
    const { folder, name } = place(other.path);
    if (other.id === file.id || other.detachedAt !== null || folder !== from) return [];
    const there = placesOf(linkOf(tx, other)).find(
      (candidate) => place(candidate.path).folder === to && place(candidate.path).name === name,
    );
    return there === undefined ? [] : [{ fileId: other.id, name, from: other.path, to: there.path }];
  });
}
