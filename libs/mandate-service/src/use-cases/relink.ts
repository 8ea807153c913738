import { sameFileName } from '@synchro/cresus-files';
import { SynchroError } from '@synchro/sync-core/contract';
import type { FileSystem } from '../files/file-system.js';
import { linkOf } from './links.js';
import { accountingsOf, attachedAllAt, holderOf, present } from './lookups.js';
import type { FileRecord, LinkMove, LinkRecord, SourceRecord } from '../store/records.js';
import type { StoreReader, StoreTransaction } from '../store/store.js';

/**
 * Makes the mandate refer to a file at another path; its `.ecc`, if one lists it under another name, is corrected by
 * the scans that follow [L11].
 * @param known what it is known by from now on
 */
export function relink(
  tx: StoreTransaction,
  { nameOf }: Pick<FileSystem, 'nameOf'>,
  file: FileRecord,
  path: string,
  known: Partial<LinkRecord>,
): void {
  const name = nameOf(file.path);
  const source = tx.sources.get(file.id);
  tx.files.put({ ...file, path });
  tx.links.put({
    ...linkOf(tx, file),
    status: 'there',
    missingSince: null,
    otherDocumentSince: null,
    otherFile: null,
    foundByPerson: [],
    candidates: [],
    ...known,
  });
  // Also where the name went back and forth: how far the `.ecc` came meanwhile, only reading it tells.
  if (source !== undefined && sameFileName(name, nameOf(path)) !== 'exact')
    tx.sources.put({ ...source, listedAs: name });
}

/**
 * What has to hold after files were moved; a refusal undoes the whole transaction.
 * @param besideIn the mandate whose entry files have to lie beside the accounting; `null` where they go back to where
 *   they were, whatever that was
 * @throws {SynchroError} `already-in-mandate` naming the holder, `not-beside-accounting`, `held-elsewhere`
 */
export function requireMoved(
  tx: StoreReader,
  files: Pick<FileSystem, 'folderOf' | 'nameOf'>,
  { moves, besideIn }: { readonly moves: readonly LinkMove[]; readonly besideIn: string | null },
): void {
  for (const { fileId, to } of moves) requireAlone(tx, fileId, to);
  for (const { fileId, from, to } of moves)
    if (sameFileName(files.nameOf(from), files.nameOf(to)) !== 'exact') requireKept(tx, fileId);
  if (besideIn !== null) requireBeside(tx, files, besideIn, moves);
}

/** @throws {SynchroError} `already-in-mandate` if another attached file is there, naming its mandate */
export function requireAlone(
  tx: StoreReader,
  fileId: string,
  path: string,
  leaving: ReadonlySet<string> = new Set(),
): void {
  const holder = attachedAllAt(tx, path).find(({ id }) => id !== fileId && !leaving.has(id));
  if (holder === undefined) return;
  const { id, name } = present(tx.mandates.get(holder.mandateId), 'the holding mandate');
  throw new SynchroError('already-in-mandate', { path, mandate: id, name });
}

/** The `.ecc` that lists the file is corrected by the machine that keeps the mandate, and by no other [L12]. */
function requireKept(tx: StoreReader, fileId: string): void {
  const source = tx.sources.get(fileId);
  const holder =
    source === undefined
      ? undefined
      : listing(tx, source)
          .map(holderOf)
          .find((one) => one !== null);
  if (holder !== undefined) throw new SynchroError('held-elsewhere', { machine: holder.machine });
}

/** An `.ecc` names entry files without folder: they lie beside an accounting file that lists them [L12]. */
function requireBeside(
  tx: StoreReader,
  { folderOf }: Pick<FileSystem, 'folderOf'>,
  mandateId: string,
  moves: readonly LinkMove[],
): void {
  const moved = new Set(moves.map(({ fileId }) => fileId));
  for (const source of tx.sources.by('mandateId', mandateId)) {
    const { path, detachedAt } = present(tx.files.get(source.id), `file ${source.id}`);
    const accountings = listing(tx, source).map(({ id }) => id);
    const isConcerned = [source.id, ...accountings].some((id) => moved.has(id));
    if (detachedAt !== null || !isConcerned) continue;
    const folders = accountings.map((id) => folderOf(present(tx.files.get(id), `file ${id}`).path));
    const [folder] = folders;
    if (folder !== undefined && !folders.includes(folderOf(path)))
      throw new SynchroError('not-beside-accounting', { file: source.id, path, folder });
  }
}

/** The accounting files whose `.ecc` lists the entry file. */
const listing = (tx: StoreReader, { mandateId, listedBy }: SourceRecord) =>
  accountingsOf(tx, mandateId).filter(({ id }) => listedBy.some((by) => by.accountingFileId === id));
