import { CresusFileError, writeImportText } from '@synchro/cresus-files';
import type { ImportLine } from '@synchro/cresus-files';
import { SynchroError } from '@synchro/sync-core/contract';
import type { ExportQuery } from '@synchro/sync-core/contract';
import type { Entry, EntryLine } from '@synchro/sync-core/domain';
import { requirePosting } from './lookups.js';
import type { PostingItemRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';
import { offersReversal } from './undo-posting.js';

/**
 * A posting as the text that the accounting imports, Windows-1252 [§2b, §3]. A changed or deleted entry is reversed
 * before its new version; compounds are renumbered 1…n with their lines consecutive. Of a posting that was un-posted
 * after it had arrived, only the reversal can be had.
 * @throws {SynchroError} `nothing-to-export`, `not-encodable` naming the character and the entry's line
 */
export function exportPosting(
  tx: StoreReader,
  input: { readonly mandateId: string; readonly postingId: string } & ExportQuery,
): Uint8Array {
  const posting = requirePosting(tx, input.mandateId, input.postingId);
  const isUndone = posting.undoneAt !== null;
  const hasText =
    posting.kind === 'posting' && (input.reversal ? isUndone && offersReversal(posting) : !isUndone);
  if (!hasText) throw new SynchroError('nothing-to-export', { posting: posting.id });

  const lines: ImportLine[] = [];
  let compounds = 0;
  for (const item of tx.postingItems.all(posting.id))
    for (const entry of input.reversal ? undoing(item) : doing(item))
      lines.push(...importLines(entry, entry.lines.length > 1 ? (compounds += 1) : 0));
  try {
    return writeImportText(lines, input.format);
  } catch (error) {
    if (error instanceof CresusFileError)
      throw new SynchroError(
        'not-encodable',
        { posting: posting.id, problems: error.problems },
        { cause: error },
      );
    throw error;
  }
}

/** What the accounting has to do for one item of the posting, in this order. */
const doing = ({ before, after }: PostingItemRecord): readonly Entry[] => [
  ...(before === null ? [] : [reversed(before.entry)]),
  ...(after === null ? [] : [after.entry]),
];

const undoing = ({ before, after }: PostingItemRecord): readonly Entry[] => [
  ...(after === null ? [] : [reversed(after.entry)]),
  ...(before === null ? [] : [before.entry]),
];

/** The date of the original, all its lines swapped, in the original order [§2b]. */
const reversed = (entry: Entry): Entry => ({
  ...entry,
  lines: entry.lines.map((line) => ({
    ...line,
    debit: line.credit,
    credit: line.debit,
    label: `Extourne: ${line.label}`,
  })),
});

function importLines(entry: Entry, compoundNumber: number): ImportLine[] {
  return entry.lines.map((line: EntryLine) => ({
    date: line.date,
    debit: line.debit,
    credit: line.credit,
    voucher: line.voucher,
    label: line.label,
    amountInCentimes: line.amountInCentimes ?? 0,
    foreignAmountInCentimes: line.foreignAmountInCentimes,
    exchangeRate: line.exchangeRate,
    compoundNumber,
    journal: 0,
    vatSide: zeroIfNone(line.vatType),
    vatNumber: zeroIfNone(line.vatNumber),
    vatCode: line.vatCode,
    labelWithoutVat: line.label,
  }));
}

/** As the accounting's own exports have it where there is no VAT. */
const zeroIfNone = (value: string): string => (value === '' ? '0' : value);
