import { useState } from 'react';
import type { BannerItem } from './banner-item.js';

export interface Folding {
  readonly isFolded: (item: BannerItem) => boolean;
  readonly fold: (item: BannerItem) => void;
  readonly unfold: (item: BannerItem) => void;
}

/** Information can be folded to its count until the count changes [B10]; warnings and errors cannot be put away. */
export const isFoldable = ({ severity, kind }: BannerItem): boolean =>
  severity === 'information' && kind !== 'connection';

export function useFolding(): Folding {
  const [folded, setFolded] = useState<ReadonlyMap<string, string>>(new Map());
  return {
    isFolded: (item) => isFoldable(item) && folded.get(item.id) === countOf(item),
    fold: (item) => setFolded((before) => new Map(before).set(item.id, countOf(item))),
    unfold: (item) => setFolded((before) => new Map([...before].filter(([id]) => id !== item.id))),
  };
}

/** What must stay the same for an item to stay folded. */
function countOf(item: BannerItem): string {
  return item.kind === 'entries-pending' ? JSON.stringify(item.counts) : item.severity;
}
