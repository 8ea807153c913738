import { SynchroError } from '@synchro/sync-core/contract';
import { compareNumbers, isOneFile, recogniseFile } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import type { FoundPath } from '../files/file-system.js';
import { lookIntoFile } from '../scan/look-into-file.js';
import type { FileRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';
import { identityOf } from './identity.js';
import { linkOf, lookOf, placeOf } from './links.js';
import { attachedAllAt, isAttached, present, recordsAt } from './lookups.js';

/*
 * A file is known by what it is, and its path only says where it was last seen [L13]. So a path that no mandate has
 * may still lead to a file of a mandate: through a linked folder, a mapped drive, or because it was renamed.
 */

type Found = FoundPath & { readonly kind: 'file' };

/**
 * The attached file that lies at a path, by whatever path its mandate has it. A file that cannot be looked at now is
 * compared by what it was known by.
 */
export async function holderOfFile(
  env: Environment,
  path: string,
  { fingerprint, origin }: Found,
): Promise<FileRecord | undefined> {
  const here = { look: fingerprint, origin };
  const candidates = env.store.read((tx) => {
    const atPath = attachedAllAt(tx, path);
    return (atPath.length > 0 ? atPath : withNumber(tx, fingerprint.inode)).map((file) => ({
      file,
      link: linkOf(tx, file),
    }));
  });
  for (const { file, link } of candidates) {
    if (file.path.normalize('NFC') === path.normalize('NFC')) return file;
    const other = await env.files.stat(file.path).catch((cause: unknown) => {
      env.onTrouble(`reading ${file.path}`, cause);
      return null;
    });
    const isSame =
      other?.kind === 'file'
        ? isOneFile(here, { look: other.fingerprint, origin: other.origin })
        : other === null && compareNumbers(link, here) === 'same';
    if (isSame) return file;
  }
  return undefined;
}

/** Attached files that had this number when they were last seen, and those that were never looked at. */
const withNumber = (tx: StoreReader, inode: number): readonly FileRecord[] =>
  tx.files.all().filter((file) => {
    if (file.detachedAt !== null) return false;
    const look = lookOf(tx, file);
    return look === null || look.inode === inode;
  });

/** @throws {SynchroError} `already-in-mandate` naming the holder, as long as the file is attached to it [L13] */
export function refuseHolder(tx: StoreReader, path: string, holder: FileRecord | undefined): void {
  if (holder === undefined || !isAttached(tx, holder.id)) return;
  const { id, name } = present(tx.mandates.get(holder.mandateId), 'the holding mandate');
  throw new SynchroError('already-in-mandate', { path, mandate: id, name });
}

/**
 * The accounting file that a mandate had before and that is now at this path: the one of this path, else one whose
 * number and birth, or whose content, proves that it is the same [L6]. Of several, the one that was detached last.
 */
export async function formerAccountingFile(
  env: Environment,
  path: string,
  found: Found,
): Promise<FileRecord | undefined> {
  const former = env.store.read((tx) =>
    tx.files
      .all()
      .filter(({ role, detachedAt }) => role === 'accounting' && detachedAt !== null)
      .toSorted((a, b) => ((a.detachedAt ?? '') < (b.detachedAt ?? '') ? 1 : -1))
      .map((file) => ({
        file,
        link: linkOf(tx, file),
        identity: identityOf(tx, file, env.files.nameOf(path)),
      })),
  );
  const ids = env.store.read((tx) => new Set(recordsAt(tx, path).map(({ id }) => id)));
  const atPath = former.find(({ file }) => ids.has(file.id));
  if (atPath !== undefined) return atPath.file;
  const here = { look: found.fingerprint, origin: found.origin };
  const byNumber = former.find(({ link }) => compareNumbers(link, here) === 'same');
  if (byNumber !== undefined) return byNumber.file;

  const alike = former.filter(({ link }) => link.sketch?.size === found.fingerprint.size);
  if (alike.length === 0) return undefined;
  const inner = await lookIntoFile(env, path, found.fingerprint, false);
  const traits = { place: placeOf(env.files)(path), documentId: null, carriedId: null, ...here };
  for (const { file, identity } of alike) {
    const candidate = recogniseFile(identity, { ...traits, sketch: inner?.sketch ?? null });
    // While the original is in its place, this one is a copy [L4].
    if (candidate?.certainty === 'certain' && !(await isThere(env, file.path))) return file;
  }
  return undefined;
}

/** A file that cannot be looked at may be there. */
const isThere = (env: Environment, path: string): Promise<boolean> =>
  env.files.stat(path).then(
    (found) => found?.kind === 'file',
    (cause: unknown) => {
      env.onTrouble(`reading ${path}`, cause);
      return true;
    },
  );
