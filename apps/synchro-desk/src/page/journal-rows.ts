import type { CallAnswer } from '@synchro/sync-core/client';

export type PostedItem = CallAnswer<'getPosting'>['items'][number];
type Line = PostedItem['lines'][number];

/** One line of the journal. */
export interface JournalRow {
  readonly date: string;
  readonly voucher: string;
  readonly label: string;
  readonly debit: string;
  readonly credit: string;
  readonly amountInCentimes: number;
  readonly isReversal: boolean;
  /** The first line of its entry: the next ones belong to the same booking. */
  readonly isFirst: boolean;
}

/**
 * What a posting wrote into the books. A deleted entry is reversed, a changed one is reversed and posted anew,
 * the reversal with its lines swapped, in their order, directly before the new version (domain.md §2b).
 */
export function journalRows(items: readonly PostedItem[]): JournalRow[] {
  return items.flatMap((item) => {
    switch (item.change) {
      case 'new':
        return rowsOf(item.lines, false);
      case 'deleted':
        return rowsOf(item.before?.lines ?? item.lines, true);
      case 'changed':
        return [...rowsOf(item.before?.lines ?? [], true), ...rowsOf(item.lines, false)];
    }
  });
}

function rowsOf(lines: readonly Line[], isReversal: boolean): JournalRow[] {
  return lines.map((line, index) => ({
    date: line.date,
    voucher: line.voucher,
    label: line.label,
    debit: isReversal ? line.credit : line.debit,
    credit: isReversal ? line.debit : line.credit,
    amountInCentimes: Math.round(Number(line.amount ?? 0) * 100),
    isReversal,
    isFirst: index === 0,
  }));
}
