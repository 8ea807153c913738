import type { OpenedSession, OpenSession } from '../contract/session.js';
import { agentProof, answerProof, mac, newNonce, requestProof, sessionKey } from './session-proof.js';

/** Tests and the in-memory environment: the agent's side of sessions, without expiry. */
export interface PretendedSessions {
  createCode(): string;
  /** `null`: the key is not known. */
  open(asked: OpenSession): Promise<OpenedSession | null>;
  /** The proof for the answer; `null` where the request is not signed within a session. */
  admit(request: Pick<Request, 'method' | 'url' | 'headers'>): Promise<string | null>;
}

/** @param origin where the pretended agent listens */
export function pretendSessions(origin: string, token: string): PretendedSessions {
  const secrets = new Map([['token', token]]);
  const keys = new Map<string, string>();

  return {
    createCode() {
      const [id, secret] = [newNonce(), newNonce()];
      secrets.set(`code.${id}`, secret);
      return `${id}.${secret}`;
    },
    async open({ key: name, nonce }) {
      const secret = secrets.get(name);
      if (name.startsWith('code.')) secrets.delete(name);
      if (secret === undefined) return null;
      const [session, ticket, agentNonce] = [newNonce(), newNonce(), newNonce()];
      const key = await sessionKey(secret, { name, nonce, agentNonce, origin });
      keys.set(session, key);
      secrets.set(`session.${session}`, await mac(key, 'reload'));
      secrets.set(`ticket.${ticket}`, await mac(key, 'restart'));
      return { session, ticket, nonce: agentNonce, proof: await agentProof(key) };
    },
    async admit({ method, url, headers }) {
      const [, id = '', number, proof] =
        /^Synchro ([^.]+)\.(\d+)\.(.+)$/.exec(headers.get('authorization') ?? '') ?? [];
      const key = keys.get(id);
      if (key === undefined) return null;
      const { pathname, search } = new URL(url);
      const isSigned = proof === (await requestProof(key, Number(number), method, pathname + search));
      return isSigned ? await answerProof(key, Number(number)) : null;
    },
  };
}
