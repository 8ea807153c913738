import { useMemo, useState } from 'react';
import type { EntryItem } from '../contract-types.js';
import { choose, everything, isLate, isSelected } from './selection.js';
import type { Selection } from './selection.js';

export interface SelectionState {
  readonly selection: Selection;
  readonly selected: readonly EntryItem[];
  readonly lateCount: number;
  readonly choose: (items: readonly EntryItem[], value: boolean) => void;
}

/** @param isWhole whether `items` are all there are */
export function useSelection(items: readonly EntryItem[], isWhole: boolean): SelectionState {
  const [selection, setSelection] = useState(everything);
  if (isWhole && selection.first === null)
    setSelection({ ...selection, first: new Set(items.map(({ id }) => id)) });

  const selected = useMemo(() => items.filter((item) => isSelected(item, selection)), [items, selection]);
  const lateCount = useMemo(() => items.filter((item) => isLate(item, selection)).length, [items, selection]);
  return {
    selection,
    selected,
    lateCount,
    choose: (some, value) => setSelection((before) => choose(before, some, value)),
  };
}
