/**
 * What the two programs can be asked to do, one button each. The first name of a pair breaks something,
 * the second puts it right again.
 */
export const acts = [
  'write-invoice',
  'correct-invoice',
  'delete-invoice',
  'write-in-pieces',
  'unknown-account',
  'run-salaries',
  'write-half',
  'finish-half',
  'restore-older',
  'make-twin',
  'remove-twin',
  'remove-file',
  'bring-back-file',
  'stop-service',
  'start-service',
  'reset',
] as const;

export type Act = (typeof acts)[number];

export const isAct = (name: string): name is Act => (acts as readonly string[]).includes(name);

/** What an act did, in the terms of the file it did it to; the page says it in the user's language. */
export interface ActReport extends ActFacts {
  readonly id: number;
  readonly act: Act;
  readonly at: string;
}

export interface ActFacts {
  /** The file's name; `null` where the act concerns none. */
  readonly file: string | null;
  /** The entry file's lot number after the act, and its size on disk. */
  readonly lot: number | null;
  readonly bytes: number | null;
  /** The booking that was written, corrected or deleted. */
  readonly booking: BookingReport | null;
  /** How many entries were written or taken away. */
  readonly entries: number;
}

/** The first line stands for the whole booking, as in the banner's list. */
export interface BookingReport {
  readonly date: string;
  readonly voucher: string;
  readonly label: string;
  readonly totalInCentimes: number;
}

/** A file of the demonstration as it is on disk now. */
export interface FileReport {
  readonly role: 'invoicing' | 'payroll';
  readonly name: string;
  /** `null` while it is away. */
  readonly bytes: number | null;
  readonly modifiedAt: string | null;
  /** `null` where it cannot be read, as while it is half-written. */
  readonly content: { readonly lot: number; readonly entries: number } | null;
}

/** Everything the panel beside the accounting shows. */
export interface DeskState {
  readonly files: readonly FileReport[];
  /** The last acts, newest first. */
  readonly acts: readonly ActReport[];
  /** What is broken just now, so that the buttons offer the way back. */
  readonly isHalfWritten: boolean;
  readonly isAway: boolean;
  readonly hasTwin: boolean;
  readonly isServiceRunning: boolean;
  /** `2026-06`: the month whose salaries come next; `null` when the year is through. */
  readonly nextSalaries: string | null;
}

/** An act that cannot be done now; an expected answer, not a failure. */
export type Refusal = 'nothing-to-correct' | 'year-is-through' | 'service-unavailable';

export type ActResult =
  { readonly ok: true; readonly report: ActReport } | { readonly ok: false; readonly refusal: Refusal };
