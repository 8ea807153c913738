/**
 * Why the service cannot be reached [B9]; each has its own words and its own way out.
 *
 * - `no-answer`: nothing listens at the address, or the connection broke
 * - `access-denied`: it listens and does not let us in: wrong token, or not from this page
 * - `too-old`: what answers does not speak our API
 * - `overloaded`: it has more event streams open than it allows
 * - `service-error`: it answers with an error of its own
 * - `silent`: the connection stands, but neither event nor heartbeat has come for 25 s
 */
export type DisconnectReason =
  'no-answer' | 'access-denied' | 'too-old' | 'overloaded' | 'service-error' | 'silent';

/** What a stream's observer is told of the connection; moments are milliseconds since 1970. */
export type Connection =
  /** The first try is under way; nothing has failed yet. */
  | { readonly status: 'connecting' }
  | { readonly status: 'connected'; readonly since: number }
  /**
   * `since`: from when on what is shown may be old; `retryAt`: when the next try starts,
   * `null` while it is under way.
   */
  | {
      readonly status: 'reconnecting';
      readonly reason: DisconnectReason;
      readonly since: number;
      readonly retryAt: number | null;
    }
  /** Closed on purpose, for example while the page is hidden. */
  | { readonly status: 'paused'; readonly since: number };

/** How an answer that is none of the contract's is to be understood. */
export function reasonOfStatus(status: number): DisconnectReason {
  if (status === 401 || status === 403) return 'access-denied';
  if (status === 429 || status === 503) return 'overloaded';
  if (status >= 500) return 'service-error';
  return 'too-old';
}
