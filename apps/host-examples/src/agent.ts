import type { OpenedSession, PostingResult, SessionCode } from '@synchro/sync-core/contract';
import type { HostCommand } from '@synchro/sync-react/host-messages';
import type { OpenDocument } from './setup.js';

export type PostCommand = Extract<HostCommand, { readonly command: 'post' }>;

/** The agent answered, and the answer is no. */
export class AgentRefusal extends Error {
  override readonly name = 'AgentRefusal';
  /** As in the table of the guide, such as `revision-outdated`. */
  readonly code: string;
  /**
   * Whether what was begun is over. A wrong token can be mended; and a posting whose lines were handed over before
   * stands, so it is not forgotten until the user decides.
   */
  readonly isFinal: boolean;

  constructor(status: number, problem: { readonly type: string; readonly title: string }) {
    super(problem.title);
    this.code = problem.type.replace('urn:synchro:problem:', '');
    const canBeMended = status === 401 || this.code === 'already-exported';
    this.isFinal = status >= 400 && status < 500 && !canBeMended;
  }
}

/**
 * The few requests that a host program makes, by plain `fetch`. Each rejects with an {@link AgentRefusal}, or with
 * another error where the agent surely gave no answer: whether the request took effect is then not known.
 *
 * The token is not sent. Each request has a session of its own, in which the agent proves first that it knows the token.
 */
export function createAgent(url: string, token: string) {
  async function request(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const target = `/api/v1${path}`;
    const { session, key } = await openSession(url, token);
    const answer = await fetch(url + target, {
      method,
      headers: {
        authorization: `Synchro ${session}.1.${await mac(key, ['request', 1, method, target].join('\n'))}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.headers.get('synchro-proof') !== (await mac(key, 'answer\n1')))
      throw new Error('Whoever answers is not the agent.');
    if (!answer.ok) throw new AgentRefusal(answer.status, await problemOf(answer));
    return answer;
  }

  return {
    /** Whether it is the agent that answers: before code from its address runs in this page. */
    async verify(): Promise<void> {
      await openSession(url, token);
    },
    /** Which document is open, and by which id the program knows it: so that it is found again if it is moved. */
    async documentOpened({ path, id }: OpenDocument): Promise<void> {
      await request('POST', '/documents/opened', { product: 'compta', path, documentId: id });
    },
    async createCode(): Promise<string> {
      const answer = await request('POST', '/session/codes');
      return ((await answer.json()) as SessionCode).code;
    },
    /** Posts exactly what the user saw. The same key again is the same posting again, not a second one. */
    async post(command: PostCommand, idempotencyKey: string): Promise<PostingResult> {
      const { mandateId, accountingFileId, revision } = command;
      const path = `/mandates/${mandateId}/postings?accountingFile=${accountingFileId}`;
      const body = { entries: 'all', revision };
      const answer = await request('POST', path, body, { 'idempotency-key': idempotencyKey });
      return (await answer.json()) as PostingResult;
    },
    /** The entries as the lines that an accounting imports, reversals of changed and deleted ones included. */
    async linesOf(mandateId: string, postingId: string, idempotencyKey: string): Promise<readonly string[]> {
      const path = `/mandates/${mandateId}/postings/${postingId}/export`;
      const answer = await request('POST', path, undefined, { 'idempotency-key': idempotencyKey });
      const text = new TextDecoder('windows-1252').decode(await answer.arrayBuffer());
      return text.split('\r\n').filter((line) => line !== '');
    },
    async confirmArrival(mandateId: string, postingId: string): Promise<void> {
      await request('POST', `/mandates/${mandateId}/postings/${postingId}/arrival`);
    },
  };
}

export type Agent = ReturnType<typeof createAgent>;

/** @throws where who answers does not prove that it knows the token: another program has the agent's port */
async function openSession(
  url: string,
  token: string,
): Promise<{ readonly session: string; readonly key: string }> {
  const nonce = base64url(crypto.getRandomValues(new Uint8Array(24)));
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: 'token', nonce }),
  });
  if (!answer.ok) throw new Error(`The agent opens no session: ${answer.status}`);
  const opened = (await answer.json()) as OpenedSession;
  const key = await mac(token, ['session', 'token', nonce, opened.nonce, url].join('\n'));
  if (opened.proof !== (await mac(key, 'agent'))) throw new AgentRefusal(401, WRONG_TOKEN);
  return { session: opened.session, key };
}

const WRONG_TOKEN = {
  type: 'urn:synchro:problem:unauthorized',
  title: 'The token is not the one of whoever answers.',
};

/** HMAC-SHA-256 over text, as base64url. */
async function mac(key: string, text: string): Promise<string> {
  const bytes = new TextEncoder();
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', bytes.encode(key), hmac, false, ['sign']);
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes.encode(text))));
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** A problem document (RFC 9457); an empty 403 is the answer to whoever may not even ask. */
async function problemOf(answer: Response): Promise<{ readonly type: string; readonly title: string }> {
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if (isProblem) return (await answer.json()) as { type: string; title: string };
  return { type: `http-${answer.status}`, title: `The agent answered ${answer.status}.` };
}
