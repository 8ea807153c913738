import { Type } from 'typebox';
import type { Static, TObject, TSchema } from 'typebox';
import { EntryPage, EntryQuery } from './entries.js';
import type { ErrorCode } from './errors.js';
import { ConfirmVersion, CreateMandate, MandateList, MandateMessage, Overview } from './mandates.js';
import {
  ExportQuery,
  PostingDetail,
  PostingList,
  PostingRequest,
  PostingResult,
  PostingSummary,
  UndoResult,
} from './postings.js';
import { Id, Strict } from './schema.js';
import { OpenedDocument, StatusQuery, StatusSnapshot } from './status.js';

/** One operation of the API: the agent's routes, its OpenAPI page, the msw handlers and the client's types follow from it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/v1`, path parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TObject;
  readonly answer: {
    readonly status: number;
    readonly schema: TSchema | null;
    readonly contentType?: string;
  };
  readonly idempotencyKey?: 'required' | 'accepted';
  readonly errors: readonly ErrorCode[];
}

const MandateParams = Type.Object({ mandateId: Id }, Strict);
const FileParams = Type.Object({ mandateId: Id, fileId: Id }, Strict);
const TwinParams = Type.Object({ mandateId: Id, twinId: Id }, Strict);
const PostingParams = Type.Object({ mandateId: Id, postingId: Id }, Strict);
const AccountingFileQuery = Type.Object({ accountingFile: Type.Optional(Id) }, Strict);
const PageQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 256 })),
    limit: Type.Integer({ minimum: 1, maximum: 5000, default: 200 }),
  },
  Strict,
);

const json = (status: number, schema: TSchema) => ({ status, schema });
const nothing = { status: 204, schema: null };
const eventStream = (schema: TSchema) => ({ status: 200, schema, contentType: 'text/event-stream' });
const text = { status: 200, schema: Type.String(), contentType: 'text/plain' };

export const routes = {
  getStatus: {
    method: 'GET',
    path: '/status',
    summary: 'What concerns one open document.',
    query: StatusQuery,
    answer: json(200, StatusSnapshot),
    errors: [],
  },
  streamStatus: {
    method: 'GET',
    path: '/status/stream',
    summary: 'The same as server-sent events, the first at once.',
    query: StatusQuery,
    answer: eventStream(StatusSnapshot),
    errors: ['too-many-streams'],
  },
  getOverview: {
    method: 'GET',
    path: '/overview',
    summary: 'All mandates at a glance.',
    answer: json(200, Overview),
    errors: [],
  },
  streamOverview: {
    method: 'GET',
    path: '/overview/stream',
    summary: 'The same as server-sent events.',
    answer: eventStream(Overview),
    errors: ['too-many-streams'],
  },
  documentOpened: {
    method: 'POST',
    path: '/documents/opened',
    summary: 'A host tells which document it has open.',
    body: OpenedDocument,
    answer: json(200, StatusSnapshot),
    errors: [],
  },
  listMandates: {
    method: 'GET',
    path: '/mandates',
    summary: 'All mandates with their files.',
    answer: json(200, MandateList),
    errors: [],
  },
  createMandate: {
    method: 'POST',
    path: '/mandates',
    summary: 'A new local mandate from its accounting file; the entry files its .ecc lists are attached.',
    body: CreateMandate,
    answer: json(201, MandateMessage),
    idempotencyKey: 'accepted',
    errors: [
      'path-not-absolute',
      'path-not-found',
      'not-an-accounting-file',
      'not-a-chart',
      'already-in-mandate',
    ],
  },
  getMandate: {
    method: 'GET',
    path: '/mandates/{mandateId}',
    summary: 'One mandate with its files.',
    params: MandateParams,
    answer: json(200, MandateMessage),
    errors: ['mandate-not-found'],
  },
  takeOverMandate: {
    method: 'POST',
    path: '/mandates/{mandateId}/claim',
    summary: 'This machine keeps the mandate from now on.',
    params: MandateParams,
    answer: json(200, MandateMessage),
    errors: ['mandate-not-found'],
  },
  listEntries: {
    method: 'GET',
    path: '/mandates/{mandateId}/entries',
    summary: 'The pending entries, a page at a time.',
    params: MandateParams,
    query: EntryQuery,
    answer: json(200, EntryPage),
    errors: ['mandate-not-found', 'file-not-found', 'accounting-file-ambiguous'],
  },
  createPosting: {
    method: 'POST',
    path: '/mandates/{mandateId}/postings',
    summary: 'Posts all sound entries, or those named.',
    params: MandateParams,
    query: AccountingFileQuery,
    body: PostingRequest,
    answer: json(201, PostingResult),
    idempotencyKey: 'required',
    errors: [
      'mandate-not-found',
      'file-not-found',
      'accounting-file-ambiguous',
      'idempotency-key-required',
      'idempotency-key-reused',
      'revision-required',
      'revision-outdated',
      'entries-not-pending',
      'nothing-to-post',
      'held-elsewhere',
    ],
  },
  listPostings: {
    method: 'GET',
    path: '/mandates/{mandateId}/postings',
    summary: 'The history of postings, newest first.',
    params: MandateParams,
    query: AccountingFileQuery,
    answer: json(200, PostingList),
    errors: ['mandate-not-found', 'accounting-file-ambiguous'],
  },
  getPosting: {
    method: 'GET',
    path: '/mandates/{mandateId}/postings/{postingId}',
    summary: 'One posting with its entries.',
    params: PostingParams,
    query: PageQuery,
    answer: json(200, PostingDetail),
    errors: ['mandate-not-found', 'posting-not-found'],
  },
  deletePosting: {
    method: 'DELETE',
    path: '/mandates/{mandateId}/postings/{postingId}',
    summary: 'Un-posts.',
    params: PostingParams,
    answer: json(200, UndoResult),
    idempotencyKey: 'accepted',
    errors: [
      'mandate-not-found',
      'posting-not-found',
      'posting-built-upon',
      'posting-already-undone',
      'held-elsewhere',
    ],
  },
  confirmArrival: {
    method: 'POST',
    path: '/mandates/{mandateId}/postings/{postingId}/arrival',
    summary: 'The accounting has the entries.',
    params: PostingParams,
    answer: json(200, PostingSummary),
    errors: ['mandate-not-found', 'posting-not-found', 'posting-already-undone', 'nothing-to-export'],
  },
  exportPosting: {
    method: 'GET',
    path: '/mandates/{mandateId}/postings/{postingId}/export',
    summary: 'The text that the accounting imports, Windows-1252.',
    params: PostingParams,
    query: ExportQuery,
    answer: text,
    errors: ['mandate-not-found', 'posting-not-found', 'nothing-to-export', 'not-encodable'],
  },
  confirmVersion: {
    method: 'POST',
    path: '/mandates/{mandateId}/files/{fileId}/confirmation',
    summary: 'A suspect version of an entry file is right after all.',
    params: FileParams,
    body: ConfirmVersion,
    answer: nothing,
    errors: ['mandate-not-found', 'file-not-found', 'source-not-suspect'],
  },
  showFile: {
    method: 'POST',
    path: '/mandates/{mandateId}/files/{fileId}/show',
    summary: "Shows the file in the system's file manager.",
    params: FileParams,
    answer: nothing,
    errors: ['mandate-not-found', 'file-not-found'],
  },
  ignoreTwin: {
    method: 'DELETE',
    path: '/mandates/{mandateId}/twins/{twinId}',
    summary: "A cloud folder's copy is known and does not matter.",
    params: TwinParams,
    answer: nothing,
    errors: ['mandate-not-found', 'file-not-found'],
  },
} as const satisfies Record<string, Route>;

export type OperationId = keyof typeof routes;

type Of<O extends OperationId> = (typeof routes)[O];
type StaticOf<T> = T extends TSchema ? Static<T> : undefined;

export type ParamsOf<O extends OperationId> = Of<O> extends { params: infer P } ? StaticOf<P> : undefined;
export type QueryOf<O extends OperationId> = Of<O> extends { query: infer Q } ? StaticOf<Q> : undefined;
export type BodyOf<O extends OperationId> = Of<O> extends { body: infer B } ? StaticOf<B> : undefined;
export type AnswerOf<O extends OperationId> = Of<O>['answer']['schema'] extends infer S ? StaticOf<S> : never;
