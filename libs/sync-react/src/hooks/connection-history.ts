import type { Connection } from '@synchro/sync-core/client';

/** A connection and what came before it; moments are milliseconds since 1970. */
export interface ConnectionHistory {
  readonly connection: Connection;
  /** When what is shown was last known to be true; `null` while connected, and before the first time. */
  readonly staleSince: number | null;
  /** Since when a connection is being sought without success; a pause on purpose is not that. */
  readonly tryingSince: number | null;
}

export const newConnection = (now: number): ConnectionHistory => ({
  connection: { status: 'connecting' },
  staleSince: null,
  tryingSince: now,
});

export function afterConnection(
  before: ConnectionHistory,
  connection: Connection,
  now: number,
): ConnectionHistory {
  switch (connection.status) {
    case 'connected':
      return { connection, staleSince: null, tryingSince: null };
    case 'paused':
      return { connection, staleSince: before.staleSince ?? connection.since, tryingSince: null };
    case 'connecting':
      return { connection, staleSince: before.staleSince, tryingSince: before.tryingSince ?? now };
    case 'reconnecting':
      return {
        connection,
        staleSince: before.staleSince ?? connection.since,
        tryingSince: before.tryingSince ?? now,
      };
  }
}
