import { SynchroError } from '@synchro/sync-core/contract';
import type { Instant } from '@synchro/sync-core/domain';
import type { StoreTransaction } from '../store/store.js';

/** Keys are kept this long, also over restarts (`DESIGN.md`: Twice is once). */
export const ANSWERS_KEPT_DAYS = 30;

export interface IdempotentRequest {
  readonly operation: string;
  readonly key: string;
  /** Everything that makes the request what it is: parameters, query, body. */
  readonly content: unknown;
  readonly now: Instant;
}

/** The id of the answer to a request. */
export const answerId = ({ operation, key }: Pick<IdempotentRequest, 'operation' | 'key'>): string =>
  `${operation} ${key}`;

/**
 * Runs a command once per idempotency key: the same request again gets the first answer, in the same transaction
 * as the change itself, so a crash between the two cannot part them.
 * @throws {SynchroError} `idempotency-key-reused` for the same key with another request
 */
export function answerOnce<T>(tx: StoreTransaction, request: IdempotentRequest, run: () => T): T {
  const id = answerId(request);
  const content = JSON.stringify(request.content);
  const answered = tx.answers.get(id);
  if (answered !== undefined) {
    if (answered.request !== content) throw new SynchroError('idempotency-key-reused', { key: request.key });
    return answered.body as T;
  }
  const body = run();
  tx.answers.put({ id, request: content, status: 200, body, answeredAt: request.now });
  return body;
}

/** Forgets answers given before `until`. */
export function forgetAnswers(tx: StoreTransaction, until: Instant): void {
  for (const answer of tx.answers.all()) if (answer.answeredAt < until) tx.answers.delete(answer.id);
}
