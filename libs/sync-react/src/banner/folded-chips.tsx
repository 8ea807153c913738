import type { ReactElement } from 'react';
import { formatCount } from '../messages/formats.js';
import { useSynchro } from '../root/synchro-context.js';
import type { BannerItem } from './banner-item.js';
import { describeItem } from './describe-item.js';
import { Icon } from './icon.js';

export interface FoldedChipsProps {
  readonly items: readonly BannerItem[];
  readonly onUnfold: (item: BannerItem) => void;
}

/** Information that was folded: its count, and the way back. */
export function FoldedChips({ items, onUnfold }: FoldedChipsProps): ReactElement[] {
  const { t, now, product = null } = useSynchro();
  return items.map((item) => {
    const label = t('unfold', { text: describeItem(item, t, { product, now: now() }).text });
    return (
      <button
        key={item.id}
        type="button"
        className="button plain small chip"
        data-severity={item.severity}
        aria-label={label}
        title={label}
        onClick={() => onUnfold(item)}
      >
        <Icon severity={item.severity} />
        {formatCount(countOf(item))}
      </button>
    );
  });
}

function countOf(item: BannerItem): number {
  if (item.kind !== 'entries-pending') return 1;
  return item.counts.new + item.counts.changed + item.counts.deleted;
}
