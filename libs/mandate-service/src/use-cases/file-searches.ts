import type { FileSearch } from '@synchro/sync-core/contract';
import type { Environment } from '../environment.js';
import type { ScanScheduler } from '../scan/scan-scheduler.js';
import { searchFile } from './search-file.js';
import type { SearchFollower } from './search-file.js';

/** The searches that people wait for. */
export interface FileSearches {
  run(
    params: { readonly mandateId: string; readonly fileId: string },
    query: { readonly folder: string },
    follower: SearchFollower,
  ): Promise<FileSearch>;
  /** Gives all of them up; resolves when none uses the store or a file any more. */
  close(): Promise<void>;
}

export function createFileSearches(env: Environment, scans: ScanScheduler): FileSearches {
  const running = new Set<Promise<unknown>>();
  let isClosed = false;
  return {
    async run(params, query, { signal, onProgress }) {
      const either = {
        get aborted() {
          return isClosed || signal.aborted;
        },
      };
      const search = searchFile(env, params, query, { signal: either, onProgress });
      running.add(search);
      try {
        const last = await search;
        // Files that lay beside it may lie beside it again.
        if (last.found > 0) scans.hint(params.mandateId);
        return last;
      } finally {
        running.delete(search);
      }
    },
    async close() {
      isClosed = true;
      await Promise.allSettled(running);
    },
  };
}
