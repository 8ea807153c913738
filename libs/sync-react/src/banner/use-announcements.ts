import { useEffect, useRef, useState } from 'react';
import type { Severity } from '../contract-types.js';

export interface Announceable {
  readonly id: string;
  readonly severity: Severity;
  readonly text: string;
}

/** What the two live regions hold: `status` waits for a pause of the reader, `alert` does not. */
export interface Announcements {
  readonly status: string;
  readonly alert: string;
}

const NOTHING: Announcements = { status: '', alert: '' };
/** A count that goes on changing is said when it has come to rest. */
export const REST_MS = 2_000;
/** Long enough for a reader to notice; afterwards the text is no longer found a second time beside the visible one. */
export const HOLD_MS = 2_000;

/**
 * Each notification is announced once, when it comes; a change of its text politely, when it has come to rest, and
 * not on every tick [B3].
 */
export function useAnnouncements(items: readonly Announceable[]): Announcements {
  const said = useRef(new Map<string, string>());
  const [announcements, setAnnouncements] = useState(NOTHING);
  const signature = items.map(({ id, text }) => `${id}\n${text}`).join('\n');
  const current = useRef(items);
  useEffect(() => {
    current.current = items;
  });

  useEffect(() => {
    const present = current.current;
    const known = said.current;
    for (const id of known.keys()) if (!present.some((item) => item.id === id)) known.delete(id);
    const fresh = present.filter(({ id }) => !known.has(id));
    if (fresh.length > 0) setAnnouncements(announcing(fresh, false));
    for (const { id, text } of fresh) known.set(id, text);

    const timer = setTimeout(() => {
      const changed = present.filter(({ id, text }) => known.get(id) !== text);
      if (changed.length > 0) setAnnouncements(announcing(changed, true));
      for (const { id, text } of changed) known.set(id, text);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [signature]);

  useEffect(() => {
    if (announcements === NOTHING) return;
    const timer = setTimeout(() => setAnnouncements(NOTHING), HOLD_MS);
    return () => clearTimeout(timer);
  }, [announcements]);
  return announcements;
}

function announcing(items: readonly Announceable[], politely: boolean): Announcements {
  const isAlert = ({ severity }: Announceable) => severity === 'error' && !politely;
  const join = (some: readonly Announceable[]) => some.map(({ text }) => text).join('. ');
  return { status: join(items.filter((item) => !isAlert(item))), alert: join(items.filter(isAlert)) };
}
