import type { StoreTransaction } from '../store/store.js';
import { requireMandate } from './lookups.js';
import { requireName } from './require-name.js';

/**
 * Gives a mandate another name; its files and history stay as they are.
 * @throws {SynchroError} `mandate-not-found`, `invalid-request` for a blank name
 */
export function renameMandate(tx: StoreTransaction, mandateId: string, name: string): void {
  const mandate = requireMandate(tx, mandateId);
  tx.mandates.put({ ...mandate, name: requireName(name) });
}
