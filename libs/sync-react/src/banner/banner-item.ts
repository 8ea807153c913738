import type { Connection, DisconnectReason } from '@synchro/sync-core/client';
import type { NotificationMessage, Severity } from '../contract-types.js';

/** What only the client knows: that the service cannot be reached, and why. */
export interface ConnectionItem {
  readonly kind: 'connection';
  readonly id: 'connection';
  readonly severity: Severity;
  readonly action: 'retry' | null;
  readonly state:
    | { readonly status: 'connecting' }
    /** Nothing was known before, so there is nothing to show but the reason. */
    | { readonly status: 'unreachable'; readonly reason: DisconnectReason }
    /** What is shown dates from `since`; a reason is told once it will not pass by itself in a moment. */
    | { readonly status: 'stale'; readonly since: number; readonly reason: DisconnectReason | null };
}

export type BannerItem = NotificationMessage | ConnectionItem;

/** How long a connection may take before anything is said of it, in milliseconds. */
export const QUIET_MS = { connecting: 300, reconnecting: 1_000, reason: 10_000 } as const;

export interface ConnectionFacts {
  readonly connection: Connection;
  readonly hasSnapshot: boolean;
  /** When what is shown was last known to be true, `null` while connected. */
  readonly staleSince: number | null;
  /** How long it has not been connected, in milliseconds. */
  readonly forMs: number;
}

/**
 * What the state of the connection has the banner say [B6, B9]; `null`: nothing.
 *
 *     nothing known   connecting ── 300 ms ──▶ "Connexion…"      no connection ──▶ reason and what to do, at once
 *     state known     no connection ── 1 s ──▶ "Reconnexion… l'état affiché date de …" ── 10 s ──▶ with its reason
 *
 * A refusal and a version that is too old do not pass by themselves, so their reason is told at once, in red.
 */
export function connectionItem(facts: ConnectionFacts): ConnectionItem | null {
  const { connection, hasSnapshot, staleSince, forMs } = facts;
  if (connection.status === 'connected' || connection.status === 'paused') return null;
  const reason = connection.status === 'reconnecting' ? connection.reason : null;
  const isLasting = reason === 'access-denied' || reason === 'too-old';
  const base = { kind: 'connection', id: 'connection' } as const;
  const severity = isLasting ? 'error' : 'warning';

  if (!hasSnapshot) {
    if (reason !== null)
      return { ...base, severity, action: 'retry', state: { status: 'unreachable', reason } };
    if (forMs < QUIET_MS.connecting) return null;
    return { ...base, severity: 'information', action: null, state: { status: 'connecting' } };
  }
  if (staleSince === null || forMs < QUIET_MS.reconnecting) return null;
  if (reason !== null && (isLasting || forMs >= QUIET_MS.reason))
    return { ...base, severity, action: 'retry', state: { status: 'stale', since: staleSince, reason } };
  return {
    ...base,
    severity: 'information',
    action: null,
    state: { status: 'stale', since: staleSince, reason: null },
  };
}
