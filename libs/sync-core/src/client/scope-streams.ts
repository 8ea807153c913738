import type { Connection } from './connection.js';
import type { Attempt } from './start-attempt.js';
import { watchStream } from './watch-stream.js';
import type { StreamHandle, WatchHandle } from './watch-stream.js';

export interface WatchObserver<S> {
  /** The whole truth of the scope; replaces the one before. */
  onSnapshot(snapshot: S): void;
  /** Every change of the connection; it begins as `connecting`, which is not told. */
  onConnection(connection: Connection): void;
}

export interface ScopeStreams {
  /** @param scope JSON text: the same for the same scope */
  watch(scope: string, observer: WatchObserver<unknown>): WatchHandle;
}

export interface ScopeStreamsOptions {
  /** @param scopes JSON text of all scopes, as `streamScopes` takes them */
  readonly open: (scopes: string, signal: AbortSignal) => ReturnType<Attempt['open']>;
  readonly now: () => number;
  readonly random: () => number;
}

interface Watch {
  readonly scope: string;
  readonly observer: WatchObserver<unknown>;
  /** What it was last told, or may take for told. */
  connection: Connection;
  /** From when on what it shows may be old, as of its last pause. */
  lostAt: number;
  /** Its last snapshot, as text. */
  told: string;
}

/** What the stream that stands has brought last: the snapshots of these scopes, in their order. */
interface Arrival {
  readonly scopes: readonly string[];
  readonly snapshots: readonly unknown[];
}

const CONNECTING: Connection = { status: 'connecting' };
const NOTHING: Arrival = { scopes: [], snapshots: [] };

/**
 * All that one client follows, in one event stream: browsers allow six connections to a service, for all its pages.
 *
 *     watch, resume, pause, stop ──▶ the wanted scopes ──once per turn──▶ one stream for all of them
 *     each watch ◀── its own connection; its snapshot, where it differs ◀─┘
 *
 * Once per turn of the event loop and not per microtask: when a page is hidden or shown, its banners hear of it in
 * one turn, but with a microtask between one and the next.
 */
export function scopeStreams({ open, now, random }: ScopeStreamsOptions): ScopeStreams {
  const watches = new Set<Watch>();
  let stream: StreamHandle | null = null;
  /** The stream's; another object with every change. */
  let connection = CONNECTING;
  let arrival = NOTHING;
  /** What the newest try asks for. */
  let asked = '';
  let due: ReturnType<typeof setTimeout> | undefined;

  const listening = () => [...watches].filter((watch) => watch.connection.status !== 'paused');
  // In an order of their own, so that one who leaves and comes back changes nothing.
  const wanted = () => [...new Set(listening().map(({ scope }) => scope))].sort();
  const textOf = (scopes: readonly string[]) => `[${scopes.join()}]`;

  function attempt(): Omit<Attempt, 'onEnd'> {
    const scopes = wanted();
    const text = (asked = textOf(scopes));
    return {
      open: (signal) => open(text, signal),
      onSnapshots: (snapshots) => {
        arrival = { scopes, snapshots };
        inform();
      },
    };
  }

  function onConnection(changed: Connection): void {
    connection = changed;
    arrival = NOTHING;
    inform();
  }

  /**
   * Tells each watch what is news to it: why there is no connection, or that there is one with its first snapshot.
   * Who is told may stop, pause or add watches; nothing that is old by then is told after that.
   */
  function inform(): void {
    const current = connection;
    for (const watch of listening()) {
      const index = arrival.scopes.indexOf(watch.scope);
      if (current.status !== 'reconnecting' && index < 0) continue;
      if (connection !== current || watch.connection.status === 'paused') continue;
      if (watch.connection !== current) enter(watch, current);
      const snapshot = arrival.snapshots[index];
      const text = JSON.stringify(snapshot);
      if (index < 0 || watch.connection !== current || text === watch.told) continue;
      watch.told = text;
      tell(watch, () => watch.observer.onSnapshot(snapshot));
    }
  }

  function enter(watch: Watch, entered: Connection): void {
    watch.connection = entered;
    tell(watch, () => watch.observer.onConnection(entered));
  }

  /** An observer's own error is reported as one, and does not pass for an error of the stream. */
  function tell(watch: Watch, observe: () => void): void {
    try {
      if (watches.has(watch)) observe();
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  function change(): void {
    if (wanted().length > 0) {
      due ??= setTimeout(settle, 0);
      return;
    }
    // Nobody listens any more: that does not wait.
    clearTimeout(due);
    due = undefined;
    if (watches.size > 0) stream?.pause();
    else {
      stream?.stop();
      stream = null;
      connection = CONNECTING;
      arrival = NOTHING;
    }
  }

  function settle(): void {
    due = undefined;
    if (stream === null) stream = watchStream({ attempt, onConnection, now, random });
    else if (asked !== textOf(wanted())) stream.reopen();
    stream.resume();
    inform();
  }

  return {
    watch(scope, observer) {
      const watch: Watch = { scope, observer, connection: CONNECTING, lostAt: now(), told: '' };
      watches.add(watch);
      change();
      return {
        stop() {
          if (watches.delete(watch)) change();
        },
        pause() {
          const { status } = watch.connection;
          if (!watches.has(watch) || status === 'paused') return;
          if (status === 'connected') watch.lostAt = now();
          if (status === 'reconnecting') watch.lostAt = watch.connection.since;
          enter(watch, { status: 'paused', since: watch.lostAt });
          change();
        },
        resume() {
          if (!watches.has(watch) || watch.connection.status !== 'paused') return;
          enter(watch, CONNECTING);
          change();
        },
        retryNow() {
          if (watches.has(watch) && watch.connection.status !== 'paused') stream?.retryNow();
        },
      };
    },
  };
}
