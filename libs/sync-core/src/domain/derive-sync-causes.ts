import type { Instant } from './model.js';

/** Why a shared mandate cannot be synchronised. */
export type SyncCause =
  | { readonly code: 'no-internet'; readonly since: Instant }
  | { readonly code: 'signed-out'; readonly since: Instant }
  | { readonly code: 'refused'; readonly since: Instant; readonly reason: RefusalReason };

/** Why the server refuses: what a person can do about it differs. */
export type RefusalReason = 'no-access' | 'subscription-ended' | 'client-too-old' | 'server-fault';

/** What is known of the way between one mandate and the server; `null` where nothing is wrong. */
export interface SyncFacts {
  readonly isShared: boolean;
  readonly offlineSince: Instant | null;
  readonly signedOutSince: Instant | null;
  readonly refused: { readonly reason: RefusalReason; readonly since: Instant } | null;
}

/**
 * All that keeps a mandate from being synchronised, each cause for itself, since each ends by itself [S1]. A local
 * mandate needs neither internet nor account [S2].
 */
export function deriveSyncCauses({
  isShared,
  offlineSince,
  signedOutSince,
  refused,
}: SyncFacts): readonly SyncCause[] {
  if (!isShared) return [];
  const causes: SyncCause[] = [];
  if (offlineSince !== null) causes.push({ code: 'no-internet', since: offlineSince });
  if (signedOutSince !== null) causes.push({ code: 'signed-out', since: signedOutSince });
  if (refused !== null) causes.push({ code: 'refused', ...refused });
  return causes;
}
