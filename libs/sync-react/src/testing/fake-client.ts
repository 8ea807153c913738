import { NotConnectedError } from '@synchro/sync-core/client';
import type { Connection, SynchroClient, WatchObserver } from '@synchro/sync-core/client';
import type { FileSearch, Overview, StatusSnapshot } from '../contract-types.js';

/** What a call was given; only what tests look at. */
export interface FakeInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

/** Tests only: a client whose answers and stream the test writes by hand. */
export interface FakeClient {
  readonly client: SynchroClient;
  readonly calls: { readonly operation: string; readonly input: FakeInput }[];
  /**
   * The answer of an operation from now on; a function may throw, or wait. Of work under way it is what it tells: a list
   * of events, after which it goes on for ever unless the last one says that it is over.
   */
  readonly answer: (operation: string, answer: (input: FakeInput) => unknown) => void;
  readonly show: (snapshot: StatusSnapshot | Overview) => void;
  readonly connection: (connection: Connection) => void;
  /** What was asked of the stream: `pause`, `resume`, `retryNow`, `stop`. */
  readonly asked: string[];
  readonly watched: unknown[];
  /** The documents that the service was told of, which `calls` leaves out. */
  readonly opened: unknown[];
}

export function fakeClient(): FakeClient {
  const answers = new Map<string, (input: FakeInput) => unknown>();
  const calls: FakeClient['calls'] = [];
  const asked: string[] = [];
  const watched: unknown[] = [];
  const opened: unknown[] = [];
  let observer: WatchObserver<StatusSnapshot | Overview> | null = null;
  const client = {
    call: (operation: string, input: FakeInput = {}) => {
      if (operation === 'documentOpened') opened.push(input.body);
      else calls.push({ operation, input });
      const answer = answers.get(operation);
      if (answer === undefined && operation === 'documentOpened') return Promise.resolve();
      if (answer === undefined) return Promise.reject(new NotConnectedError('no-answer'));
      return Promise.resolve(input).then(answer);
    },
    follow: async (
      operation: string,
      input: FakeInput & { readonly signal?: AbortSignal },
      onEvent: (event: FileSearch) => void,
    ) => {
      calls.push({ operation, input });
      const answer = answers.get(operation);
      if (answer === undefined) throw new NotConnectedError('no-answer');
      const events = (await Promise.resolve(input).then(answer)) as readonly FileSearch[];
      for (const event of events) onEvent(event);
      const last = events.at(-1);
      if (last?.isOver === true) return last;
      return new Promise((_resolve, reject) => {
        input.signal?.addEventListener('abort', () => reject(input.signal?.reason as Error));
      });
    },
    watch: (_operation: string, input: unknown, given: WatchObserver<StatusSnapshot | Overview>) => {
      watched.push(input);
      observer = given;
      const ask = (what: string) => () => void asked.push(what);
      return { pause: ask('pause'), resume: ask('resume'), retryNow: ask('retryNow'), stop: ask('stop') };
    },
  };
  return {
    client: client as unknown as SynchroClient,
    calls,
    asked,
    watched,
    opened,
    answer: (operation, answer) => void answers.set(operation, answer),
    show: (snapshot) => {
      observer?.onConnection({ status: 'connected', since: 0 });
      observer?.onSnapshot(snapshot);
    },
    connection: (connection) => observer?.onConnection(connection),
  };
}
