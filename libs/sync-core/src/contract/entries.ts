import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Amount, Change, Id, Instant, IsoDate, Nullable, Strict } from './schema.js';

export const EntryLineMessage = Type.Object(
  {
    date: IsoDate,
    debit: Type.String(),
    credit: Type.String(),
    voucher: Type.String(),
    label: Type.String(),
    amount: Nullable(Amount),
    foreignAmount: Nullable(Amount),
    exchangeRate: Nullable(Type.String()),
    net: Type.Boolean(),
    vatType: Type.String(),
    vatCode: Type.String(),
    costCentre: Type.String(),
  },
  { ...Strict, description: 'One line of a booking; the open side of a compound line is `...`.' },
);
export type EntryLineMessage = Static<typeof EntryLineMessage>;

export const EntryProblemMessage = Type.Object(
  {
    code: Type.Enum([
      'unknown-account',
      'title-account',
      'group-account',
      'unknown-vat-code',
      'outside-periods',
      'missing-amount',
      'zero-amount',
      'unwritable-character',
      'unbalanced',
      'one-sided',
      'source-blocked',
    ]),
    line: Type.Optional(Type.Integer({ minimum: 0, description: "Index of the entry's line, from 0." })),
    account: Type.Optional(Type.String()),
    vatCode: Type.Optional(Type.String()),
    date: Type.Optional(IsoDate),
    trouble: Type.Optional(Type.Enum(['unreadable', 'suspect'])),
    field: Type.Optional(Type.Enum(['account', 'voucher', 'label', 'vat'])),
    character: Type.Optional(
      Type.String({ description: 'The first one that the import text cannot carry: `U+000D`.' }),
    ),
  },
  Strict,
);
export type EntryProblemMessage = Static<typeof EntryProblemMessage>;

/** The state of a booking before the change that waits; for `deleted` the same as the entry itself. */
export const EntryBefore = Type.Object({ lines: Type.Array(EntryLineMessage) }, Strict);

export const EntryItem = Type.Object(
  {
    id: Id,
    change: Change,
    source: Type.Object({ fileId: Id, name: Type.String() }, Strict),
    date: IsoDate,
    voucher: Type.String(),
    label: Type.String(),
    lines: Type.Array(EntryLineMessage, { minItems: 1 }),
    problems: Type.Array(EntryProblemMessage),
    before: Type.Optional(EntryBefore),
  },
  { ...Strict, description: 'One pending booking: counted once, whatever its lines.' },
);
export type EntryItem = Static<typeof EntryItem>;

/** What has become of the bookings of one entry file: they wait, or wait and cannot be posted, or are in the books. */
export const FileEntryState = Type.Enum(['waiting', 'problems', 'posted']);
export type FileEntryState = Static<typeof FileEntryState>;

export const FileEntryItem = Type.Object(
  {
    id: Id,
    change: Nullable(Change),
    numbers: Type.Array(Type.Integer(), {
      description:
        "The lines' numbers (idno) in the version last taken in, in ascending order; none of a booking that it no longer has.",
    }),
    date: IsoDate,
    voucher: Type.String(),
    label: Type.String(),
    lines: Type.Array(EntryLineMessage, { minItems: 1 }),
    problems: Type.Array(EntryProblemMessage),
    posting: Nullable(Type.Object({ id: Id, postedAt: Instant }, Strict)),
  },
  Strict,
);
export type FileEntryItem = Static<typeof FileEntryItem>;

export const FileEntryPage = Type.Object(
  { items: Type.Array(FileEntryItem), nextCursor: Nullable(Type.String()) },
  Strict,
);
export type FileEntryPage = Static<typeof FileEntryPage>;

export const FileEntryQuery = Type.Object(
  {
    state: FileEntryState,
    cursor: Type.Optional(Type.String({ maxLength: 256 })),
    limit: Type.Integer({ minimum: 1, maximum: 5000, default: 200 }),
  },
  Strict,
);
export type FileEntryQuery = Static<typeof FileEntryQuery>;

export const EntryPage = Type.Object(
  { revision: Type.Integer(), items: Type.Array(EntryItem), nextCursor: Nullable(Type.String()) },
  Strict,
);
export type EntryPage = Static<typeof EntryPage>;

export const EntryQuery = Type.Object(
  {
    accountingFile: Type.Optional(Id),
    change: Type.Optional(Change),
    cursor: Type.Optional(Type.String({ maxLength: 256 })),
    limit: Type.Integer({ minimum: 1, maximum: 5000, default: 200 }),
  },
  Strict,
);
export type EntryQuery = Static<typeof EntryQuery>;
