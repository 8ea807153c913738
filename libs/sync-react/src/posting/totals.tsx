import type { ReactElement } from 'react';
import type { Change, EntryItem } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { formatAmount } from '../messages/formats.js';
import { decimalText, entryCentimes } from '../entries/amounts.js';

const changes: readonly Change[] = ['new', 'changed', 'deleted'];

/** How many entries are chosen, and what they amount to; kinds of change that do not occur are left out. */
export function Totals({ selected }: { readonly selected: readonly EntryItem[] }): ReactElement {
  const { t } = useDialogTexts();
  const sums: Record<Change, { count: number; centimes: number }> = {
    new: { count: 0, centimes: 0 },
    changed: { count: 0, centimes: 0 },
    deleted: { count: 0, centimes: 0 },
  };
  for (const { change, lines } of selected) {
    sums[change].count += 1;
    sums[change].centimes += entryCentimes(lines);
  }
  const amounts = changes
    .filter((change) => sums[change].count > 0)
    .map((change) => t(`total.${change}`, { amount: formatAmount(decimalText(sums[change].centimes)) }));
  return (
    <span className="fact">
      <strong>{t('total.selected', { n: selected.length })}</strong>
      {amounts.length === 0 ? null : <span className="quiet">{amounts.join(' · ')}</span>}
    </span>
  );
}
