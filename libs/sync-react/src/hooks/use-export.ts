import { useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { useSynchro } from '../root/synchro-context.js';
import { queryKeys } from './query-keys.js';
import { useCommand } from './use-command.js';

export interface ExportRequest {
  readonly postingId: string;
  /** The reversal of a posting that had arrived or been exported before it was un-posted. */
  readonly reversal: boolean;
  /** The user knows that these lines were exported before (`already-exported`). */
  readonly again: boolean;
  /** Name under which the browser saves the file. */
  readonly fileName: string;
}

/**
 * Has the browser save the text that the accounting imports. The bytes are Windows-1252 and must stay as they are, so
 * they never become text here.
 */
export function useExport(
  mandateId: string,
  accountingFile: string,
): UseMutationResult<string, Error, ExportRequest> {
  const { client } = useSynchro();
  const cache = useQueryClient();
  return useCommand(async ({ postingId, reversal, again, fileName }, idempotencyKey) => {
    const params = { mandateId, postingId };
    const query = { reversal, again };
    const bytes = await client.call('exportPosting', { params, query, idempotencyKey });
    saveFile(new Blob([bytes], { type: 'text/plain' }), fileName);
    await cache.invalidateQueries({ queryKey: queryKeys.postings(mandateId, accountingFile) });
    return fileName;
  });
}

function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has started.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
