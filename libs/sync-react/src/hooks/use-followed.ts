import type { WatchHandle, WatchObserver } from '@synchro/sync-core/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSynchro } from '../root/synchro-context.js';
import { afterConnection, newConnection } from './connection-history.js';
import type { ConnectionHistory } from './connection-history.js';

export interface Followed extends ConnectionHistory {
  /** Tries to connect now instead of later. */
  readonly retry: () => void;
}

/**
 * Follows one of the service's event streams for as long as the component lives. A hidden page closes its stream and
 * comes back: browsers allow six connections to a service.
 *
 * @param open opens the stream; another function is another stream, so keep it with `useCallback`
 */
export function useFollowed(
  open: (onConnection: WatchObserver<never>['onConnection']) => WatchHandle,
): Followed {
  const { now } = useSynchro();
  const handle = useRef<WatchHandle | null>(null);
  const [history, setHistory] = useState(() => newConnection(now()));

  useEffect(() => {
    const stream = open((connection) => setHistory((before) => afterConnection(before, connection, now())));
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
  return { ...history, retry };
}
