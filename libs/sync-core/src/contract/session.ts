import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Instant, Strict } from './schema.js';

export const SessionCode = Type.Object(
  {
    code: Type.String({ description: 'ID.SECRET: opens one session with the key `code.ID`.' }),
    validUntil: Instant,
  },
  Strict,
);
export type SessionCode = Static<typeof SessionCode>;

export const OpenSession = Type.Object(
  {
    key: Type.String({
      minLength: 1,
      maxLength: 1_000,
      description:
        'The name of a secret that both sides know: `token`, `code.ID`, `session.ID` or `ticket.TICKET`. The secret itself is never sent.',
    }),
    nonce: Type.String({ pattern: '^[\\w-]{22,86}$', description: 'Random, new for each session.' }),
  },
  Strict,
);
export type OpenSession = Static<typeof OpenSession>;

export const OpenedSession = Type.Object(
  {
    session: Type.String(),
    nonce: Type.String(),
    proof: Type.String({
      description: 'Shows that the agent knows the secret; nothing is sent before it is checked.',
    }),
    ticket: Type.String({
      description: 'Opens another session with the key `ticket.TICKET`, after a restart too.',
    }),
  },
  Strict,
);
export type OpenedSession = Static<typeof OpenedSession>;
