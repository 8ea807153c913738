import { writeImportText } from '@synchro/cresus-files';
import type { ImportLine } from '@synchro/cresus-files';
import { SynchroError } from '@synchro/sync-core/contract';
import type { ExportQuery } from '@synchro/sync-core/contract';
import { withoutUnwritable } from '@synchro/sync-core/domain';
import type { Entry, EntryLine, Instant } from '@synchro/sync-core/domain';
import { requirePosting } from './lookups.js';
import type { PostingItemRecord, PostingRecord } from '../store/records.js';
import type { StoreReader, StoreTransaction } from '../store/store.js';
import { exportsOf, offersReversal } from './undo-posting.js';

type ExportedPosting = { readonly mandateId: string; readonly postingId: string } & ExportQuery;

/**
 * Records that the text of a posting is handed out [H2]. Lines that were handed out before are refused unless the
 * caller asks for them again [H3]: who imports both texts books them twice.
 * @throws {SynchroError} `nothing-to-export`, `already-exported` with the earlier ones
 */
export function recordExport(tx: StoreTransaction, input: ExportedPosting & { readonly now: Instant }): void {
  const posting = requireExportable(tx, input);
  if (!input.again) {
    const earlier = earlierHandovers(tx, posting, input.reversal);
    if (earlier.length > 0) throw new SynchroError('already-exported', { posting: posting.id, earlier });
  }
  const { now: at, format, reversal } = input;
  tx.postings.put({ ...posting, exports: [...exportsOf(posting), { at, format, reversal }] });
}

/**
 * A posting as the text that the accounting imports, Windows-1252 [§2b, §3]. A changed or deleted entry is reversed
 * before its new version; compounds are renumbered 1…n with their lines consecutive. Of a posting that was un-posted
 * after it may have arrived, only the reversal can be had.
 * @throws {SynchroError} `nothing-to-export`
 */
export function exportText(tx: StoreReader, input: ExportedPosting): Uint8Array {
  const posting = requireExportable(tx, input);
  const lines: ImportLine[] = [];
  let compounds = 0;
  for (const item of tx.postingItems.all(posting.id))
    for (const entry of input.reversal ? undoing(item) : doing(item))
      lines.push(...importLines(entry, entry.lines.length > 1 ? (compounds += 1) : 0));
  return writeImportText(lines, input.format);
}

function requireExportable(tx: StoreReader, input: ExportedPosting): PostingRecord {
  const posting = requirePosting(tx, input.mandateId, input.postingId);
  const isUndone = posting.undoneAt !== null;
  const hasText =
    posting.kind === 'posting' && (input.reversal ? isUndone && offersReversal(posting) : !isUndone);
  if (!hasText) throw new SynchroError('nothing-to-export', { posting: posting.id });
  return posting;
}

/** When the accounting may have got these lines before. */
interface EarlierHandover {
  readonly posting: string;
  readonly at: Instant;
}

/**
 * Where lines of this posting were handed over before, the oldest first: by itself, or by a posting that was un-posted
 * afterwards and whose reversal nobody has had.
 */
function earlierHandovers(
  tx: StoreReader,
  posting: PostingRecord,
  reversal: boolean,
): readonly EarlierHandover[] {
  if (reversal) return exportsIn(posting, true);
  const earlier = handoversOf(posting);
  for (const undone of tx.postings.by('accountingFileId', posting.accountingFileId)) {
    if (undone.undoneAt === null || !offersReversal(undone) || exportsIn(undone, true).length > 0) continue;
    if (haveCommonLines(tx, undone, posting)) earlier.push(...handoversOf(undone));
  }
  return earlier.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** By text, or to a host program that confirmed the arrival. */
function handoversOf(posting: PostingRecord): EarlierHandover[] {
  const exported = exportsIn(posting, false);
  if (exported.length > 0 || posting.arrivedAt === null) return exported;
  return [{ posting: posting.id, at: posting.arrivedAt }];
}

const exportsIn = (posting: PostingRecord, wanted: boolean): EarlierHandover[] =>
  exportsOf(posting)
    .filter(({ reversal }) => reversal === wanted)
    .map(({ at }) => ({ posting: posting.id, at }));

function haveCommonLines(tx: StoreReader, one: PostingRecord, other: PostingRecord): boolean {
  const known = new Set<string>();
  for (const item of tx.postingItems.all(one.id)) known.add(linesOf(item));
  for (const item of tx.postingItems.all(other.id)) if (known.has(linesOf(item))) return true;
  return false;
}

/** Equal for two items that book the same: the entry that they bring, or the one that they delete. */
const linesOf = ({ sourceId, before, after }: PostingItemRecord): string =>
  `${sourceId}\n${after === null ? 'deleted' : ''}\n${(after ?? before)?.content ?? ''}`;

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
  return entry.lines.map((line: EntryLine) => {
    const label = withoutUnwritable(line.label);
    return {
      date: line.date,
      debit: withoutUnwritable(line.debit),
      credit: withoutUnwritable(line.credit),
      voucher: withoutUnwritable(line.voucher),
      label,
      amountInCentimes: line.amountInCentimes ?? 0,
      foreignAmountInCentimes: line.foreignAmountInCentimes,
      exchangeRate: line.exchangeRate,
      compoundNumber,
      journal: 0,
      vatSide: zeroIfNone(withoutUnwritable(line.vatType)),
      vatNumber: zeroIfNone(withoutUnwritable(line.vatNumber)),
      vatCode: withoutUnwritable(line.vatCode),
      labelWithoutVat: label,
    };
  });
}

/** As the accounting's own exports have it where there is no VAT. */
const zeroIfNone = (value: string): string => (value === '' ? '0' : value);
