import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Overview } from './mandates.js';
import { Strict } from './schema.js';
import { StatusQuery, StatusSnapshot } from './status.js';

/** What a page can follow: one open document, or all mandates. */
export const StreamScope = Type.Union([
  Type.Object({ kind: Type.Literal('status'), ...StatusQuery.properties }, Strict),
  Type.Object({ kind: Type.Literal('overview') }, Strict),
]);
export type StreamScope = Static<typeof StreamScope>;

/** As it travels. */
export const ScopesQuery = Type.Object(
  {
    scopes: Type.String({
      description:
        'JSON text: an array of 1–50 scopes, {"kind":"status","product":…,"path":…,"documentId"?:…} or {"kind":"overview"}.',
    }),
  },
  Strict,
);

/** The same once its text has been parsed. */
export const ParsedScopesQuery = Type.Object(
  { scopes: Type.Array(StreamScope, { minItems: 1, maxItems: 50 }) },
  Strict,
);
export type ParsedScopesQuery = Static<typeof ParsedScopesQuery>;

export const ScopeSnapshots = Type.Object(
  { snapshots: Type.Array(Type.Union([StatusSnapshot, Overview])) },
  { ...Strict, description: 'The whole truth of all scopes that were asked for, in the order asked.' },
);
export type ScopeSnapshots = Static<typeof ScopeSnapshots>;
