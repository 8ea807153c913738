import { NotConnectedError } from './call-error.js';
import type { Connection, DisconnectReason } from './connection.js';
import type { ScopeStreamsOptions } from './scope-streams.js';
import { event, scriptedStream } from './scripted-service.js';

/** Tests only: what is asked of the service by `scopeStreams`, each stream answered by hand. */
export interface ScriptedScopes {
  readonly open: ScopeStreamsOptions['open'];
  /** All that have been asked for, the newest last. */
  readonly streams: readonly AskedStream[];
  /** Those that hold a connection. */
  live(): readonly AskedStream[];
}

export interface AskedStream {
  readonly scopes: readonly string[];
  readonly isAnswered: boolean;
  refuse(reason: DisconnectReason): void;
  /** Answers, if that has not been done, and sends the snapshots of its scopes. */
  send(...snapshots: object[]): void;
  end(): void;
}

export function scriptedScopes(): ScriptedScopes {
  const all: { readonly stream: AskedStream; readonly isLive: () => boolean }[] = [];
  return {
    open: (text, signal) =>
      new Promise((resolve, reject) => {
        const body = scriptedStream();
        let state: 'asked' | 'answered' | 'over' = 'asked';
        const stream: AskedStream = {
          scopes: JSON.parse(text) as string[],
          get isAnswered() {
            return state === 'answered';
          },
          refuse(reason) {
            state = 'over';
            reject(new NotConnectedError(reason));
          },
          send(...snapshots) {
            if (state === 'asked') resolve(body.response().body ?? new ReadableStream());
            state = 'answered';
            body.send(event(...snapshots));
          },
          end() {
            state = 'over';
            body.end();
          },
        };
        all.push({ stream, isLive: () => !signal.aborted && state !== 'over' });
      }),
    get streams() {
      return all.map(({ stream }) => stream);
    },
    live: () => all.filter(({ isLive }) => isLive()).map(({ stream }) => stream),
  };
}

/** An observer that writes down what it is told. */
export function notingObserver() {
  const snapshots: object[] = [];
  const connections: Connection[] = [];
  return {
    snapshots,
    connections,
    statuses: () => connections.map(({ status }) => status),
    onSnapshot: (snapshot: unknown) => void snapshots.push(snapshot as object),
    onConnection: (connection: Connection) => void connections.push(connection),
  };
}
