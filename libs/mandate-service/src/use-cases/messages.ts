import type { EntryItem, EntryLineMessage, EntryProblemMessage } from '@synchro/sync-core/contract';
import type { Entry, EntryLine, EntryProblem } from '@synchro/sync-core/domain';
import { decimalAmount } from './amounts.js';
import type { PendingRecord } from '../store/records.js';

/** Domain values as the messages of the contract. */

export function lineMessage(line: EntryLine): EntryLineMessage {
  return {
    date: line.date,
    debit: line.debit,
    credit: line.credit,
    voucher: line.voucher,
    label: line.label,
    amount: line.amountInCentimes === null ? null : decimalAmount(line.amountInCentimes),
    foreignAmount: line.foreignAmountInCentimes === 0 ? null : decimalAmount(line.foreignAmountInCentimes),
    exchangeRate: line.exchangeRate === '' ? null : line.exchangeRate,
    net: line.net,
    vatType: line.vatType,
    vatCode: line.vatCode,
    costCentre: line.costCentre,
  };
}

/** An entry is shown by its first line [C2]. */
export function entryMessage(entry: Entry) {
  const [first] = entry.lines;
  if (first === undefined) throw new Error('An entry has at least one line.');
  return {
    date: first.date,
    voucher: first.voucher,
    label: first.label,
    lines: entry.lines.map(lineMessage),
  };
}

export const problemMessage = (problem: EntryProblem): EntryProblemMessage => ({ ...problem });

/** A deleted entry is shown as what was posted; `before` only tells what a changed one was. */
export function entryItem(
  pending: PendingRecord,
  source: { readonly fileId: string; readonly name: string },
  problems: readonly EntryProblem[],
): EntryItem {
  const shown = pending.after ?? pending.before;
  if (shown === null) throw new Error(`Pending entry ${pending.id} has neither a before nor an after.`);
  return {
    id: pending.id,
    change: pending.change,
    source,
    ...entryMessage(shown),
    problems: problems.map(problemMessage),
    ...(pending.change === 'changed' && pending.before !== null
      ? { before: { lines: pending.before.lines.map(lineMessage) } }
      : {}),
  };
}
