import { SynchroError } from '@synchro/sync-core/contract';
import { present, requireFile } from './lookups.js';
import type { StoreTransaction } from '../store/store.js';

/**
 * Somebody says that a suspect version is right after all [T4]: the next scan takes it in.
 * @throws {SynchroError} `source-not-suspect` if the file shows another version by now, or none
 */
export function confirmVersion(
  tx: StoreTransaction,
  input: { readonly mandateId: string; readonly fileId: string; readonly version: string },
): void {
  const file = requireFile(tx, input.mandateId, input.fileId);
  const source = present(tx.sources.get(file.id), `source ${file.id}`);
  if (source.trouble?.kind !== 'suspect' || source.trouble.version !== input.version)
    throw new SynchroError('source-not-suspect', { file: file.id, version: input.version });
  tx.sources.put({ ...source, confirmedVersion: input.version, settled: null });
}
