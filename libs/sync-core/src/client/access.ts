import type { OpenedSession } from '../contract/session.js';
import { NotConnectedError } from './call-error.js';
import { reasonOfStatus } from './connection.js';
import type { Key, Keys } from './keys.js';
import { agentProof, answerProof, newNonce, requestProof, sessionKey } from './session-proof.js';

/** One request, ready but for what shows that its sender may call. */
export interface AuthorizedRequest {
  readonly url: string;
  readonly init: Omit<RequestInit, 'headers' | 'method'> & {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  /** Opens a new session for it, so that the agent proves anew that it is the agent. */
  readonly anew: boolean;
}

/** The right to call one service. */
export interface Access {
  /**
   * Sends a request so that the service sees who calls, and answers what surely comes from the service.
   *
   * @throws NotConnectedError  who answers does not prove that it is the service, or does not let us in
   * @throws as `fetch` does, where there is no readable answer at all
   */
  send(request: AuthorizedRequest, fetch: typeof globalThis.fetch): Promise<Response>;
}

interface Session {
  readonly id: string;
  readonly key: string;
  /** The number of its last request. */
  count: number;
}

const PROOF_HEADER = 'synchro-proof';
const OPEN_MS = 10_000;

/**
 * Access by sessions. No secret is ever sent: the agent proves first that it knows it, then each request is signed and
 * each answer proven. What another process on the agent's port receives is a name and a signature worth nothing to it.
 */
export function createAccess(keys: Keys): Access {
  let session: Promise<Session> | null = null;
  let isOpening = false;

  return {
    async send(request, fetch) {
      const { origin } = new URL(request.url);
      const current = (): Promise<Session> => {
        if (session !== null) return session;
        isOpening = true;
        const opening = openSession(keys, origin, fetch).finally(() => (isOpening = false));
        opening.catch(() => {
          if (session === opening) session = null;
        });
        return (session = opening);
      };
      // One that is just being opened is new enough; a one-time code opens no second one.
      if (request.anew && !isOpening) session = null;
      // The second time: the agent was started again, or the session is over.
      for (let tries = 0; tries < 2; tries += 1) {
        const used = current();
        const answer = await sendWithin(await used, request, fetch).catch((error: unknown) => {
          if (session === used) session = null;
          throw error;
        });
        if (answer !== null) return answer;
        if (session === used) session = null;
      }
      throw new NotConnectedError('access-denied');
    },
  };
}

/** @returns `null` where the session is not, or no longer, known */
async function sendWithin(
  session: Session,
  { url, init }: AuthorizedRequest,
  fetch: typeof globalThis.fetch,
): Promise<Response | null> {
  const { id, key } = session;
  const number = (session.count += 1);
  const { pathname, search } = new URL(url);
  const proof = await requestProof(key, number, init.method, pathname + search);
  init.signal?.throwIfAborted();
  const headers = { ...init.headers, authorization: `Synchro ${id}.${number}.${proof}` };
  const answer = await fetch(url, { ...init, headers });
  if (answer.headers.get(PROOF_HEADER) === (await answerProof(key, number))) return answer;
  // From whom this is nobody knows: not a word of it is read.
  void answer.body?.cancel().catch(() => undefined);
  if (answer.status === 401) return null;
  throw new NotConnectedError(answer.ok ? 'access-denied' : reasonOfStatus(answer.status));
}

async function openSession(keys: Keys, origin: string, fetch: typeof globalThis.fetch): Promise<Session> {
  const key = keys.next();
  if (key === null || key.secret === '') throw new NotConnectedError('access-denied');
  const nonce = newNonce();
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: key.name, nonce }),
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(OPEN_MS),
  });
  if (!answer.ok) throw new NotConnectedError(reasonOfStatus(answer.status));
  const opened = await readOpened(answer);
  const session = await verified(key, nonce, origin, opened);
  await keys.onOpened({ id: session.id, key: session.key, ticket: opened.ticket });
  return session;
}

async function verified(key: Key, nonce: string, origin: string, opened: OpenedSession): Promise<Session> {
  const { session: id, nonce: agentNonce, proof } = opened;
  const shared = await sessionKey(key.secret, { name: key.name, nonce, agentNonce, origin });
  if (proof !== (await agentProof(shared))) throw new NotConnectedError('access-denied');
  return { id, key: shared, count: 0 };
}

async function readOpened(answer: Response): Promise<OpenedSession> {
  try {
    return (await answer.json()) as OpenedSession;
  } catch (cause) {
    throw new NotConnectedError('too-old', { cause });
  }
}
