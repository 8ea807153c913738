import type { EntryItem, PostingRequest } from '../contract-types.js';
import { isSelected, isSound } from './selection.js';
import type { Selection } from './selection.js';

/**
 * The request for what is chosen. All that is sound goes as "all" with the revision that was seen, so that the
 * service refuses if it is no longer what was seen; a part goes by ids, which are bound to content.
 */
export function postingRequest(
  items: readonly EntryItem[],
  selection: Selection,
  revision: number,
): PostingRequest {
  const sound = items.filter(isSound);
  const selected = sound.filter((item) => isSelected(item, selection));
  if (selected.length === sound.length) return { entries: 'all', revision };
  return { entries: selected.map(({ id }) => id) };
}

/**
 * The request for what the accounting already has by other means: always by ids, since "all" would also take what
 * was not chosen. Problems do not matter then, except that a file that cannot be trusted stays as it is.
 */
export function alreadyPostedRequest(
  items: readonly EntryItem[],
  selection: Selection,
  withProblems: boolean,
): PostingRequest {
  const chosen = items.filter(
    (item) => isSelected(item, selection) || (withProblems && hasOnlyOwnProblems(item)),
  );
  return { entries: chosen.map(({ id }) => id), as: 'already-posted' };
}

export const hasOnlyOwnProblems = (item: EntryItem): boolean =>
  !isSound(item) && item.problems.every(({ code }) => code !== 'source-blocked');
