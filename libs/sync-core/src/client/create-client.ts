import type { StreamScope } from '../contract/scopes.js';
import { createAccess } from './access.js';
import type { Access } from './access.js';
import { call } from './call.js';
import { follow } from './follow.js';
import { tokenKeys } from './keys.js';
import { openStream } from './open-stream.js';
import type {
  CallAnswer,
  CallInput,
  CallOperation,
  Snapshot,
  StreamInput,
  WatchOperation,
  WorkEventOf,
  WorkInput,
  WorkOperation,
} from './operation.js';
import { scopeStreams } from './scope-streams.js';
import type { WatchObserver } from './scope-streams.js';
import { createTransport } from './transport.js';
import type { WatchHandle } from './watch-stream.js';

export type ClientOptions = ServiceOptions & (TokenOptions | AccessOptions);

/** For programs that can read the token file, and pages that such a program trusts. The token is never sent. */
export interface TokenOptions {
  readonly token: string;
}

/** For everybody else: `createAccess(pageKeys(…))` in the service's own pages. */
export interface AccessOptions {
  readonly access: Access;
}

export interface ServiceOptions {
  /** The service's address, such as `http://127.0.0.1:4711`. */
  readonly url: string;
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** From 0 up to but not including 1; spreads the tries to reconnect. */
  readonly random?: () => number;
}

/** An operation none of whose parts is required can be called without any. */
type Input<T> = object extends T ? [input?: T] : [input: T];

export interface SynchroClient {
  /**
   * One request and its answer. Text comes as bytes (Windows-1252).
   *
   * @throws CallError          the service says no, and why
   * @throws NotConnectedError  there was no answer, or not one of ours
   */
  call<O extends CallOperation>(operation: O, ...input: Input<CallInput<O>>): Promise<CallAnswer<O>>;

  /**
   * Starts work and tells how far it is until it is over; giving up the signal gives up the work.
   *
   * @returns the last event
   * @throws as `call`; also where the answer breaks off
   */
  follow<O extends WorkOperation>(
    operation: O,
    input: WorkInput<O>,
    onEvent: (event: WorkEventOf<O>) => void,
  ): Promise<WorkEventOf<O>>;

  /** Follows a scope, reconnecting by itself, until `stop`; all that a client follows comes in one stream. Never throws. */
  watch<O extends WatchOperation>(
    operation: O,
    input: StreamInput<O>,
    observer: WatchObserver<Snapshot<O>>,
  ): WatchHandle;
}

/** Access to one service, for browsers and Node alike; it keeps nothing but its one stream, and any number may exist. */
export function createClient({
  now = Date.now,
  random = Math.random,
  ...options
}: ClientOptions): SynchroClient {
  const access = 'access' in options ? options.access : createAccess(tokenKeys(options.token));
  const transport = createTransport({ ...options, access });
  const streams = scopeStreams({
    open: (scopes, signal) => openStream(transport, JSON.parse(scopes) as unknown[], signal),
    now,
    random,
  });
  return {
    call: (operation, ...[input]) => call(transport, operation, input ?? {}) as never,
    follow: (operation, input, onEvent) => follow(transport, operation, input, onEvent as never) as never,
    // What arrives has been produced from the schema of this operation; nothing checks it again in the browser.
    watch: (operation, input, observer) => streams.watch(scopeOf(operation, input), observer),
  };
}

const FIELDS: readonly (keyof Extract<StreamScope, { kind: 'status' }>)[] = [
  'kind',
  'product',
  'path',
  'documentId',
];

/** As `streamScopes` takes it; the same text for the same scope, whatever the order in which its fields came. */
function scopeOf(operation: WatchOperation, { query }: { readonly query?: object }): string {
  const kind: StreamScope['kind'] = operation === 'streamStatus' ? 'status' : 'overview';
  return JSON.stringify({ ...query, kind }, [...FIELDS]);
}
