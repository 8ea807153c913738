import type { Connection, SynchroClient } from '@synchro/sync-core/client';
import type { PostedBlock } from './read-journal.js';

export interface MandateObserver {
  readonly read: (mandateId: string, accountingFile: string) => Promise<readonly PostedBlock[]>;
  readonly onJournal: (blocks: readonly PostedBlock[]) => void;
  readonly onConnection: (connection: Connection) => void;
}

/**
 * Follows the open accounting and reads its journal again whenever what is posted may have changed.
 * @returns stops following
 */
export function followMandate(client: SynchroClient, path: string, observer: MandateObserver): () => void {
  let wanted: { mandateId: string; fileId: string } | null = null;
  let isReading = false;
  let isStopped = false;

  /** One reading at a time; what changed meanwhile is read right after it. */
  const readAgain = async () => {
    if (isReading) return;
    isReading = true;
    while (wanted !== null) {
      const { mandateId, fileId } = wanted;
      wanted = null;
      // A failed reading is repeated with the next snapshot, which a reconnection brings.
      const blocks = await observer.read(mandateId, fileId).catch(() => null);
      if (blocks !== null && !isStopped) observer.onJournal(blocks);
    }
    isReading = false;
  };

  const stream = client.watch(
    'streamStatus',
    { query: { product: 'compta', path } },
    {
      onSnapshot: ({ mandate, file }) => {
        if (mandate === null || file === null) return;
        wanted = { mandateId: mandate.id, fileId: file.id };
        void readAgain();
      },
      onConnection: observer.onConnection,
    },
  );
  const onVisibility = () => {
    if (document.hidden) stream.pause();
    else stream.resume();
  };
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    isStopped = true;
    document.removeEventListener('visibilitychange', onVisibility);
    stream.stop();
  };
}
