/**
 * The nouns of the field, as every part of Synchro understands them (glossary: docs/architecture.md).
 * Types only; the rules over them are one file each in this folder.
 */

/** The program that writes or reads a file. */
export type Product = 'compta' | 'facturation' | 'salaires' | 'banking' | 'assets';

/** What a file is to its mandate: the books themselves, entries waiting for them, or a program's own document. */
export type FileRole = 'accounting' | 'entries' | 'document';

/** `2026-06-05`: a calendar day, without time or zone. */
export type IsoDate = string;

/** `2026-06-05T09:00:00.000Z`: a moment, always UTC. */
export type Instant = string;

/** First and last day of a fiscal year, both included. */
export interface FiscalPeriod {
  readonly begin: IsoDate;
  readonly end: IsoDate;
}

/**
 * One line of an entry file: the content of the booking [C1], and the numbers under which this version of
 * the file carries it. `null` as amount: the field is empty.
 */
export interface EntryLine {
  readonly date: IsoDate;
  /** Account number, or `...` on the open side of a compound's line. */
  readonly debit: string;
  readonly credit: string;
  readonly voucher: string;
  /** To the blank: blanks at either end are content. */
  readonly label: string;
  readonly amountInCentimes: number | null;
  /** 0 where there is none. */
  readonly foreignAmountInCentimes: number;
  /** Decimal text by value (`1.51`), empty where there is none. */
  readonly exchangeRate: string;
  readonly net: boolean;
  readonly vatType: string;
  readonly vatCode: string;
  readonly costCentre: string;
  /** Not content: renumbered at will by the writing program. */
  readonly vatNumber: string;
  /** Not content: the line's number in this version of its file; 0 where it has none. */
  readonly idno: number;
  /** Not content: groups the lines of a compound entry; 0 in a simple one. */
  readonly compoundNumber: number;
}

/** What is wrong with an entry taken by itself, before any chart is asked. */
export type EntryDefect = 'unbalanced' | 'one-sided';

/** One booking: a simple entry has one line, a compound one several. Counted once, whatever its lines. */
export interface Entry {
  readonly lines: readonly EntryLine[];
  readonly defects: readonly EntryDefect[];
}

export type Change = 'new' | 'changed' | 'deleted';

export interface PendingCounts {
  readonly new: number;
  readonly changed: number;
  readonly deleted: number;
}

/** The texts of a line that an export writes. */
export type TextField = 'account' | 'voucher' | 'label' | 'vat';

/** Why an entry cannot be posted as it is; `line` counts the entry's lines from 0. */
export type EntryProblem =
  | { readonly code: 'unknown-account'; readonly line: number; readonly account: string }
  | { readonly code: 'title-account'; readonly line: number; readonly account: string }
  | { readonly code: 'group-account'; readonly line: number; readonly account: string }
  | { readonly code: 'unknown-vat-code'; readonly line: number; readonly vatCode: string }
  | { readonly code: 'outside-periods'; readonly line: number; readonly date: IsoDate }
  | { readonly code: 'missing-amount'; readonly line: number }
  | { readonly code: 'zero-amount'; readonly line: number }
  /** The import text cannot carry `character` (`U+000D`) of this field. */
  | {
      readonly code: 'unwritable-character';
      readonly line: number;
      readonly field: TextField;
      readonly character: string;
    }
  | { readonly code: 'unbalanced' }
  | { readonly code: 'one-sided' }
  /** The entry is sound, but its file cannot be trusted now (T2, T4): shown, not posted. */
  | { readonly code: 'source-blocked'; readonly trouble: 'unreadable' | 'suspect' };

/** The accounts and VAT codes that exist in one accounting file, and its fiscal period. */
export interface Chart {
  readonly title: string;
  readonly period: FiscalPeriod | null;
  /** Account number → what may be done with it. */
  readonly accounts: ReadonlyMap<string, 'normal' | 'title' | 'group'>;
  readonly vatCodes: ReadonlySet<string>;
}

/** Why an entry file cannot be taken in [T2, T3, T4]; a twin [T6] is a trouble of its own beside the file. */
export type SourceTrouble =
  | { readonly kind: 'unreadable'; readonly since: Instant; readonly problems: readonly ReadProblem[] }
  | { readonly kind: 'missing'; readonly since: Instant }
  | {
      readonly kind: 'suspect';
      readonly since: Instant;
      readonly reasons: readonly SuspectReason[];
      readonly version: string;
    };

/**
 * Why a file or folder could not be checked. `unstable`: its size never matches what reading it gives (a cloud
 * placeholder, a long copy). `storage-failed`: the agent's own database. `failed`: anything the system does not name.
 * `damaged`, `not-a-file`, `missing`: what has to be a file of a certain content. `removed`: this agent's claim is gone;
 * `other-copy`: a copy of this agent's data has it.
 */
export type AccessProblem =
  | 'no-access'
  | 'busy'
  | 'io-error'
  | 'not-responding'
  | 'out-of-handles'
  | 'disk-full'
  | 'too-large'
  | 'unstable'
  | 'damaged'
  | 'not-a-file'
  | 'missing'
  | 'removed'
  | 'other-copy'
  | 'storage-failed'
  | 'failed';

/** A place in a file that could not be read, as `cresus-files` tells it. */
export interface ReadProblem {
  /** A problem of `cresus-files`, or an `AccessProblem` of the file as a whole. */
  readonly code: string;
  /** From 1; 0: the file as a whole. */
  readonly line: number;
  readonly column: number;
  readonly found?: string;
  /** In bytes: of a file that is `too-large`, with the limit. */
  readonly size?: number;
  readonly maxSize?: number;
}

/** Why a version looks like an older or restored file [T4]. */
export type SuspectReason =
  | { readonly code: 'lot-went-back'; readonly known: number; readonly found: number }
  | { readonly code: 'time-went-back'; readonly known: string; readonly found: string }
  | { readonly code: 'other-uid'; readonly expected: number; readonly found: number }
  | { readonly code: 'mass-deletion'; readonly posted: number; readonly gone: number };
