import { SynchroError } from '@synchro/sync-core/contract';
import { claimOf, requirePosting } from './lookups.js';
import type { StoreReader } from '../store/store.js';

/**
 * Nothing of a posting leaves the agent before it is certain that it counts [O6a].
 * @throws {SynchroError} `posting-not-found`, `claim-unverified`
 */
export function requireSettled(
  tx: StoreReader,
  { mandateId, postingId }: { readonly mandateId: string; readonly postingId: string },
): void {
  const { accountingFileId } = requirePosting(tx, mandateId, postingId);
  const accounting = tx.accountings.get(accountingFileId);
  const claim = accounting === undefined ? null : claimOf(accounting);
  if (claim?.status !== 'owned' || !claim.unsettled.some((one) => one.postingId === postingId)) return;
  throw new SynchroError('claim-unverified', { reason: 'unstable' });
}
