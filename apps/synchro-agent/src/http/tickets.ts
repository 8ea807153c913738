import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** What a page may open its next session with. */
export interface Ticket {
  readonly secret: string;
  /** When the one-time code was exchanged, and when this ticket was made: milliseconds since 1970. */
  readonly since: number;
  readonly madeAt: number;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A ticket as the page keeps it (the session tickets of TLS, RFC 5077): encrypted with the agent's token, so the agent
 * keeps nothing, and a ticket ends with the token.
 */
export function sealTicket(token: string, ticket: Ticket): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(token), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(ticket), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** `null` for anything that was not sealed with this token. */
export function openTicket(token: string, text: string): Ticket | null {
  const bytes = Buffer.from(text, 'base64url');
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  if (tag.length < TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv(ALGORITHM, keyOf(token), iv, { authTagLength: TAG_BYTES }).setAuthTag(
      tag,
    );
    const opened = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(opened.toString('utf8')) as Ticket;
  } catch {
    return null;
  }
}

const keyOf = (token: string): Buffer => createHmac('sha256', token).update('tickets').digest();
