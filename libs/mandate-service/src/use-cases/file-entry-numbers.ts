import { knownVersion } from './version-reader.js';
import type { VersionReader } from './version-reader.js';
import type { PendingRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';

/**
 * The numbers of pending entries' lines as the version last taken in has them [F2], by the entries' ids. They are looked
 * up there and not in the entries: these stay as they are while a version merely numbers anew [C1].
 *
 * Identical bookings share their content; of theirs, those that are posted have the numbers that they were given
 * [C3a, C4], and the others get what is left, in their order.
 */
export function numbersOfPending(
  tx: StoreReader,
  versions: VersionReader,
  sourceId: string,
  pending: readonly PendingRecord[],
): ReadonlyMap<string, readonly number[]> {
  const inVersion = new Map<string, (readonly number[])[]>();
  for (const { content } of pending) if (content !== null) inVersion.set(content, []);
  if (inVersion.size === 0) return new Map();
  for (const { content, numbers } of knownVersion(tx, versions, sourceId)?.entries ?? [])
    inVersion.get(content)?.push(numbers);

  const identical = new Map([...inVersion].filter(([, numbers]) => numbers.length > 1));
  const ofIdentical =
    identical.size === 0 ? new Map<string, readonly number[]>() : shareOut(tx, sourceId, identical);
  return new Map(
    pending.map(({ id, content }) => [
      id,
      content === null ? [] : (ofIdentical.get(id) ?? inVersion.get(content)?.[0] ?? []),
    ]),
  );
}

/** Gives what no posted entry has to the pending ones, in their order. */
function shareOut(
  tx: StoreReader,
  sourceId: string,
  identical: ReadonlyMap<string, readonly (readonly number[])[]>,
): ReadonlyMap<string, readonly number[]> {
  const free = new Map([...identical].map(([content, all]) => [content, [...all]]));
  for (const { content, numbers } of tx.posted.keys(sourceId)) {
    const left = free.get(content);
    const at = left?.findIndex((some) => some.join() === numbers.join()) ?? -1;
    if (at >= 0) left?.splice(at, 1);
  }
  const shared = new Map<string, readonly number[]>();
  const inOrder = tx.pending.keys(sourceId).sort((a, b) => a.occurrence - b.occurrence);
  for (const { id, content } of inOrder) {
    const next = content === null ? undefined : free.get(content)?.shift();
    if (next !== undefined) shared.set(id, next);
  }
  return shared;
}
