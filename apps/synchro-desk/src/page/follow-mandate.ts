import type { Connection, SynchroClient } from '@synchro/sync-core/client';
import type { PostedBlock } from './read-journal.js';

export interface MandateObserver {
  readonly read: (mandateId: string, accountingFile: string) => Promise<readonly PostedBlock[]>;
  readonly onJournal: (blocks: readonly PostedBlock[]) => void;
  readonly onConnection: (connection: Connection) => void;
}

/** Follows the open accounting and reads its journal again whenever what is posted may have changed. */
export function followMandate(client: SynchroClient, path: string, observer: MandateObserver): void {
  let wanted: { mandateId: string; fileId: string } | null = null;
  let isReading = false;

  /** One reading at a time; what changed meanwhile is read right after it. */
  const readAgain = async () => {
    if (isReading) return;
    isReading = true;
    while (wanted !== null) {
      const { mandateId, fileId } = wanted;
      wanted = null;
      // A failed reading is repeated with the next snapshot, which a reconnection brings.
      await observer.read(mandateId, fileId).then(observer.onJournal, () => undefined);
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
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) stream.pause();
    else stream.resume();
  });
}
