import type { Environment } from '../environment.js';
import { notOwned, settleClaim } from '../scan/claim.js';
import type { UnsettledPosting } from '../store/records.js';
import type { StoreTransaction } from '../store/store.js';
import { claimOf, present } from './lookups.js';
import { revertUnsettled } from './revert-unsettled.js';

/*
 * What only the owner of a mandate may do to what is posted [O5, O6]:
 *
 *   claim read, ours ──▶ transaction: the change, noted as unsettled, and the next token
 *                          ──▶ claim exchanged for one with that token ──▶ transaction: settled
 *                                └─ fails: another agent, or a copy of this one, was faster ──▶ taken back
 *
 * Killed anywhere in between, the next look at the claim settles the change or takes it back.
 */

/**
 * Runs a change of what is posted as the owner of the mandate.
 * @param change notes in `unsettled` what it did; nothing where the same request had its answer before
 * @throws {SynchroError} `held-elsewhere`, `claim-unverified`; then nothing has changed
 */
export async function changeAsOwner<T>(
  env: Environment,
  accountingFileId: string,
  change: (tx: StoreTransaction, unsettled: (posting: UnsettledPosting) => void) => T,
): Promise<T> {
  return env.turns.run(accountingFileId, async () => {
    const { path } = env.store.read((tx) => present(tx.files.get(accountingFileId), 'an accounting file'));
    const before = await settleClaim(env, accountingFileId, path);
    if (before.status !== 'ours') throw notOwned(before);
    const changes: UnsettledPosting[] = [];
    const result = env.store.transaction((tx) => {
      const changed = change(tx, (posting) => changes.push(posting));
      if (changes.length === 0) return changed;
      const accounting = present(tx.accountings.get(accountingFileId), 'an accounting file');
      const claim = claimOf(accounting);
      if (claim.status !== 'owned') throw new Error('The claim was settled.');
      const tokens = [...claim.tokens, env.newId()];
      tx.accountings.put({ ...accounting, claim: { ...claim, tokens, unsettled: changes } });
      return changed;
    });
    if (changes.length === 0) return result;
    const after = await settleClaim(env, accountingFileId, path);
    if (after.status === 'ours') return result;
    env.store.transaction((tx) => revertUnsettled(tx, env, accountingFileId));
    throw notOwned(after);
  });
}
