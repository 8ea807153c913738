import { Type } from 'typebox';
import type { Static, TObject, TSchema } from 'typebox';
import { AccountState, RetrySync } from './account.js';
import { EntryPage, EntryQuery, FileEntryPage, FileEntryQuery } from './entries.js';
import type { ErrorCode } from './errors.js';
import { FolderListing, FolderQuery } from './folders.js';
import {
  AttachFile,
  FileSearch,
  LinkChange,
  LinkChangeList,
  LinkMessage,
  LinkQuery,
  Migrate,
  Migration,
  RestoredLinks,
  RestoreLink,
  SearchQuery,
} from './links.js';
import {
  ConfirmVersion,
  CorrectFile,
  CreateMandate,
  MandateFileMessage,
  MandateList,
  MandateMessage,
  Overview,
  PendingSeen,
  RenameMandate,
} from './mandates.js';
import { paths } from './paths.js';
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
import { ScopeSnapshots, StreamScopes } from './scopes.js';
import { OpenedSession, OpenSession, SessionCode } from './session.js';
import { OpenedDocument, StatusQuery, StatusSnapshot } from './status.js';

/** One operation of the API: the agent's routes, its OpenAPI page, the msw handlers and the client's types follow from it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
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
const LinkChangeParams = Type.Object({ mandateId: Id, changeId: Id }, Strict);
const PostingParams = Type.Object({ mandateId: Id, postingId: Id }, Strict);
const AccountingFileQuery = Type.Object({ accountingFile: Type.Optional(Id) }, Strict);
const PageQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 256 })),
    limit: Type.Integer({ minimum: 1, maximum: 5000, default: 200 }),
  },
  Strict,
);

const json = <S extends TSchema>(status: number, schema: S) => ({ status, schema });
const nothing = { status: 204, schema: null };
const eventStream = <S extends TSchema>(schema: S) => ({
  status: 200,
  schema,
  contentType: 'text/event-stream' as const,
});
const text = { status: 200, schema: Type.String(), contentType: 'text/plain' as const };

export const routes = {
  getStatus: {
    ...paths.getStatus,
    summary: 'What concerns one open document.',
    query: StatusQuery,
    answer: json(200, StatusSnapshot),
    errors: [],
  },
  streamStatus: {
    ...paths.streamStatus,
    summary: 'The same as server-sent events, the first at once.',
    query: StatusQuery,
    answer: eventStream(StatusSnapshot),
    errors: ['too-many-streams'],
  },
  getOverview: {
    ...paths.getOverview,
    summary: 'All mandates at a glance.',
    answer: json(200, Overview),
    errors: [],
  },
  streamOverview: {
    ...paths.streamOverview,
    summary: 'The same as server-sent events.',
    answer: eventStream(Overview),
    errors: ['too-many-streams'],
  },
  streamScopes: {
    ...paths.streamScopes,
    summary:
      'Several scopes in one stream of server-sent events: browsers allow six connections to a service.',
    body: StreamScopes,
    answer: eventStream(ScopeSnapshots),
    errors: ['too-many-streams'],
  },
  documentOpened: {
    ...paths.documentOpened,
    summary: 'A host tells which document it has open.',
    body: OpenedDocument,
    answer: json(200, StatusSnapshot),
    errors: [],
  },
  listMandates: {
    ...paths.listMandates,
    summary: 'All mandates with their files.',
    answer: json(200, MandateList),
    errors: [],
  },
  createMandate: {
    ...paths.createMandate,
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
    ...paths.getMandate,
    summary: 'One mandate with its files.',
    params: MandateParams,
    answer: json(200, MandateMessage),
    errors: ['mandate-not-found'],
  },
  renameMandate: {
    ...paths.renameMandate,
    summary: 'Gives the mandate another name.',
    params: MandateParams,
    body: RenameMandate,
    answer: json(200, MandateMessage),
    errors: ['mandate-not-found'],
  },
  removeMandate: {
    ...paths.removeMandate,
    summary:
      'The mandate is no longer kept here. Its files stay as they are, and its history for when it is created again.',
    params: MandateParams,
    query: PendingSeen,
    answer: nothing,
    errors: ['mandate-not-found', 'revision-outdated'],
  },
  takeOverMandate: {
    ...paths.takeOverMandate,
    summary: 'This machine keeps the mandate from now on.',
    params: MandateParams,
    answer: json(200, MandateMessage),
    errors: ['mandate-not-found', 'held-elsewhere', 'claim-unverified'],
  },
  listEntries: {
    ...paths.listEntries,
    summary: 'The pending entries, a page at a time.',
    params: MandateParams,
    query: EntryQuery,
    answer: json(200, EntryPage),
    errors: ['mandate-not-found', 'file-not-found', 'accounting-file-ambiguous'],
  },
  createPosting: {
    ...paths.createPosting,
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
      'claim-unverified',
    ],
  },
  listPostings: {
    ...paths.listPostings,
    summary: 'The history of postings, newest first.',
    params: MandateParams,
    query: AccountingFileQuery,
    answer: json(200, PostingList),
    errors: ['mandate-not-found', 'accounting-file-ambiguous'],
  },
  getPosting: {
    ...paths.getPosting,
    summary: 'One posting with its entries.',
    params: PostingParams,
    query: PageQuery,
    answer: json(200, PostingDetail),
    errors: ['mandate-not-found', 'posting-not-found'],
  },
  deletePosting: {
    ...paths.deletePosting,
    summary: 'Un-posts.',
    params: PostingParams,
    answer: json(200, UndoResult),
    idempotencyKey: 'accepted',
    errors: [
      'mandate-not-found',
      'file-not-found',
      'posting-not-found',
      'posting-built-upon',
      'posting-already-undone',
      'held-elsewhere',
      'claim-unverified',
    ],
  },
  confirmArrival: {
    ...paths.confirmArrival,
    summary: 'The accounting has the entries.',
    params: PostingParams,
    answer: json(200, PostingSummary),
    errors: [
      'mandate-not-found',
      'posting-not-found',
      'posting-already-undone',
      'nothing-to-export',
      'claim-unverified',
    ],
  },
  exportPosting: {
    ...paths.exportPosting,
    summary: 'Records an export and answers with the text that the accounting imports, Windows-1252.',
    params: PostingParams,
    query: ExportQuery,
    answer: text,
    idempotencyKey: 'accepted',
    errors: [
      'mandate-not-found',
      'posting-not-found',
      'nothing-to-export',
      'already-exported',
      'claim-unverified',
      'idempotency-key-reused',
    ],
  },
  attachFile: {
    ...paths.attachFile,
    summary:
      'Attaches a file to the mandate: a program’s document, a further fiscal period, or a listed entry file again.',
    params: MandateParams,
    body: AttachFile,
    answer: json(201, MandateFileMessage),
    errors: [
      'not-supported',
      'mandate-not-found',
      'file-not-found',
      'path-not-absolute',
      'path-not-found',
      'file-type-unknown',
      'not-a-document',
      'not-an-accounting-file',
      'not-listed',
      'already-in-mandate',
    ],
  },
  correctFile: {
    ...paths.correctFile,
    summary: 'Corrects which program writes an entry file, or which entry file a document’s program writes.',
    params: FileParams,
    body: CorrectFile,
    answer: json(200, MandateFileMessage),
    errors: ['mandate-not-found', 'file-not-found', 'not-a-document'],
  },
  detachFile: {
    ...paths.detachFile,
    summary: 'The file no longer belongs to the mandate; what was posted from it stays posted.',
    params: FileParams,
    query: PendingSeen,
    answer: nothing,
    errors: ['mandate-not-found', 'file-not-found', 'last-accounting-file', 'revision-outdated'],
  },
  listFileEntries: {
    ...paths.listFileEntries,
    summary:
      'What has become of the bookings of an entry file, or of a document’s entry file, a page at a time.',
    params: FileParams,
    query: FileEntryQuery,
    answer: json(200, FileEntryPage),
    errors: ['mandate-not-found', 'file-not-found'],
  },
  getLink: {
    ...paths.getLink,
    summary: 'Whether the file is where the mandate says, and where else it may be.',
    params: FileParams,
    query: LinkQuery,
    answer: json(200, LinkMessage),
    errors: ['not-supported', 'mandate-not-found', 'file-not-found'],
  },
  restoreLink: {
    ...paths.restoreLink,
    summary: 'The mandate refers to the file at its new place from now on.',
    params: FileParams,
    body: RestoreLink,
    answer: json(200, RestoredLinks),
    errors: [
      'not-supported',
      'mandate-not-found',
      'file-not-found',
      'path-not-absolute',
      'file-type-unknown',
      'path-not-found',
      'already-in-mandate',
      'link-outdated',
      'not-the-same-file',
      'not-beside-accounting',
      'held-elsewhere',
    ],
  },
  searchFile: {
    ...paths.searchFile,
    summary:
      'Looks for a file in a folder that a person names, with everything below it; closing the stream gives it up.',
    params: FileParams,
    query: SearchQuery,
    answer: eventStream(FileSearch),
    errors: [
      'not-supported',
      'mandate-not-found',
      'file-not-found',
      'path-not-absolute',
      'path-not-found',
      'folder-not-allowed',
      'too-many-streams',
    ],
  },
  listLinkChanges: {
    ...paths.listLinkChanges,
    summary: 'The corrections of links, newest first.',
    params: MandateParams,
    answer: json(200, LinkChangeList),
    errors: ['mandate-not-found'],
  },
  undoLinkChange: {
    ...paths.undoLinkChange,
    summary: 'Takes a correction of links back.',
    params: LinkChangeParams,
    answer: json(200, LinkChange),
    errors: [
      'not-supported',
      'mandate-not-found',
      'link-change-not-found',
      'link-outdated',
      'already-in-mandate',
      'held-elsewhere',
    ],
  },
  getMigration: {
    ...paths.getMigration,
    summary: 'All files of the mandate that are not where it says, with where they may be.',
    params: MandateParams,
    answer: json(200, Migration),
    errors: ['not-supported', 'mandate-not-found'],
  },
  migrate: {
    ...paths.migrate,
    summary: 'Restores several links in one step, all or none.',
    params: MandateParams,
    body: Migrate,
    answer: json(200, RestoredLinks),
    errors: [
      'not-supported',
      'mandate-not-found',
      'file-not-found',
      'path-not-absolute',
      'file-type-unknown',
      'path-not-found',
      'already-in-mandate',
      'link-outdated',
      'not-the-same-file',
      'not-beside-accounting',
      'held-elsewhere',
    ],
  },
  confirmVersion: {
    ...paths.confirmVersion,
    summary: 'A suspect version of an entry file is right after all.',
    params: FileParams,
    body: ConfirmVersion,
    answer: nothing,
    errors: ['mandate-not-found', 'file-not-found', 'source-not-suspect'],
  },
  showFile: {
    ...paths.showFile,
    summary: "Shows the file in the system's file manager.",
    params: FileParams,
    answer: nothing,
    errors: ['mandate-not-found', 'file-not-found'],
  },
  listFolder: {
    ...paths.listFolder,
    summary: 'The names in a folder, for choosing a file; without a path, where to begin.',
    query: FolderQuery,
    answer: json(200, FolderListing),
    errors: ['not-supported', 'path-not-absolute', 'path-not-found', 'folder-not-allowed'],
  },
  createSessionCode: {
    ...paths.createSessionCode,
    summary: 'A one-time code with which a page in a web view opens its session.',
    answer: json(201, SessionCode),
    errors: [],
  },
  openSession: {
    ...paths.openSession,
    summary: 'Opens a session: the agent proves that it knows a secret, the caller then signs with it.',
    body: OpenSession,
    answer: json(201, OpenedSession),
    errors: [],
  },
  getAccount: {
    ...paths.getAccount,
    summary: 'Who is signed in to the server for shared mandates.',
    answer: json(200, AccountState),
    errors: ['not-supported'],
  },
  startSignIn: {
    ...paths.startSignIn,
    summary: "Begins to sign in: the issuer's page is to be opened in the system browser.",
    answer: json(200, AccountState),
    errors: ['not-supported', 'no-internet'],
  },
  cancelSignIn: {
    ...paths.cancelSignIn,
    summary: 'Nobody signs in after all.',
    answer: nothing,
    errors: ['not-supported'],
  },
  signOut: {
    ...paths.signOut,
    summary: 'From now on nobody is signed in.',
    answer: nothing,
    errors: ['not-supported'],
  },
  retrySync: {
    ...paths.retrySync,
    summary: 'Tries again to synchronise shared mandates.',
    body: RetrySync,
    answer: nothing,
    errors: [
      'not-supported',
      'mandate-not-found',
      'mandate-not-shared',
      'no-internet',
      'not-signed-in',
      'sync-refused',
    ],
  },
  ignoreTwin: {
    ...paths.ignoreTwin,
    summary: "A cloud folder's copy is known and does not matter.",
    params: TwinParams,
    answer: nothing,
    errors: ['mandate-not-found', 'file-not-found'],
  },
} as const satisfies Record<keyof typeof paths, Route>;

export type OperationId = keyof typeof routes;

type Of<O extends OperationId> = (typeof routes)[O];
type StaticOf<T> = T extends TSchema ? Static<T> : undefined;

export type ParamsOf<O extends OperationId> = Of<O> extends { params: infer P } ? StaticOf<P> : undefined;
export type QueryOf<O extends OperationId> = Of<O> extends { query: infer Q } ? StaticOf<Q> : undefined;
export type BodyOf<O extends OperationId> = Of<O> extends { body: infer B } ? StaticOf<B> : undefined;
export type AnswerOf<O extends OperationId> = Of<O>['answer']['schema'] extends infer S ? StaticOf<S> : never;
