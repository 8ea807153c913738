import { Type } from 'typebox';
import type { Static } from 'typebox';
import { EntryBefore, EntryLineMessage, EntryProblemMessage } from './entries.js';
import { Change, Id, Instant, IsoDate, Nullable, PendingCounts, Revision, Strict } from './schema.js';

export const PostingRequest = Type.Object(
  {
    revision: Type.Optional(Revision),
    entries: Type.Union([Type.Literal('all'), Type.Array(Id, { minItems: 1, maxItems: 200_000 })]),
    as: Type.Optional(
      Type.Enum(['posting', 'already-posted'], {
        description:
          'already-posted: the accounting has these entries by other means; recorded, un-doable, not exported.',
      }),
    ),
  },
  {
    ...Strict,
    description: '"all" must name the revision that the user saw; ids need none, they are bound to content.',
  },
);
export type PostingRequest = Static<typeof PostingRequest>;

export const LeftBehind = Type.Object({ id: Id, problems: Type.Array(EntryProblemMessage) }, Strict);

export const PostingResult = Type.Object(
  { id: Id, posted: PendingCounts, left: Type.Array(LeftBehind), revision: Revision },
  Strict,
);
export type PostingResult = Static<typeof PostingResult>;

const ExportFormat = Type.Enum(['extended', 'simple']);

/** The text was handed out. */
export const PostingExport = Type.Object(
  { at: Instant, format: ExportFormat, reversal: Type.Boolean() },
  Strict,
);

export const PostingSummary = Type.Object(
  {
    id: Id,
    kind: Type.Enum(['posting', 'already-posted']),
    accountingFile: Id,
    postedAt: Instant,
    counts: PendingCounts,
    arrivedAt: Nullable(Instant),
    undoneAt: Nullable(Instant),
    exports: Type.Array(PostingExport, {
      description: 'In their order. An exported posting may have arrived, confirmed or not.',
    }),
    undo: Type.Object(
      { possible: Type.Boolean(), blockedBy: Nullable(Id), offersReversal: Type.Boolean() },
      {
        ...Strict,
        description: 'Whether it can be un-posted now; otherwise the later posting that builds on it.',
      },
    ),
  },
  Strict,
);
export type PostingSummary = Static<typeof PostingSummary>;

export const PostingList = Type.Object({ items: Type.Array(PostingSummary) }, Strict);
export type PostingList = Static<typeof PostingList>;

export const PostedItem = Type.Object(
  {
    change: Change,
    source: Type.Object({ fileId: Id, name: Type.String() }, Strict),
    date: IsoDate,
    voucher: Type.String(),
    label: Type.String(),
    lines: Type.Array(EntryLineMessage, { minItems: 1 }),
    before: Type.Optional(EntryBefore),
  },
  Strict,
);
export type PostedItem = Static<typeof PostedItem>;

export const PostingDetail = Type.Object(
  { posting: PostingSummary, items: Type.Array(PostedItem), nextCursor: Nullable(Type.String()) },
  Strict,
);
export type PostingDetail = Static<typeof PostingDetail>;

export const UndoResult = Type.Object(
  { id: Id, undoneAt: Instant, offersReversal: Type.Boolean(), revision: Revision },
  {
    ...Strict,
    description:
      'offersReversal: it had arrived or been exported, so the accounting may need the reversal (export?reversal=true).',
  },
);
export type UndoResult = Static<typeof UndoResult>;

export const ExportQuery = Type.Object(
  {
    format: Type.Enum(['extended', 'simple'], { default: 'extended' }),
    reversal: Type.Boolean({ default: false }),
    again: Type.Boolean({
      default: false,
      description: 'The user knows that these lines were exported before (`already-exported`).',
    }),
  },
  Strict,
);
export type ExportQuery = Static<typeof ExportQuery>;
