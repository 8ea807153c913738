import type { BigIntStats } from 'node:fs';
import type { Fingerprint } from '@synchro/mandate-service';
import type { FileOrigin } from '@synchro/sync-core/domain';

/** The fingerprint of a file, in numbers that JSON keeps. */
export function fingerprintOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): Fingerprint {
  return {
    size: Number(size),
    modifiedAtMs: milliseconds(mtimeNs),
    inode: safeInode(ino),
    changedAtMs: milliseconds(ctimeNs),
  };
}

/** Where and when a file came into being. A system that does not tell gives 0, or the time of its last change. */
export function originOf({ dev, birthtimeNs }: BigIntStats): FileOrigin {
  return { volume: String(dev), bornAtMs: birthtimeNs > 0n ? milliseconds(birthtimeNs) : null };
}

/** When something in a folder last came, went or was renamed. */
export const folderChangedAtMs = ({ mtimeNs }: BigIntStats): number => milliseconds(mtimeNs);

/** Whether nothing was done to a file between two looks at it; the change time tells what the others do not. */
export function sameState(a: BigIntStats, b: BigIntStats): boolean {
  return a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs;
}

/** To the microsecond: what a double still tells apart today. */
const milliseconds = (nanoseconds: bigint): number => Number(nanoseconds / 1000n) / 1000;

/**
 * Some file systems (ReFS, SMB, ZFS) number their files beyond 2^53, where two of them may round to the same double.
 * The number is only compared, so it is folded: below 2^53 it stays itself, above both halves have a part in it.
 */
function safeInode(ino: bigint): number {
  return Number(ino <= BigInt(Number.MAX_SAFE_INTEGER) ? ino : (ino ^ (ino >> 11n)) & ((1n << 53n) - 1n));
}
