import { useSyncExternalStore } from 'react';

/** The width below which list and mandate take turns; `styles/narrow.css` has the same. */
const NARROW = '(max-width: 47.99em)';

function subscribe(changed: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether there is room for one column only. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}
