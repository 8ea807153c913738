import { SynchroError } from '@synchro/sync-core/contract';
import type { LinkChange } from '@synchro/sync-core/contract';
import type { Environment } from '../environment.js';
import { linkChangeMessage, outdatedMoves } from './list-link-changes.js';
import { present, requireMandate } from './lookups.js';
import { relink, requireMoved } from './relink.js';

/**
 * Takes a correction of links back: the mandate refers to its files where it did before, whatever is there now [L10].
 * The next scan sees what that is, and what was told before is told again.
 * @throws {SynchroError} `link-change-not-found`; `link-outdated` if it is undone, or naming the files whose link has
 *   changed since; `already-in-mandate` if another file has been attached where one was, naming the holder;
 *   `held-elsewhere` if another machine would have to correct the `.ecc`
 */
export function undoLinkChange(
  env: Pick<Environment, 'store' | 'clock' | 'files'>,
  mandateId: string,
  changeId: string,
): LinkChange {
  const { nameOf } = env.files;
  return env.store.transaction((tx) => {
    requireMandate(tx, mandateId);
    const change = tx.linkChanges.get(changeId);
    if (change?.mandateId !== mandateId)
      throw new SynchroError('link-change-not-found', { mandate: mandateId, change: changeId });
    const { undoneAt } = change;
    if (undoneAt !== null) throw new SynchroError('link-outdated', { change: changeId, undoneAt });
    const outdated = outdatedMoves(tx, change);
    if (outdated.length > 0)
      throw new SynchroError('link-outdated', {
        change: changeId,
        files: outdated.map(({ fileId, to }) => ({ file: fileId, name: nameOf(to) })),
      });
    for (const { fileId, from, formerly } of change.moves)
      relink(tx, env.files, present(tx.files.get(fileId), `file ${fileId}`), from, formerly);
    const moves = change.moves.map((move) => ({ ...move, from: move.to, to: move.from }));
    requireMoved(tx, env.files, { moves, besideIn: null });
    const undone = { ...change, undoneAt: env.clock.now() };
    tx.linkChanges.put(undone);
    return linkChangeMessage(tx, undone, nameOf);
  });
}
