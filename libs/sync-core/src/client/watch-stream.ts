import type { Connection } from './connection.js';
import { initialConnection, transition, visibleConnection } from './connection-state.js';
import type { ConnectionEvent, ConnectionState } from './connection-state.js';
import { startAttempt } from './start-attempt.js';
import type { Attempt } from './start-attempt.js';

export interface WatchObserver<S> {
  /** The whole truth of the scope; replaces the one before. */
  onSnapshot(snapshot: S): void;
  /** Every change of the connection; it begins as `connecting`, which is not told. */
  onConnection(connection: Connection): void;
}

export interface WatchHandle {
  /** Ends it: nothing is told afterwards. */
  stop(): void;
  /** Closes the connection until `resume`, for example while the page is hidden: browsers allow six to a service. */
  pause(): void;
  resume(): void;
  /** Does not wait for the next try: somebody pressed the button, or the network came back. */
  retryNow(): void;
}

export interface WatchOptions {
  readonly open: Attempt['open'];
  readonly observer: WatchObserver<unknown>;
  readonly now: () => number;
  readonly random: () => number;
}

/** Keeps one event stream open until it is stopped, and tells why it is not while it is not. Never throws. */
export function watchStream({ open, observer, now, random }: WatchOptions): WatchHandle {
  let state: ConnectionState = initialConnection(now());
  let release = enter(state);

  function dispatch(event: ConnectionEvent): void {
    const next = transition(state, event);
    if (next === state) return;
    state = next;
    // The stream that was being opened is the one that is now connected.
    if (next.status !== 'connected') {
      release();
      release = enter(next);
    }
    if (next.status !== 'stopped') tell(() => observer.onConnection(visibleConnection(next)));
  }

  /** Starts what a state is there for; the answer ends it again. */
  function enter(entered: ConnectionState): () => void {
    switch (entered.status) {
      case 'connecting':
        return startAttempt({
          open,
          onSnapshot: (snapshot) => {
            dispatch({ type: 'snapshot', at: now() });
            // The observer may have paused or stopped when it was told of the connection.
            if (state.status === 'connected') tell(() => observer.onSnapshot(snapshot));
          },
          onEnd: (reason) => dispatch({ type: 'ended', reason, at: now(), random: random() }),
        });
      case 'waiting': {
        const timer = setTimeout(() => dispatch({ type: 'retry' }), entered.retryAt - now());
        return () => clearTimeout(timer);
      }
      case 'connected':
      case 'paused':
      case 'stopped':
        return () => undefined;
    }
  }

  return {
    stop: () => dispatch({ type: 'stop' }),
    pause: () => dispatch({ type: 'pause', at: now() }),
    resume: () => dispatch({ type: 'resume' }),
    retryNow: () => dispatch({ type: 'retry' }),
  };
}

/** An observer's own error is reported as one, and does not pass for an error of the stream. */
function tell(observe: () => void): void {
  try {
    observe();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
