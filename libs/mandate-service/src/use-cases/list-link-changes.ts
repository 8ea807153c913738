import type { LinkChange, LinkChangeList } from '@synchro/sync-core/contract';
import { requireMandate } from './lookups.js';
import type { LinkChangeRecord, LinkMove } from '../store/records.js';
import type { StoreReader } from '../store/store.js';

/** The corrections of a mandate's links, newest first [L10]. */
export function listLinkChanges(
  tx: StoreReader,
  mandateId: string,
  nameOf: (path: string) => string,
): LinkChangeList {
  requireMandate(tx, mandateId);
  return { items: changesOf(tx, mandateId).map((change) => linkChangeMessage(tx, change, nameOf)) };
}

/** A correction, as the API tells it. */
export function linkChangeMessage(
  tx: StoreReader,
  change: LinkChangeRecord,
  nameOf: (path: string) => string,
): LinkChange {
  const { id, at, kind, moves, undoneAt } = change;
  return {
    id,
    at,
    kind,
    moves: moves.map(({ fileId, from, to }) => ({ fileId, name: nameOf(to), from, to })),
    undoneAt,
    undoPossible: isUndoPossible(tx, change),
  };
}

/** The corrections of a mandate's links, newest first. */
export const changesOf = (tx: StoreReader, mandateId: string): readonly LinkChangeRecord[] =>
  tx.linkChanges.by('mandateId', mandateId).toSorted((a, b) => b.sequence - a.sequence);

export const isUndoPossible = (tx: StoreReader, change: LinkChangeRecord): boolean =>
  change.undoneAt === null && outdatedMoves(tx, change).length === 0;

/**
 * What of a correction no longer holds: the file is detached, is elsewhere by now, or was corrected again – also back
 * to the same path, or what was undone would not be what that later correction says.
 */
export function outdatedMoves(tx: StoreReader, change: LinkChangeRecord): readonly LinkMove[] {
  const later = new Set(
    changesOf(tx, change.mandateId)
      .filter(({ sequence, undoneAt }) => sequence > change.sequence && undoneAt === null)
      .flatMap(({ moves }) => moves.map(({ fileId }) => fileId)),
  );
  return change.moves.filter(({ fileId, to }) => {
    const file = tx.files.get(fileId);
    return file?.path !== to || file.detachedAt !== null || later.has(fileId);
  });
}
