import type { MandatesOverview } from '@synchro/sync-react';
import { connectionItem, formatWhen, QUIET_MS, useElapsed } from '@synchro/sync-react/page-parts';
import type { BannerLine } from './banner-rows.js';
import { useTexts } from '../messages/console-texts.js';

const MARKS = [QUIET_MS.connecting, QUIET_MS.reconnecting, QUIET_MS.reason];

export interface ConnectionLine {
  readonly line: BannerLine | null;
  /** Said beside the first line while it is a matter of a moment. */
  readonly note: string | null;
}

/** What the page alone knows: that the service does not answer, why, and how old what it shows is [B6, B9]. */
export function useConnectionLine(status: MandatesOverview, hasLines: boolean): ConnectionLine {
  const { tb, now } = useTexts();
  const { overview, connection, staleSince, tryingSince } = status;
  const forMs = useElapsed(tryingSince, MARKS, now);
  const item = connectionItem({ connection, hasSnapshot: overview !== null, staleSince, forMs });
  if (item === null) return { line: null, note: null };
  const line = { key: item.id, item, row: null };
  const { state } = item;
  if (state.status !== 'stale' || state.reason !== null || !hasLines) return { line, note: null };
  return { line: null, note: tb('reconnecting', { time: formatWhen(state.since, now()) }) };
}
