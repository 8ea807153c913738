import { Type } from 'typebox';
import type { TSchema } from 'typebox';

/** Building blocks of the messages; formats are documented here and checked by pattern, so every validator agrees. */
export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
export const Instant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
  description: 'A moment, UTC.',
});
export const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A calendar day.' });
export const Amount = Type.String({
  pattern: '^-?\\d+\\.\\d{2}$',
  description: 'Home currency, decimal text.',
});
export const Path = Type.String({
  minLength: 1,
  maxLength: 4096,
  description: "Absolute path in the agent's file system.",
});
export const Revision = Type.Integer({
  minimum: 0,
  description: 'Grows exactly when the pending or posted entries of the accounting file change.',
});

export const Product = Type.Enum(['compta', 'facturation', 'salaires', 'banking', 'assets']);
export const FileRole = Type.Enum(['accounting', 'entries', 'document']);
export const Change = Type.Enum(['new', 'changed', 'deleted']);
export const Severity = Type.Enum(['error', 'warning', 'information', 'success']);

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Strict = { additionalProperties: false } as const;

export const PendingCounts = Type.Object(
  {
    new: Type.Integer({ minimum: 0 }),
    changed: Type.Integer({ minimum: 0 }),
    deleted: Type.Integer({ minimum: 0 }),
  },
  Strict,
);
