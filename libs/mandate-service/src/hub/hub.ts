import type { AccountState } from '@synchro/sync-core/contract';
import type { Instant, RefusalReason } from '@synchro/sync-core/domain';

/**
 * The way to the server for shared mandates, as far as the service has to know it: who is signed in, and what keeps
 * mandates from being synchronised. Facts that are over are gone from the next `facts()`.
 */
export interface Hub {
  facts(): HubFacts;
  /** @throws {SynchroError} `no-internet` */
  startSignIn(): Promise<void>;
  cancelSignIn(): void;
  signOut(): void;
  /** Tries again now. @throws {SynchroError} `no-internet`, `not-signed-in`, `sync-refused` if that is still so */
  retry(mandateIds: readonly string[]): Promise<void>;
  /** Tells after each change of the facts. @returns how to stop it */
  onChange(listener: () => void): () => void;
}

export interface HubFacts {
  readonly account: AccountState;
  /** Also while somebody is signing in; `null` while somebody is signed in. */
  readonly signedOutSince: Instant | null;
  readonly offlineSince: Instant | null;
  /** By mandate. */
  readonly refusals: ReadonlyMap<string, { readonly reason: RefusalReason; readonly since: Instant }>;
}
