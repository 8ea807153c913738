import type { UseMutationResult } from '@tanstack/react-query';
import { useSynchro } from '../root/synchro-context.js';
import { useCommand } from './use-command.js';

export interface ExportRequest {
  readonly postingId: string;
  /** The reversal of a posting that had arrived before it was un-posted. */
  readonly reversal: boolean;
  /** Name under which the browser saves the file. */
  readonly fileName: string;
}

/**
 * Has the browser save the text that the accounting imports. The bytes are Windows-1252 and must stay as they are, so
 * they never become text here.
 */
export function useExport(mandateId: string): UseMutationResult<string, Error, ExportRequest> {
  const { client } = useSynchro();
  return useCommand(async ({ postingId, reversal, fileName }) => {
    const params = { mandateId, postingId };
    const bytes = await client.call('exportPosting', { params, query: { reversal } });
    saveFile(new Blob([bytes], { type: 'text/plain' }), fileName);
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
