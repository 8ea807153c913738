import { useMemo, useSyncExternalStore } from 'react';
import { parseAddress } from './console-address.js';
import type { ConsoleAddress } from './console-address.js';
import { formatAddress } from './console-address.js';

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** Where the page is: in the fragment, so that back, forward, reload and bookmarks work without a server's help. */
export function useAddress(): ConsoleAddress {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseAddress(hash), [hash]);
}

/** Goes there, as a link does. */
export function goTo(address: ConsoleAddress): void {
  location.hash = formatAddress(address);
}
