import type { Environment } from '../environment.js';
import { claimOf, present } from './lookups.js';
import { redoPosting } from './redo-posting.js';
import { undoPosting } from './undo-posting.js';
import type { StoreTransaction } from '../store/store.js';

/**
 * Takes back what was posted or un-posted while the claim changed hands [O6]. Nothing of it has left the agent: it can
 * be neither exported nor handed over before it is settled.
 */
export function revertUnsettled(
  tx: StoreTransaction,
  { versions, clock }: Pick<Environment, 'versions' | 'clock'>,
  accountingFileId: string,
): void {
  const accounting = present(tx.accountings.get(accountingFileId), `accounting file ${accountingFileId}`);
  const claim = claimOf(accounting);
  if (claim.status !== 'owned' || claim.unsettled.length === 0) return;
  const now = clock.now();
  for (const { postingId, change, answerId } of claim.unsettled.toReversed()) {
    const { mandateId } = accounting;
    switch (change) {
      case 'posted':
        undoPosting(tx, versions, { mandateId, postingId, now });
        break;
      case 'undone':
        redoPosting(tx, versions, postingId, now);
        break;
    }
    if (answerId !== null) tx.answers.delete(answerId);
  }
  const after = present(tx.accountings.get(accountingFileId), `accounting file ${accountingFileId}`);
  tx.accountings.put({ ...after, claim: { ...claim, unsettled: [] } });
}
