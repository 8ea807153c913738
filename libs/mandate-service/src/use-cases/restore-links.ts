import { SynchroError } from '@synchro/sync-core/contract';
import type { RestoredLinks } from '@synchro/sync-core/contract';
import type { Environment } from '../environment.js';
import { candidatesOf, isDisplaced, linkOf, placeOf } from './links.js';
import { present, requireFile, requireMandate } from './lookups.js';
import { relink, requireAlone, requireMoved } from './relink.js';
import { requireAbsolute, requireFileAt } from './require-path.js';
import { requireTypeOf } from './require-type.js';
import type { FileRecord, LinkChangeRecord, LinkMove } from '../store/records.js';
import type { StoreReader, StoreTransaction } from '../store/store.js';

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

type CheckedMove = Move & { readonly found: FoundFile };

/**
 * Makes a mandate refer to its files at their new places, all of them or none, and records it, so that it can be taken
 * back [L10]. The entry files that an accounting's `.ecc` lists lie beside it by definition, so they go with it.
 * @throws {SynchroError} `path-not-absolute`, `file-type-unknown`, `path-not-found`, `link-outdated` if the mandate has another path by now,
 *   `already-in-mandate` naming the holder, `not-the-same-file`, `not-beside-accounting` with the folder where an entry
 *   file belongs, `held-elsewhere` if another machine would have to correct the `.ecc`
 */
export async function restoreLinks(
  env: Environment,
  mandateId: string,
  kind: LinkChangeRecord['kind'],
  moves: readonly Move[],
): Promise<RestoredLinks> {
  const checked: CheckedMove[] = [];
  for (const move of moves) {
    const path = requireAbsolute(env, 'path', move.path);
    requireTypeOf(
      env.store.read((tx) => requireFile(tx, mandateId, move.fileId)),
      'path',
      path,
    );
    checked.push({ ...move, path, found: await requireFileAt(env, 'path', path) });
  }
  return env.store.transaction((tx) => {
    requireMandate(tx, mandateId);
    const named = new Set(checked.map(({ fileId }) => fileId));
    for (const move of checked) requireMove(tx, env, requireFile(tx, mandateId, move.fileId), move, named);
    const made = checked.flatMap((move) => makeMove(tx, env, mandateId, move, named));
    requireMoved(tx, env.files, { moves: made, besideIn: mandateId });
    const changeId = env.newId();
    const sequence = 1 + Math.max(0, ...tx.linkChanges.all().map((change) => change.sequence));
    const at = env.clock.now();
    tx.linkChanges.put({ id: changeId, mandateId, sequence, at, kind, moves: made, undoneAt: null });
    return {
      changeId,
      restored: made.map(({ fileId, from, to }) => ({ fileId, name: env.files.nameOf(to), from, to })),
    };
  });
}

function requireMove(
  tx: StoreReader,
  env: Environment,
  file: FileRecord,
  move: Move,
  named: ReadonlySet<string>,
): void {
  requireUnmoved(file, move);
  requireAlone(tx, file.id, move.path, named);
  if (move.adopt) return;
  const link = linkOf(tx, file);
  const isKnown = certaintyOf(tx, env, file, move) !== null && move.path !== file.path;
  // While the original is in its place, what lies elsewhere is a copy [L4]: only a person can prefer it.
  const isInPlace = link.status === 'there' && !isDisplaced(link);
  if (!isKnown || isInPlace) throw new SynchroError('not-the-same-file', { file: file.id, path: move.path });
}

function requireUnmoved(file: FileRecord, { from }: Move): void {
  if (file.path !== from)
    throw new SynchroError('link-outdated', { file: file.id, path: file.path, decidedOn: from });
}

/** How sure it is that the file is now where the move says; `null`: nothing speaks for it. */
function certaintyOf(tx: StoreReader, env: Environment, file: FileRecord, { path, documentId }: Move) {
  const candidates = candidatesOf(tx, file, { path, documentId }, placeOf(env.files));
  return candidates.find((candidate) => candidate.path === path)?.certainty ?? null;
}

function makeMove(
  tx: StoreTransaction,
  env: Environment,
  mandateId: string,
  move: CheckedMove,
  named: ReadonlySet<string>,
): readonly LinkMove[] {
  const { files } = env;
  const file = requireFile(tx, mandateId, move.fileId);
  requireUnmoved(file, move); // Named twice, it has moved by now.
  const along = file.role === 'accounting' ? listedBeside(tx, env, file) : [];
  const link = linkOf(tx, file);
  const { otherDocumentSince, documentId, look, origin, sketch } = link;
  const isCertain = certaintyOf(tx, env, file, move) === 'certain';
  relink(tx, files, file, move.path, {
    documentId: move.documentId ?? documentId,
    // From now on it is what lies there; its sketch is taken by the next scan.
    look: move.found.fingerprint,
    origin: move.found.origin,
    sketch: null,
  });
  const formerly = isCertain
    ? { otherDocumentSince }
    : { otherDocumentSince, documentId, look, origin, sketch };
  const made: LinkMove[] = [{ fileId: file.id, from: file.path, to: move.path, formerly }];
  for (const entryFile of along) {
    if (named.has(entryFile.id)) continue;
    const path = files.join(files.folderOf(move.path), files.nameOf(entryFile.path));
    relink(tx, files, entryFile, path, {});
    made.push({
      fileId: entryFile.id,
      from: entryFile.path,
      to: path,
      formerly: { otherDocumentSince: null },
    });
  }
  return made;
}

/** The entry files that the accounting's `.ecc` lists, which are named without folder. */
function listedBeside(
  tx: StoreReader,
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
