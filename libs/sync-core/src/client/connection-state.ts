import { backOff } from './back-off.js';
import type { Connection, DisconnectReason } from './connection.js';

/**
 * The connection of one event stream.
 *
 *     connecting ──snapshot──▶ connected
 *        │  ▲                     │
 *      ended │retry              ended
 *        ▼  │                     │
 *      waiting ◀──────────────────┘        any ──pause──▶ paused ──resume──▶ connecting
 *                                          any ──stop───▶ stopped
 *
 * `failures` counts the tries that failed in a row. A connection that does not last does not reset it:
 * a service that accepts and drops would otherwise be tried four times a second for ever.
 */
export type ConnectionState =
  | {
      readonly status: 'connecting';
      readonly failures: number;
      readonly lostAt: number;
      readonly reason: DisconnectReason | null;
    }
  | { readonly status: 'connected'; readonly failures: number; readonly since: number }
  | {
      readonly status: 'waiting';
      readonly failures: number;
      readonly lostAt: number;
      readonly reason: DisconnectReason;
      readonly retryAt: number;
    }
  | { readonly status: 'paused'; readonly failures: number; readonly lostAt: number }
  | { readonly status: 'stopped' };

/** `at`: milliseconds since 1970; `random`: from 0 up to 1. */
export type ConnectionEvent =
  | { readonly type: 'snapshot'; readonly at: number }
  | {
      readonly type: 'ended';
      readonly reason: DisconnectReason;
      readonly at: number;
      readonly random: number;
    }
  | { readonly type: 'retry' }
  | { readonly type: 'pause'; readonly at: number }
  | { readonly type: 'resume' }
  | { readonly type: 'stop' };

/** A connection that lasted this long was a good one; the next failure starts counting anew. */
const STABLE_MS = 5_000;

type In<S extends ConnectionState['status']> = Extract<ConnectionState, { status: S }>;
type On<E extends ConnectionEvent['type']> = Extract<ConnectionEvent, { type: E }>;

/** Every event in every state: a new one of either does not compile until its cells are filled in. */
type Table = {
  readonly [S in ConnectionState['status']]: {
    readonly [E in ConnectionEvent['type']]: (state: In<S>, event: On<E>) => ConnectionState;
  };
};

const stay = (state: ConnectionState): ConnectionState => state;
const stop = (): ConnectionState => ({ status: 'stopped' });

const wait = (failures: number, lostAt: number, { reason, at, random }: On<'ended'>): ConnectionState => ({
  status: 'waiting',
  failures: failures + 1,
  lostAt,
  reason,
  retryAt: at + backOff(reason, failures, random),
});

/** Whether a connection that ends at `at` has earned that its earlier failures are forgotten. */
const failuresAfter = ({ failures, since }: In<'connected'>, at: number): number =>
  at - since >= STABLE_MS ? 0 : failures;

const table: Table = {
  connecting: {
    snapshot: ({ failures }, { at }) => ({ status: 'connected', failures, since: at }),
    ended: ({ failures, lostAt }, event) => wait(failures, lostAt, event),
    retry: stay,
    pause: ({ failures, lostAt }) => ({ status: 'paused', failures, lostAt }),
    resume: stay,
    stop,
  },
  connected: {
    snapshot: stay,
    ended: (state, event) => wait(failuresAfter(state, event.at), event.at, event),
    retry: stay,
    pause: (state, { at }) => ({ status: 'paused', failures: failuresAfter(state, at), lostAt: at }),
    resume: stay,
    stop,
  },
  waiting: {
    snapshot: stay,
    ended: stay,
    retry: ({ failures, lostAt, reason }) => ({ status: 'connecting', failures, lostAt, reason }),
    pause: ({ failures, lostAt }) => ({ status: 'paused', failures, lostAt }),
    resume: stay,
    stop,
  },
  paused: {
    snapshot: stay,
    ended: stay,
    retry: stay,
    pause: stay,
    resume: ({ failures, lostAt }) => ({ status: 'connecting', failures, lostAt, reason: null }),
    stop,
  },
  stopped: { snapshot: stay, ended: stay, retry: stay, pause: stay, resume: stay, stop: stay },
};

export const initialConnection = (at: number): ConnectionState => ({
  status: 'connecting',
  failures: 0,
  lostAt: at,
  reason: null,
});

/** The state after an event; the very same object where the event changes nothing. */
export function transition(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  // The table pairs each cell with its own state and event; TypeScript cannot follow that through two look-ups.
  const cell = table[state.status][event.type] as (
    state: ConnectionState,
    event: ConnectionEvent,
  ) => ConnectionState;
  return cell(state, event);
}

/** What the observer is shown; a try after a failure still shows why the last one failed. */
export function visibleConnection(state: Exclude<ConnectionState, { status: 'stopped' }>): Connection {
  switch (state.status) {
    case 'connecting':
      if (state.reason === null) return { status: 'connecting' };
      return { status: 'reconnecting', reason: state.reason, since: state.lostAt, retryAt: null };
    case 'connected':
      return { status: 'connected', since: state.since };
    case 'waiting': {
      const { reason, lostAt, retryAt } = state;
      return { status: 'reconnecting', reason, since: lostAt, retryAt };
    }
    case 'paused':
      return { status: 'paused', since: state.lostAt };
  }
}
