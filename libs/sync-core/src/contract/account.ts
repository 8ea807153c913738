import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Id, Instant, Nullable, Strict } from './schema.js';

/** Who is signed in to the server for shared mandates; a session with this service (`session.ts`) is another thing. */
export const AccountState = Type.Union([
  Type.Object(
    {
      status: Type.Literal('signed-out'),
      since: Instant,
      failure: Nullable(
        Type.Enum(['denied', 'expired'], { description: 'Why the last attempt to sign in came to nothing.' }),
      ),
    },
    Strict,
  ),
  Type.Object(
    {
      status: Type.Literal('signing-in'),
      since: Instant,
      url: Type.String({ description: "The issuer's page, to be opened in the system browser." }),
    },
    Strict,
  ),
  Type.Object(
    {
      status: Type.Literal('signed-in'),
      since: Instant,
      account: Type.Object({ name: Type.String(), email: Type.String() }, Strict),
    },
    Strict,
  ),
]);
export type AccountState = Static<typeof AccountState>;

/** Why a shared mandate cannot be synchronised, one of possibly several causes. */
export const SyncCauseMessage = Type.Union([
  Type.Object({ code: Type.Literal('no-internet'), since: Instant }, Strict),
  Type.Object({ code: Type.Literal('signed-out'), since: Instant }, Strict),
  Type.Object(
    {
      code: Type.Literal('refused'),
      since: Instant,
      reason: Type.Enum(['no-access', 'subscription-ended', 'client-too-old', 'server-fault']),
    },
    Strict,
  ),
]);
export type SyncCauseMessage = Static<typeof SyncCauseMessage>;

export const RetrySync = Type.Object(
  {
    mandates: Type.Optional(
      Type.Array(Id, { maxItems: 5000, description: 'All shared mandates where it is left out.' }),
    ),
  },
  Strict,
);
export type RetrySync = Static<typeof RetrySync>;
