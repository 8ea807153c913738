import type { PostingResult, SessionCode } from '@synchro/sync-core/contract';
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
 * The few requests that a host program makes, by plain `fetch`. Each rejects with an {@link AgentRefusal}, or as
 * `fetch` does where there was no answer: whether the request took effect is then not known.
 */
export function createAgent(url: string, token: string) {
  async function request(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new AgentRefusal(answer.status, await problemOf(answer));
    return answer;
  }

  return {
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

/** A problem document (RFC 9457); an empty 403 is the answer to whoever may not even ask. */
async function problemOf(answer: Response): Promise<{ readonly type: string; readonly title: string }> {
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if (isProblem) return (await answer.json()) as { type: string; title: string };
  return { type: `http-${answer.status}`, title: `The agent answered ${answer.status}.` };
}
