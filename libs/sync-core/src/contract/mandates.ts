import { Type } from 'typebox';
import type { Static } from 'typebox';
import { FileRole, Id, Instant, IsoDate, Nullable, Path, PendingCounts, Product, Strict } from './schema.js';
import { AccountState, SyncCauseMessage } from './account.js';
import { LinkStatus } from './links.js';
import { Capability, NotificationMessage, SourceTroubleMessage } from './status.js';

export const CreateMandate = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    accountingFile: Path,
    chartFile: Type.Optional(Path),
  },
  Strict,
);
export type CreateMandate = Static<typeof CreateMandate>;

export const RenameMandate = Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) }, Strict);
export type RenameMandate = Static<typeof RenameMandate>;

/** What the user was told before: so many entries wait, which nobody will be told about any more. */
export const PendingSeen = Type.Object({ pendingSeen: Type.Integer({ minimum: 0 }) }, Strict);
export type PendingSeen = Static<typeof PendingSeen>;

/** What of an attached file can be corrected: the program that writes an entry file, or the entry file of a document. */
export const CorrectFile = Type.Object(
  { product: Type.Optional(Product), entryFile: Type.Optional(Nullable(Id)) },
  Strict,
);
export type CorrectFile = Static<typeof CorrectFile>;

export const MandateFileMessage = Type.Object(
  {
    id: Id,
    role: FileRole,
    product: Product,
    path: Path,
    name: Type.String(),
    attachedAt: Instant,
    period: Nullable(Type.Object({ begin: IsoDate, end: IsoDate }, Strict)),
    trouble: Nullable(SourceTroubleMessage),
    lastTakenInAt: Nullable(Instant),
    pending: Type.Integer({ minimum: 0, description: 'Entries of it that wait, or that wait in it.' }),
    entryFile: Nullable(
      Type.String({ description: 'Of a document: the entry file that its program writes.' }),
    ),
    machine: Type.String({ description: 'The machine that it is on.' }),
    link: LinkStatus,
  },
  Strict,
);
export type MandateFileMessage = Static<typeof MandateFileMessage>;

export const MandateMessage = Type.Object(
  {
    id: Id,
    name: Type.String(),
    kind: Type.Enum(['local', 'shared']),
    createdAt: Instant,
    heldBy: Nullable(Type.Object({ machine: Type.String(), since: Instant }, Strict)),
    files: Type.Array(MandateFileMessage),
  },
  Strict,
);
export type MandateMessage = Static<typeof MandateMessage>;

export const MandateList = Type.Object({ items: Type.Array(MandateMessage) }, Strict);
export type MandateList = Static<typeof MandateList>;

export const ConfirmVersion = Type.Object(
  {
    version: Type.String({
      minLength: 1,
      maxLength: 128,
      description: 'Fingerprint of the suspect version, as its notification gives it.',
    }),
  },
  Strict,
);
export type ConfirmVersion = Static<typeof ConfirmVersion>;

export const OverviewMandate = Type.Object(
  {
    id: Id,
    name: Type.String(),
    kind: Type.Enum(['local', 'shared']),
    pending: PendingCounts,
    withProblems: Type.Integer({ minimum: 0 }),
    troubles: Type.Integer({ minimum: 0, description: 'Notifications of warning or error in the mandate.' }),
    pendingSince: Nullable(Instant),
    heldBy: Nullable(Type.String({ description: 'The other machine that keeps it.' })),
    files: Type.Integer({ minimum: 0 }),
    heardAt: Nullable(
      Type.String({
        description:
          'When the source that has been silent longest was last taken in, or attached; none: it has no entry files.',
      }),
    ),
    moved: Type.Integer({ minimum: 0, description: 'Files that are not where the mandate says.' }),
    missing: Type.Integer({
      minimum: 0,
      description: 'Documents that are nowhere to be found; of other missing files a notification tells.',
    }),
    sync: Nullable(
      Type.Object(
        { causes: Type.Array(SyncCauseMessage, { description: 'None: it is synchronised.' }) },
        Strict,
      ),
    ),
  },
  Strict,
);
export type OverviewMandate = Static<typeof OverviewMandate>;

/** A row of the console: what is told, and of which mandates. */
export const OverviewNotification = Type.Object(
  {
    mandates: Type.Array(Type.Object({ id: Id, name: Type.String() }, Strict), { minItems: 1 }),
    notification: NotificationMessage,
  },
  Strict,
);
export type OverviewNotification = Static<typeof OverviewNotification>;

export const Overview = Type.Object(
  {
    revision: Type.Integer(),
    mandates: Type.Array(OverviewMandate),
    notifications: Type.Array(OverviewNotification),
    account: Nullable(AccountState),
    capabilities: Type.Array(Capability),
    service: Type.Object({ version: Type.String(), startedAt: Instant }, Strict),
  },
  Strict,
);
export type Overview = Static<typeof Overview>;
