import type { Connection } from './connection.js';
import { initialConnection, transition, visibleConnection } from './connection-state.js';
import type { ConnectionEvent, ConnectionState } from './connection-state.js';
import { startAttempt } from './start-attempt.js';
import type { Attempt } from './start-attempt.js';

export interface WatchHandle {
  /** Ends it: nothing is told afterwards. */
  stop(): void;
  /** Closes the connection until `resume`, for example while the page is hidden: browsers allow six to a service. */
  pause(): void;
  resume(): void;
  /** Does not wait for the next try: somebody pressed the button, or the network came back. */
  retryNow(): void;
}

export interface StreamHandle extends WatchHandle {
  /**
   * What is asked for has changed. A stream that stands is left only once the new one has brought its first
   * snapshots or has failed, so that nobody sees a reconnection that is none.
   */
  reopen(): void;
}

export interface WatchOptions {
  /** What the next try asks for, and where its answer goes. */
  readonly attempt: () => Omit<Attempt, 'onEnd'>;
  /** Every change of the connection; it begins as `connecting`, which is not told. */
  readonly onConnection: (connection: Connection) => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** Keeps one event stream open until it is stopped, and tells why it is not while it is not. Never throws. */
export function watchStream({ attempt, onConnection, now, random }: WatchOptions): StreamHandle {
  let state: ConnectionState = initialConnection(now());
  let cancelSuccessor = (): void => undefined;
  let release = enter(state);

  function dispatch(event: ConnectionEvent): void {
    const next = transition(state, event);
    if (next === state) return;
    state = next;
    // The stream that was being opened is the one that is now connected.
    if (next.status !== 'connected') {
      cancelSuccessor();
      release();
      release = enter(next);
    }
    if (next.status !== 'stopped') onConnection(visibleConnection(next));
  }

  /** Starts what a state is there for; the answer ends it again. */
  function enter(entered: ConnectionState): () => void {
    switch (entered.status) {
      case 'connecting':
        return open(() => undefined);
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

  function open(onFirst: () => void): () => void {
    const { open, onSnapshots } = attempt();
    let takeOver = onFirst;
    return startAttempt({
      open,
      onSnapshots: (snapshots) => {
        takeOver();
        takeOver = () => undefined;
        dispatch({ type: 'snapshot', at: now() });
        onSnapshots(snapshots);
      },
      onEnd: (reason) => dispatch({ type: 'ended', reason, at: now(), random: random() }),
    });
  }

  function reopen(): void {
    switch (state.status) {
      case 'connecting':
        release();
        release = enter(state);
        return;
      case 'connected': {
        cancelSuccessor();
        const cancel = open(() => {
          release();
          release = cancel;
          cancelSuccessor = () => undefined;
        });
        cancelSuccessor = cancel;
        return;
      }
      case 'waiting':
      case 'paused':
      case 'stopped':
        return; // The next try asks for what is wanted then.
    }
  }

  return {
    reopen,
    stop: () => dispatch({ type: 'stop' }),
    pause: () => dispatch({ type: 'pause', at: now() }),
    resume: () => dispatch({ type: 'resume' }),
    retryNow: () => dispatch({ type: 'retry' }),
  };
}
