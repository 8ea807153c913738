import { Type } from 'typebox';
import type { Static } from 'typebox';
import { AccountState, SyncCauseMessage } from './account.js';
import { EntryProblemMessage } from './entries.js';
import {
  FileRole,
  Id,
  Instant,
  Nullable,
  Path,
  PendingCounts,
  Product,
  Revision,
  Severity,
  Strict,
} from './schema.js';

export const ReadProblemMessage = Type.Object(
  {
    code: Type.String(),
    line: Type.Integer(),
    column: Type.Integer(),
    found: Type.Optional(Type.String()),
    size: Type.Optional(Type.Integer()),
    maxSize: Type.Optional(Type.Integer()),
  },
  { ...Strict, description: 'Line 0: the file as a whole. `size` and `maxSize` are bytes.' },
);

export const SuspectReasonMessage = Type.Union([
  Type.Object({ code: Type.Literal('lot-went-back'), known: Type.Integer(), found: Type.Integer() }, Strict),
  Type.Object({ code: Type.Literal('time-went-back'), known: Type.String(), found: Type.String() }, Strict),
  Type.Object({ code: Type.Literal('other-uid'), expected: Type.Integer(), found: Type.Integer() }, Strict),
  Type.Object({ code: Type.Literal('mass-deletion'), posted: Type.Integer(), gone: Type.Integer() }, Strict),
]);

export const SourceTroubleMessage = Type.Union([
  Type.Object(
    { kind: Type.Literal('unreadable'), since: Instant, problems: Type.Array(ReadProblemMessage) },
    Strict,
  ),
  Type.Object({ kind: Type.Literal('missing'), since: Instant }, Strict),
  Type.Object(
    {
      kind: Type.Literal('suspect'),
      since: Instant,
      reasons: Type.Array(SuspectReasonMessage),
      version: Type.String(),
    },
    Strict,
  ),
]);

/** Why a file or folder could not be checked; see `AccessProblem` of the domain. */
export const AccessProblemMessage = Type.Enum([
  'no-access',
  'busy',
  'io-error',
  'not-responding',
  'out-of-handles',
  'disk-full',
  'too-large',
  'unstable',
  'damaged',
  'not-a-file',
  'missing',
  'removed',
  'other-copy',
  'storage-failed',
  'failed',
]);

const common = {
  id: Type.String(),
  since: Instant,
  severity: Severity,
  action: Type.Union([
    Type.Enum([
      'post',
      'details',
      'take-over',
      'sign-in',
      'restore-link',
      'retry',
      'migrate',
      'show-entries',
      'undo-link',
    ]),
    Type.Null(),
  ]),
};

export const NotificationMessage = Type.Union([
  Type.Object(
    {
      ...common,
      kind: Type.Literal('entries-pending'),
      counts: PendingCounts,
      withProblems: Type.Integer({ minimum: 0 }),
    },
    Strict,
  ),
  Type.Object(
    {
      ...common,
      kind: Type.Literal('source-trouble'),
      fileId: Id,
      name: Type.String(),
      product: Product,
      trouble: SourceTroubleMessage,
    },
    Strict,
  ),
  Type.Object(
    {
      ...common,
      kind: Type.Literal('source-twin'),
      twinId: Id,
      name: Type.String(),
      modifiedAt: Instant,
      original: Type.String(),
      originalModifiedAt: Nullable(Instant),
    },
    Strict,
  ),
  Type.Object(
    {
      ...common,
      kind: Type.Literal('chart-missing'),
      reason: Type.Enum(['none', 'several', 'unreadable']),
      detail: Nullable(Type.String()),
    },
    Strict,
  ),
  Type.Object(
    {
      ...common,
      kind: Type.Literal('index-trouble'),
      name: Type.String(),
      reason: Type.Enum(['unreadable', 'bad-lines', 'held-elsewhere', 'listed-twice', 'other-role']),
      detail: Type.String(),
    },
    Strict,
  ),
  Type.Object({ ...common, kind: Type.Literal('held-elsewhere'), machine: Type.String() }, Strict),
  Type.Object(
    {
      ...common,
      kind: Type.Literal('claim-unverified'),
      name: Type.String(),
      reason: AccessProblemMessage,
    },
    {
      ...Strict,
      description: 'The claim does not show that this machine owns the mandate: nothing is posted.',
    },
  ),
  Type.Object({ ...common, kind: Type.Literal('accounting-missing'), path: Path }, Strict),
  Type.Object({ ...common, kind: Type.Literal('watching-degraded'), folder: Path }, Strict),
  Type.Object(
    {
      ...common,
      kind: Type.Literal('check-failed'),
      path: Type.String(),
      name: Type.String(),
      reason: AccessProblemMessage,
    },
    { ...Strict, description: 'A file or folder of the mandate cannot be checked; all others are.' },
  ),
  Type.Object(
    { ...common, kind: Type.Literal('signed-out'), heldBack: Type.Integer({ minimum: 0 }) },
    { ...Strict, description: 'Nobody is signed in; so many pending entries wait for it.' },
  ),
  Type.Object(
    {
      ...common,
      kind: Type.Literal('file-detached'),
      fileId: Id,
      name: Type.String(),
      attachedPath: Path,
      openedPath: Path,
      status: Type.Enum(['renamed', 'moved', 'moved-and-renamed', 'other-file', 'copy']),
    },
    Strict,
  ),
  Type.Object(
    { ...common, kind: Type.Literal('link-restored'), fileId: Id, name: Type.String(), changeId: Id },
    { ...Strict, description: 'Quietly, for a while after a link was restored.' },
  ),
  Type.Object(
    { ...common, kind: Type.Literal('entries-waiting'), fileId: Id, counts: PendingCounts },
    { ...Strict, description: "Of the open document's entries so many are not yet posted." },
  ),
  Type.Object(
    {
      ...common,
      kind: Type.Literal('entries-problems'),
      fileId: Id,
      count: Type.Integer({ minimum: 1 }),
      first: EntryProblemMessage,
      others: Type.Integer({ minimum: 0, description: 'Further problems that say something else.' }),
    },
    { ...Strict, description: "Of the open document's entries so many cannot be posted, and why." },
  ),
  Type.Object(
    { ...common, kind: Type.Literal('entries-locked'), fileId: Id, count: Type.Integer({ minimum: 1 }) },
    { ...Strict, description: 'So many salaries are posted, and locked until they are un-posted.' },
  ),
  Type.Object({ ...common, kind: Type.Literal('sync-error'), cause: SyncCauseMessage }, Strict),
  Type.Object(
    {
      ...common,
      kind: Type.Literal('file-moved'),
      files: Type.Array(Type.Object({ fileId: Id, name: Type.String() }, Strict), { minItems: 1 }),
      folder: Nullable(Type.String({ description: 'Name of the folder that moved with all of them.' })),
      from: Path,
      to: Nullable(Path),
    },
    Strict,
  ),
]);
export type NotificationMessage = Static<typeof NotificationMessage>;

/** What this service can do; what is not listed gets no button. */
export const Capability = Type.Enum([
  'post',
  'already-posted',
  'unpost',
  'export',
  'arrival',
  'confirm-source',
  'ignore-twin',
  'show-in-folder',
  'take-over',
  'sign-in',
  'retry-sync',
  'manage-mandates',
  'attach-file',
  'browse-folders',
  'restore-link',
  'migrate',
  'search-folder',
  'undo-link',
  'file-entries',
]);
export type Capability = Static<typeof Capability>;

export const StatusSnapshot = Type.Object(
  {
    revision: Revision,
    mandate: Nullable(
      Type.Object({ id: Id, name: Type.String(), kind: Type.Enum(['local', 'shared']) }, Strict),
    ),
    file: Nullable(
      Type.Object({ id: Id, role: FileRole, product: Product, path: Path, name: Type.String() }, Strict),
    ),
    pending: PendingCounts,
    entries: Nullable(
      Type.Object(
        {
          fileId: Id,
          name: Type.String(),
          waiting: PendingCounts,
          withProblems: Type.Integer({ minimum: 0 }),
          posted: Type.Integer({ minimum: 0 }),
          lastPostedAt: Nullable(Instant),
        },
        { ...Strict, description: "Of a program's document: what has become of the entries that it writes." },
      ),
    ),
    notifications: Type.Array(NotificationMessage),
    account: Nullable(AccountState),
    capabilities: Type.Array(Capability),
    service: Type.Object({ version: Type.String(), startedAt: Instant }, Strict),
  },
  {
    ...Strict,
    description:
      'The whole truth of one scope (product + open document); every stream message is one of these.',
  },
);
export type StatusSnapshot = Static<typeof StatusSnapshot>;

export const StatusQuery = Type.Object(
  { product: Product, path: Path, documentId: Type.Optional(Type.String({ maxLength: 200 })) },
  Strict,
);
export type StatusQuery = Static<typeof StatusQuery>;

export const OpenedDocument = Type.Object(
  { product: Product, path: Path, documentId: Type.Optional(Type.String({ maxLength: 200 })) },
  Strict,
);
export type OpenedDocument = Static<typeof OpenedDocument>;
