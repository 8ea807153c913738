import type { EntryItem } from '../contract-types.js';

/**
 * What is chosen for posting: everything sound that was there when the list was first whole, apart from what somebody
 * chose otherwise. What comes in later is not chosen by itself: nobody has looked at it yet.
 */
export interface Selection {
  /** Ids of the first whole list; `null` until then. */
  readonly first: ReadonlySet<string> | null;
  /** What somebody chose. */
  readonly chosen: ReadonlyMap<string, boolean>;
}

export const everything: Selection = { first: null, chosen: new Map() };

/** An entry with problems cannot be chosen: it stays behind [§2b]. */
export const isSound = ({ problems }: EntryItem): boolean => problems.length === 0;

export function isSelected(item: EntryItem, { first, chosen }: Selection): boolean {
  return isSound(item) && (chosen.get(item.id) ?? (first === null || first.has(item.id)));
}

/** Sound, come in since, and not yet chosen either way. */
export function isLate(item: EntryItem, { first, chosen }: Selection): boolean {
  return isSound(item) && first !== null && !first.has(item.id) && !chosen.has(item.id);
}

export function choose(selection: Selection, items: readonly EntryItem[], value: boolean): Selection {
  const chosen = new Map(selection.chosen);
  for (const item of items) if (isSound(item)) chosen.set(item.id, value);
  return { ...selection, chosen };
}

/** `some`: a part of the sound entries among these. */
export function extentOf(items: readonly EntryItem[], selection: Selection): 'all' | 'some' | 'none' {
  let selected = 0;
  let sound = 0;
  for (const item of items) {
    if (!isSound(item)) continue;
    sound += 1;
    if (isSelected(item, selection)) selected += 1;
  }
  if (selected === 0) return 'none';
  return selected === sound ? 'all' : 'some';
}
