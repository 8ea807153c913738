import { SynchroError } from '@synchro/sync-core/contract';
import type { RestoredLinks } from '@synchro/sync-core/contract';
import type { Environment } from '../environment.js';
import { candidatesOf, linkOf, placeOf } from './links.js';
import { attachedAt, present, requireFile, requireMandate } from './lookups.js';
import { requireAbsolute, requireFileAt } from './require-path.js';
import type { FileRecord } from '../store/records.js';
import type { StoreTransaction } from '../store/store.js';

type FoundFile = Awaited<ReturnType<typeof requireFileAt>>;

/** One correction of a mandate: the file is at `path` from now on. */
export interface Move {
  readonly fileId: string;
  /** The path that the mandate had when this was decided. */
  readonly from: string;
  readonly path: string;
  readonly documentId: string | null;
  /** A person says that it is the file, although nothing proves it. */
  readonly adopt: boolean;
}

/**
 * Makes a mandate refer to its files at their new places, all of them or none. The entry files that an accounting's
 * `.ecc` lists lie beside it by definition, so they go with it.
 * @throws {SynchroError} `path-not-absolute`, `path-not-found`, `link-outdated` if the mandate has another path by now,
 *   `already-in-mandate` naming the holder, `not-the-same-file`
 */
export async function restoreLinks(
  env: Environment,
  mandateId: string,
  moves: readonly Move[],
): Promise<RestoredLinks> {
  const checked: (Move & { readonly found: FoundFile })[] = [];
  for (const move of moves) {
    const path = requireAbsolute(env, 'path', move.path);
    checked.push({ ...move, path, found: await requireFileAt(env, 'path', path) });
  }
  return env.store.transaction((tx) => {
    requireMandate(tx, mandateId);
    const named = new Set(checked.map(({ fileId }) => fileId));
    const restored: RestoredLinks['restored'] = [];
    for (const move of checked) {
      const file = requireFile(tx, mandateId, move.fileId);
      requireMove(tx, env, file, move, named);
    }
    for (const move of checked) {
      const file = requireFile(tx, mandateId, move.fileId);
      const listed = file.role === 'accounting' ? listedBeside(tx, env, file) : [];
      restored.push(relink(tx, env, file, move.path, move));
      const { folder } = placeOf(env.files)(move.path);
      for (const entryFile of listed) {
        if (named.has(entryFile.id)) continue;
        const path = env.files.join(folder, env.files.nameOf(entryFile.path));
        restored.push(relink(tx, env, entryFile, path, { documentId: null, found: null }));
      }
    }
    return { changeId: 'not-yet', restored };
  });
}

function requireMove(
  tx: StoreTransaction,
  env: Environment,
  file: FileRecord,
  move: Move,
  named: ReadonlySet<string>,
): void {
  if (file.path !== move.from)
    throw new SynchroError('link-outdated', { file: file.id, path: file.path, decidedOn: move.from });
  const holder = attachedAt(tx, move.path);
  if (holder !== undefined && holder.id !== file.id && !named.has(holder.id)) {
    const { id, name } = present(tx.mandates.get(holder.mandateId), 'the holding mandate');
    throw new SynchroError('already-in-mandate', { path: move.path, mandate: id, name });
  }
  if (move.adopt) return;
  const opened = { path: move.path, documentId: move.documentId };
  const candidates = candidatesOf(tx, file, opened, placeOf(env.files));
  const isKnown = candidates.some(({ path }) => path === move.path) && move.path !== file.path;
  // While the original is in its place, what lies elsewhere is a copy [L4]: only a person can prefer it.
  if (!isKnown || linkOf(tx, file).status === 'there')
    throw new SynchroError('not-the-same-file', { file: file.id, path: move.path });
}

/** The entry files that the accounting's `.ecc` lists, which are named without folder. */
function listedBeside(
  tx: StoreTransaction,
  { files }: Environment,
  accounting: FileRecord,
): readonly FileRecord[] {
  return tx.sources
    .by('mandateId', accounting.mandateId)
    .filter(({ listedBy }) => listedBy.some(({ accountingFileId }) => accountingFileId === accounting.id))
    .map(({ id }) => present(tx.files.get(id), 'an entry file'))
    .filter(
      ({ path, detachedAt }) =>
        detachedAt === null && files.folderOf(path) === files.folderOf(accounting.path),
    );
}

function relink(
  tx: StoreTransaction,
  { files }: Environment,
  file: FileRecord,
  path: string,
  { documentId, found }: { readonly documentId: string | null; readonly found: FoundFile | null },
): RestoredLinks['restored'][number] {
  const link = linkOf(tx, file);
  tx.files.put({ ...file, path });
  tx.links.put({
    ...link,
    status: 'there',
    missingSince: null,
    otherDocumentSince: null,
    otherFile: null,
    documentId: documentId ?? link.documentId,
    // From now on it is what lies there; its sketch is taken by the next scan.
    look: found?.fingerprint ?? link.look,
    origin: found?.origin ?? link.origin,
    sketch: null,
    foundByPerson: [],
    candidates: [],
  });
  return { fileId: file.id, name: files.nameOf(path), from: file.path, to: path };
}
