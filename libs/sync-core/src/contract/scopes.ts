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

/** In the body of the request: fifty long paths do not fit into an address. */
export const StreamScopes = Type.Object(
  { scopes: Type.Array(StreamScope, { minItems: 1, maxItems: 50 }) },
  Strict,
);
export type StreamScopes = Static<typeof StreamScopes>;

export const ScopeSnapshots = Type.Object(
  { snapshots: Type.Array(Type.Union([StatusSnapshot, Overview])) },
  { ...Strict, description: 'The whole truth of all scopes that were asked for, in the order asked.' },
);
export type ScopeSnapshots = Static<typeof ScopeSnapshots>;
