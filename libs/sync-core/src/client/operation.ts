import type { AnswerOf, BodyOf, OperationId, ParamsOf, QueryOf, routes } from '../contract/routes.js';

type Of<O extends OperationId> = (typeof routes)[O];

/** The operations that answer once. */
export type CallOperation = Exclude<OperationId, StreamOperation>;

/** The operations whose answer goes on: each event is the whole truth of its scopes. */
export type StreamOperation = {
  [O in OperationId]: Of<O>['answer'] extends { contentType: 'text/event-stream' } ? O : never;
}[OperationId];

/** Those that end by themselves: work under way, told until it is over. */
export type WorkOperation = 'searchFile';

/** What can be followed: each is a scope, and one client asks for all of them in one stream, `streamScopes`. */
export type WatchOperation = Exclude<StreamOperation, 'streamScopes' | WorkOperation>;

/** What a call answers; text comes as its bytes, because the accounting's import text is Windows-1252. */
export type CallAnswer<O extends CallOperation> = Of<O>['answer'] extends { contentType: 'text/plain' }
  ? Uint8Array<ArrayBuffer>
  : AnswerOf<O>;

export type Snapshot<O extends WatchOperation> = AnswerOf<O>;

/** Query parameters that the service fills in when they are left out; a test compares them with the schemas. */
export type DefaultedParameter = 'limit' | 'format' | 'reversal' | 'again';

type Defaulted<Q> = { readonly [K in keyof Q as K extends DefaultedParameter ? never : K]: Q[K] } & {
  readonly [K in keyof Q as K extends DefaultedParameter ? K : never]?: Q[K];
};

/** A part that the operation does not have cannot be given; one without a required field can be left out. */
type Part<K extends string, T> = [T] extends [undefined]
  ? { readonly [P in K]?: never }
  : object extends T
    ? { readonly [P in K]?: T }
    : { readonly [P in K]: T };

type QueryPart<O extends OperationId> = [QueryOf<O>] extends [undefined]
  ? Part<'query', undefined>
  : Part<'query', Defaulted<QueryOf<O>>>;

type KeyPart<O extends OperationId> =
  Of<O> extends { idempotencyKey: infer K }
    ? K extends 'required'
      ? { readonly idempotencyKey: string }
      : { readonly idempotencyKey?: string }
    : { readonly idempotencyKey?: never };

export type CallInput<O extends CallOperation> = Part<'params', ParamsOf<O>> &
  QueryPart<O> &
  Part<'body', BodyOf<O>> &
  KeyPart<O> & { readonly signal?: AbortSignal };

/** What is told of work under way; the last one says that it is over. */
export type WorkEventOf<O extends WorkOperation> = AnswerOf<O>;

export type WorkInput<O extends WorkOperation> = Part<'params', ParamsOf<O>> &
  QueryPart<O> & { readonly signal?: AbortSignal };

export type StreamInput<O extends WatchOperation> = QueryPart<O>;
