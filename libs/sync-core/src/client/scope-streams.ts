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
  /** @param scopes JSON text of all scopes: the query of `streamScopes` */
  readonly open: (scopes: string, signal: AbortSignal) => ReturnType<Attempt['open']>;
  readonly now: () => number;
  readonly random: () => number;
}

interface Watch {
  readonly scope: string;
  readonly observer: WatchObserver<unknown>;
  /** What it was last told, or may take for told. */
  connection: Connection;
  /** From when on what it shows may be old, while it is not connected. */
  lostAt: number;
  /** Its last snapshot, as text. */
  told: string;
}

const CONNECTING: Connection = { status: 'connecting' };

/** What the stream that stands has brought last: the snapshots of these scopes, in their order. */
interface Arrival {
  readonly scopes: readonly string[];
  readonly snapshots: readonly unknown[];
}

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
  /** What the newest try asks for. */
  let asked = '';
  let arrival: Arrival | null = null;
  /** Why there is no arrival, where it is known. */
  let trouble: Connection | null = null;
  let connected: Connection = CONNECTING;
  let due: ReturnType<typeof setTimeout> | undefined;

  const listening = () => [...watches].filter(({ connection }) => connection.status !== 'paused');
  const wanted = () => [...new Set(listening().map(({ scope }) => scope))].sort();
  const textOf = (scopes: readonly string[]) => `[${scopes.join()}]`;

  function attempt(): Omit<Attempt, 'onEnd'> {
    const scopes = wanted();
    const text = (asked = textOf(scopes));
    return {
      open: (signal) => open(text, signal),
      onSnapshots: (snapshots) => deliver({ scopes, snapshots }),
    };
  }

  function onConnection(connection: Connection): void {
    arrival = null;
    trouble = connection.status === 'reconnecting' ? connection : null;
    // A watch is told that it is connected with its first snapshot, and that it is paused when it pauses.
    if (connection.status === 'connected') connected = connection;
    tellTrouble();
  }

  function tellTrouble(): void {
    const told = trouble;
    for (const watch of listening()) if (told !== null && told === trouble) enter(watch, told);
  }

  /** Tells each watch what is news to it. Who is told may stop, pause or add watches: nothing old is told after that. */
  function deliver(arrived: Arrival): void {
    arrival = arrived;
    for (const watch of listening()) {
      const index = arrived.scopes.indexOf(watch.scope);
      if (arrival !== arrived || index < 0) continue;
      if (watch.connection.status !== 'paused') enter(watch, connected);
      const snapshot = arrived.snapshots[index];
      const text = JSON.stringify(snapshot);
      if (arrival !== arrived || watch.connection !== connected || text === watch.told) continue;
      watch.told = text;
      tell(watch, (observer) => observer.onSnapshot(snapshot));
    }
  }

  function enter(watch: Watch, connection: Connection): void {
    if (watch.connection === connection) return;
    if (connection.status === 'reconnecting') watch.lostAt = connection.since;
    watch.connection = connection;
    tell(watch, (observer) => observer.onConnection(connection));
  }

  /** An observer's own error is reported as one, and does not pass for an error of the stream. */
  function tell(watch: Watch, observe: (observer: WatchObserver<unknown>) => void): void {
    try {
      if (watches.has(watch)) observe(watch.observer);
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
      stream = arrival = trouble = null;
    }
  }

  function settle(): void {
    due = undefined;
    if (stream === null) stream = watchStream({ attempt, onConnection, now, random });
    else if (asked !== textOf(wanted())) stream.reopen();
    stream.resume();
    tellTrouble();
    if (arrival !== null) deliver(arrival);
  }

  return {
    watch(scope, observer) {
      const watch: Watch = { scope, observer, connection: CONNECTING, lostAt: now(), told: '' };
      watches.add(watch);
      change();
      const isPaused = () => watch.connection.status === 'paused';
      return {
        stop() {
          if (watches.delete(watch)) change();
        },
        pause() {
          if (!watches.has(watch) || isPaused()) return;
          if (watch.connection.status === 'connected') watch.lostAt = now();
          const paused: Connection = { status: 'paused', since: watch.lostAt };
          watch.connection = paused;
          change();
          tell(watch, () => observer.onConnection(paused));
        },
        resume() {
          if (!watches.has(watch) || !isPaused()) return;
          watch.connection = CONNECTING;
          change();
          tell(watch, () => observer.onConnection(CONNECTING));
        },
        retryNow() {
          if (watches.has(watch) && !isPaused()) stream?.retryNow();
        },
      };
    },
  };
}
