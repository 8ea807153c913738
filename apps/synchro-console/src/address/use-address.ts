import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { formatAddress, parseAddress } from './console-address.js';
import type { ConsoleAddress } from './console-address.js';
import { parseListChoice, wholeList } from './list-choice.js';
import type { ListChoice } from './list-choice.js';

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/**
 * Where the page is: in the fragment, so that back, forward, reload and bookmarks work without a server's help. Who
 * asks is not asked to render again while only the choice of the list changes.
 */
export function useAddress(): ConsoleAddress {
  const hash = useSyncExternalStore(subscribe, () => formatAddress(parseAddress(location.hash)));
  return useMemo(() => parseAddress(hash), [hash]);
}

/** What is chosen of the list. */
export function useListChoice(): ListChoice {
  const hash = useSyncExternalStore(subscribe, () =>
    formatAddress({ view: 'list' }, parseListChoice(location.hash)),
  );
  return useMemo(() => parseListChoice(hash), [hash]);
}

/** Where a link to something leads: there, with the list as it is. */
export function useLinkTo(): (address: ConsoleAddress) => string {
  const list = useListChoice();
  return useCallback((address) => formatAddress(address, list), [list]);
}

/** Goes there, as a link does; the list stays as it is. */
export function goTo(address: ConsoleAddress): void {
  location.hash = formatAddress(address, parseListChoice(location.hash));
}

/**
 * Chooses something else of the list; what is shown beside it stays.
 *
 * @param step what is typed replaces the address, letter by letter nobody wants to go back; `push` for a choice
 */
export function chooseList(change: Partial<ListChoice>, step: 'push' | 'replace'): void {
  const list = { ...parseListChoice(location.hash), ...change };
  const hash = formatAddress(parseAddress(location.hash), list);
  if (step === 'push') {
    location.hash = hash;
    return;
  }
  history.replaceState(history.state, '', hash);
  // Replacing tells nobody.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Shows all mandates again. */
export const clearList = (): void => chooseList(wholeList, 'push');
