import type { Environment } from '../environment.js';
import type { AccountingRecord, ClaimRecord } from '../store/records.js';
import type { StoreTransaction } from '../store/store.js';
import { claimOf, formerAt } from './lookups.js';

/** Another agent may have given it up meanwhile; ours is still to be read, where it could not be removed. */
const freshClaim = (known: AccountingRecord): ClaimRecord => {
  const claim = claimOf(known);
  return claim.status === 'elsewhere' ? { status: 'unclaimed', token: null } : claim;
};

/**
 * Makes an accounting file one of the mandate's: one that it had before, with its revision and what was posted in it,
 * or a new one. What its `.ecc` lists is attached by the next scan. The caller has seen to it that the path is free.
 * @returns the file's id
 */
export function attachAccountingFile(
  tx: StoreTransaction,
  env: Environment,
  given: {
    readonly mandateId: string;
    readonly path: string;
    readonly chartPath: string | null;
    /** The file that the mandate had before, where it is known by more than its path. */
    readonly formerId?: string;
  },
): string {
  const { mandateId, path, chartPath, formerId } = given;
  const now = env.clock.now();
  const id = formerId ?? formerAt(tx, { mandateId, path, role: 'accounting' })?.id ?? env.newId();
  tx.files.put({
    id,
    mandateId,
    role: 'accounting',
    product: 'compta',
    path,
    attachedAt: now,
    detachedAt: null,
  });
  const known = tx.accountings.get(id);
  tx.accountings.put(
    known === undefined
      ? {
          id,
          mandateId,
          revision: 0,
          pendingSince: null,
          missingSince: null,
          period: null,
          chartPath,
          chart: { status: 'none', detail: null, since: now, fingerprint: null },
          index: { status: 'sound', fingerprint: null },
        }
      : {
          ...known,
          chartPath: chartPath ?? known.chartPath,
          // Other files may have become free meanwhile, or taken: it is read again.
          index: { ...known.index, fingerprint: null },
          claim: freshClaim(known),
        },
  );
  return id;
}
