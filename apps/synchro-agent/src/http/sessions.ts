import { createHmac, randomBytes } from 'node:crypto';
import { SynchroError } from '@synchro/sync-core/contract';
import type { OpenedSession, OpenSession, SessionCode } from '@synchro/sync-core/contract';
import { sameSecret } from './same-secret.js';
import { openTicket, sealTicket } from './tickets.js';

/**
 * Sessions: how a client shows that it knows a secret without sending it, and the agent before it. The client's side is
 * `libs/sync-core/src/client/access.ts`; `docs/security.md` says what each part is there for.
 *
 *     key         secret                              opens sessions
 *     token       the token                           any number
 *     code.ID     the rest of a one-time code         one, within a minute
 *     session.ID  that session's reload key           while the agent runs and the session is valid
 *     ticket.…    the restart key of the session      until the ticket has not been used for so long
 *                 that the ticket was made in
 */
export interface Sessions {
  createCode(): SessionCode;
  /** @throws SynchroError `unauthorized`: a key that is unknown, used or over */
  open(asked: OpenSession): OpenedSession;
  /** Reads `Synchro ID.NUMBER.PROOF`; `null` where the request is not the next one of a valid session. */
  admit(authorization: string, method: string, target: string): Admission | null;
  /** Ends all that the old token gave. */
  changeToken(token: string): void;
}

export interface Admission {
  /** What shows the caller that the answer is the agent's. */
  readonly proof: string;
  /** Who has the token itself; a page that got a code cannot make codes. */
  readonly hasToken: boolean;
  /** Whether an answer that goes on may still go on. */
  isValid(): boolean;
}

interface Session {
  readonly key: string;
  readonly hasToken: boolean;
  /** When its first code was exchanged. */
  readonly since: number;
  usedAt: number;
  highest: number;
  readonly recent: Set<number>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CODE_VALID_MS = MINUTE;
/** A session that nobody uses ends after so long: longer than a weekend with a holiday, shorter than a week. */
export const IDLE_MS = 96 * HOUR;
/** What began with one code ends after so long, however often it was renewed. */
export const ABSOLUTE_MS = 30 * 24 * HOUR;
/** A stream ends after so long, so that whoever follows for days has a fresh ticket. */
export const STREAM_MS = 12 * HOUR;
/** Opening a session costs a stranger nothing: until the first signed request it has no claim to be kept. */
const MAX_UNCONFIRMED = 200;
const MAX_SESSIONS = 1_000;
/** Browsers send six requests at a time; what is older than this within its session is none of theirs. */
const WINDOW = 1_000;

export function createSessions(first: string, now: () => number, origin: () => string): Sessions {
  let token = first;
  const codes = new Map<string, { readonly secret: string; readonly until: number }>();
  const unconfirmed = new Map<string, Session>();
  const confirmed = new Map<string, Session>();

  const isValid = (session: Session): boolean =>
    now() - session.usedAt <= IDLE_MS && now() - session.since <= ABSOLUTE_MS;

  function find(id: string): Session | null {
    const session = confirmed.get(id) ?? unconfirmed.get(id);
    return session !== undefined && isValid(session) ? session : null;
  }

  /** The secret of a key, and when its first code was exchanged. */
  function secretOf(name: string): { readonly secret: string; readonly since: number } | null {
    if (name === 'token') return { secret: token, since: now() };
    const [kind, rest = ''] = name.split('.', 2);
    switch (kind) {
      case 'code': {
        const code = codes.get(rest);
        codes.delete(rest); // Once, whether it was still valid or not.
        return code !== undefined && code.until >= now() ? { secret: code.secret, since: now() } : null;
      }
      case 'session': {
        const session = find(rest);
        return session === null ? null : { secret: mac(session.key, 'reload'), since: session.since };
      }
      case 'ticket': {
        const ticket = openTicket(token, rest);
        const isOver =
          ticket === null || now() - ticket.madeAt > IDLE_MS || now() - ticket.since > ABSOLUTE_MS;
        return isOver ? null : ticket;
      }
      default:
        return null;
    }
  }

  return {
    createCode() {
      for (const [id, { until }] of codes) if (until < now()) codes.delete(id);
      const [id, secret] = [random(), random()];
      const until = now() + CODE_VALID_MS;
      codes.set(id, { secret, until });
      return { code: `${id}.${secret}`, validUntil: new Date(until).toISOString() };
    },
    open({ key: name, nonce }) {
      const known = secretOf(name);
      if (known === null) throw new SynchroError('unauthorized');
      const [id, agentNonce] = [random(), random()];
      const key = mac(known.secret, ['session', name, nonce, agentNonce, origin()].join('\n'));
      const hasToken = name === 'token';
      const { since } = known;
      keep(unconfirmed, MAX_UNCONFIRMED, id, {
        key,
        hasToken,
        since,
        usedAt: now(),
        highest: 0,
        recent: new Set(),
      });
      const ticket = sealTicket(token, { secret: mac(key, 'restart'), since, madeAt: now() });
      return { session: id, nonce: agentNonce, proof: mac(key, 'agent'), ticket };
    },
    admit(authorization, method, target) {
      const [, id = '', digits = '', proof = ''] = HEADER.exec(authorization) ?? [];
      const session = find(id);
      if (session === null) return null;
      const number = Number(digits);
      const { key, hasToken } = session;
      if (!sameSecret(proof, mac(key, ['request', number, method, target].join('\n')))) return null;
      if (!isNew(session, number)) return null;
      unconfirmed.delete(id);
      session.usedAt = now();
      keep(confirmed, MAX_SESSIONS, id, session);
      const [at, admittedWith] = [now(), token];
      return {
        proof: mac(key, `answer\n${number}`),
        hasToken,
        isValid: () => {
          const mayGoOn = token === admittedWith && now() - at <= STREAM_MS && isValid(session);
          if (mayGoOn) session.usedAt = now(); // Following is using.
          return mayGoOn;
        },
      };
    },
    changeToken(changed) {
      token = changed;
      for (const kept of [codes, unconfirmed, confirmed]) kept.clear();
    },
  };
}

const HEADER = /^Synchro ([\w-]{32})\.([1-9]\d{0,14})\.([\w-]{43})$/;

/** Each number counts once; requests may overtake each other. */
function isNew(session: Session, number: number): boolean {
  const { recent } = session;
  if (number <= session.highest - WINDOW || recent.has(number)) return false;
  recent.add(number);
  session.highest = Math.max(session.highest, number);
  if (recent.size > 2 * WINDOW)
    for (const seen of recent) if (seen <= session.highest - WINDOW) recent.delete(seen);
  return true;
}

/** The most recently used ones, up to so many. */
function keep(sessions: Map<string, Session>, most: number, id: string, session: Session): void {
  sessions.delete(id);
  sessions.set(id, session);
  const [oldest] = sessions.keys();
  if (sessions.size > most && oldest !== undefined) sessions.delete(oldest);
}

const random = (): string => randomBytes(24).toString('base64url');
const mac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url');
