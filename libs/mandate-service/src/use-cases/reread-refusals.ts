import type { AccountingRecord } from '../store/records.js';
import type { StoreTransaction } from '../store/store.js';
import { accountingsOf, keptMandates } from './lookups.js';

/**
 * Files have become free: indexes that list one which another mandate held are read again.
 * @returns the mandates that are to be scanned for it
 */
export function rereadRefusals(tx: StoreTransaction): readonly string[] {
  const isRefusing = ({ index }: AccountingRecord) =>
    index.status === 'held-elsewhere' || index.status === 'listed-twice' || index.status === 'other-role';
  return keptMandates(tx).flatMap(({ id: mandateId }) => {
    const refused = accountingsOf(tx, mandateId).filter(isRefusing);
    for (const accounting of refused)
      tx.accountings.put({ ...accounting, index: { ...accounting.index, fingerprint: null } });
    return refused.length === 0 ? [] : [mandateId];
  });
}
