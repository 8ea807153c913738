import type { WatchHandle, WatchObserver } from '@synchro/sync-core/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSynchro } from '../root/synchro-context.js';
import { afterConnection, newConnection } from './connection-history.js';
import type { ConnectionHistory } from './connection-history.js';

export interface Followed<Snapshot> extends ConnectionHistory {
  /** The newest that is known, also while not connected; `null` before anything is. */
  readonly snapshot: Snapshot | null;
  /** Tries to connect now instead of later. */
  readonly retry: () => void;
}

/**
 * What one of the service's event streams tells, for as long as the component lives. A hidden page closes its stream
 * and comes back: browsers allow six connections to a service.
 *
 * Not in the query cache, which would say the same: its code is 8 KB that only dialogs have a use for.
 *
 * @param open opens the stream; another function is another stream, so keep it with `useCallback`
 */
export function useFollowed<Snapshot>(
  open: (observer: WatchObserver<Snapshot>) => WatchHandle,
): Followed<Snapshot> {
  const { now } = useSynchro();
  const handle = useRef<WatchHandle | null>(null);
  const [history, setHistory] = useState(() => newConnection(now()));
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);

  useEffect(() => {
    const stream = open({
      onSnapshot: (told) => setSnapshot(() => told),
      onConnection: (connection) => setHistory((before) => afterConnection(before, connection, now())),
    });
    handle.current = stream;
    const followVisibility = () => (document.hidden ? stream.pause() : stream.resume());
    if (document.hidden) stream.pause();
    document.addEventListener('visibilitychange', followVisibility);
    return () => {
      document.removeEventListener('visibilitychange', followVisibility);
      handle.current = null;
      stream.stop();
    };
  }, [open, now]);

  const retry = useCallback(() => handle.current?.retryNow(), []);
  return { ...history, snapshot, retry };
}
