import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Instant, Strict } from './schema.js';

export const SessionCode = Type.Object({ code: Type.String(), validUntil: Instant }, Strict);
export type SessionCode = Static<typeof SessionCode>;

export const OpenSession = Type.Object({ code: Type.String({ minLength: 1, maxLength: 128 }) }, Strict);
export type OpenSession = Static<typeof OpenSession>;
