import { Type } from 'typebox';
import type { Static } from 'typebox';
import { FileRole, Id, Instant, Nullable, Path, Product, Strict } from './schema.js';

/** Why a file found elsewhere is believed to be the one that the mandate refers to, the strongest reason first. */
export const LinkReason = Type.Enum([
  'internal-id',
  'carried-id',
  'file-number',
  'content',
  'size-and-time',
  'name',
]);
export type LinkReason = Static<typeof LinkReason>;

export const LinkCandidate = Type.Object(
  {
    path: Path,
    certainty: Type.Enum(['certain', 'likely']),
    reasons: Type.Array(LinkReason),
    along: Type.Array(Type.Object({ fileId: Id, name: Type.String(), from: Path, to: Path }, Strict), {
      description: 'Other files of the mandate that lay beside it and now lie beside this candidate.',
    }),
  },
  Strict,
);
export type LinkCandidate = Static<typeof LinkCandidate>;

export const LinkStatus = Type.Enum([
  'linked',
  'renamed',
  'moved',
  'moved-and-renamed',
  'copy',
  'other-file',
  'ambiguous',
  'missing',
]);
export type LinkStatus = Static<typeof LinkStatus>;

export const LinkMessage = Type.Object(
  {
    fileId: Id,
    name: Type.String(),
    role: FileRole,
    product: Product,
    path: Path,
    status: LinkStatus,
    since: Nullable(Instant),
    candidates: Type.Array(LinkCandidate),
  },
  {
    ...Strict,
    description: 'Whether a file of the mandate is where the mandate says, and where else it may be.',
  },
);
export type LinkMessage = Static<typeof LinkMessage>;

/** The document that the asking program has open, where one does. */
export const LinkQuery = Type.Object(
  { path: Type.Optional(Path), documentId: Type.Optional(Type.String({ maxLength: 200 })) },
  Strict,
);
export type LinkQuery = Static<typeof LinkQuery>;

export const RestoreLink = Type.Object(
  {
    from: Type.String({ description: 'The path that the mandate had when this was decided.' }),
    path: Path,
    documentId: Type.Optional(Type.String({ maxLength: 200 })),
    adopt: Type.Boolean({
      default: false,
      description: 'Take it although it is not known to be the same file: a person says so.',
    }),
    along: Type.Array(Id, { default: [], description: 'Files that moved along and are corrected with it.' }),
  },
  Strict,
);
export type RestoreLink = Static<typeof RestoreLink>;

export const RestoredLinks = Type.Object(
  {
    changeId: Id,
    restored: Type.Array(Type.Object({ fileId: Id, name: Type.String(), from: Path, to: Path }, Strict)),
  },
  Strict,
);
export type RestoredLinks = Static<typeof RestoredLinks>;

/** One correction of links, as the history tells it. */
export const LinkChange = Type.Object(
  {
    id: Id,
    at: Instant,
    kind: Type.Enum(['restored', 'migrated']),
    moves: Type.Array(Type.Object({ fileId: Id, name: Type.String(), from: Path, to: Path }, Strict), {
      minItems: 1,
    }),
    undoneAt: Nullable(Instant),
    undoPossible: Type.Boolean({ description: 'It is not undone, and none of its links has changed since.' }),
  },
  Strict,
);
export type LinkChange = Static<typeof LinkChange>;

export const LinkChangeList = Type.Object({ items: Type.Array(LinkChange) }, Strict);
export type LinkChangeList = Static<typeof LinkChangeList>;

export const SearchQuery = Type.Object(
  { folder: Type.String({ minLength: 1, maxLength: 4096, description: 'With everything below it.' }) },
  Strict,
);
export type SearchQuery = Static<typeof SearchQuery>;

/** How far the search for a file has come; the last one says that it is over, and what was found is told of the link too. */
export const FileSearch = Type.Object(
  {
    isOver: Type.Boolean(),
    folders: Type.Integer({ minimum: 0 }),
    files: Type.Integer({ minimum: 0, description: 'Of the sought kind.' }),
    found: Type.Integer({ minimum: 0 }),
  },
  Strict,
);
export type FileSearch = Static<typeof FileSearch>;

export const Migration = Type.Object(
  { links: Type.Array(LinkMessage, { description: 'Every file that is not where the mandate says.' }) },
  Strict,
);
export type Migration = Static<typeof Migration>;

export const Migrate = Type.Object(
  {
    moves: Type.Array(
      Type.Object(
        { fileId: Id, from: Type.String(), path: Path, adopt: Type.Boolean({ default: false }) },
        Strict,
      ),
      { minItems: 1, maxItems: 5000 },
    ),
  },
  Strict,
);
export type Migrate = Static<typeof Migrate>;

export const AttachFile = Type.Object(
  {
    product: Product,
    path: Path,
    documentId: Type.Optional(Type.String({ maxLength: 200 })),
    entryFile: Type.Optional(Id),
  },
  Strict,
);
export type AttachFile = Static<typeof AttachFile>;
