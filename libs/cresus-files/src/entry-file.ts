/** What an `.ecf`, `.ecs` or `.eca` holds (`domain.md` §3). */

/** One line of an entry: the content of C1, and the numbers that are not content. */
export interface EntryLine {
  /** ISO, always a real day. */
  readonly date: string;
  /** Account number, or `...` on the open side of a compound's line. */
  readonly debit: string;
  readonly credit: string;
  readonly voucher: string;
  /** To the blank. */
  readonly label: string;
  /** `null`: the field is empty. */
  readonly amountInCentimes: number | null;
  /** 0 where the field is empty. */
  readonly foreignAmountInCentimes: number;
  /** Decimal text by value (`1.51`), empty where there is none. */
  readonly exchangeRate: string;
  readonly net: boolean;
  /** Empty also where the file says 0. */
  readonly vatType: string;
  readonly vatCode: string;
  readonly costCentre: string;
  /** Not content; empty also where the file says 0. */
  readonly vatNumber: string;
  /** Not content: the line's number in this file, 0 where it has none. */
  readonly idno: number;
  /** Not content: 0 in a simple entry. */
  readonly compoundNumber: number;
}

export type EntryDefect = 'unbalanced' | 'one-sided';

/** One booking: one line, or the consecutive lines of one compound number. */
export interface FileEntry {
  readonly lines: readonly EntryLine[];
  /** Line number in the file, from 1. */
  readonly firstLine: number;
  readonly defects: readonly EntryDefect[];
}

export type EntryFileType = 'ECF' | 'ECS' | 'ECA';

export interface EntryFile {
  readonly type: EntryFileType;
  readonly version: string;
  readonly lot: number;
  /** `yyyy-mm-ddTHH:mm:ss`, local time of the writing program. */
  readonly writtenAt: string;
  readonly uid: number;
  readonly entries: readonly FileEntry[];
  /** A last line without its end is how a half-written file looks. */
  readonly endsWithLineEnd: boolean;
}
