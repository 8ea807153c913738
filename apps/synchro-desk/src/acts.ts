/**
 * What the programs and the service can be asked to do, one button each. The first name of a pair breaks
 * something, the second puts it right again.
 */
export const deskActs = [
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

/** What the user does in the file manager, or in a program's own list of files; with its way back, as above. */
export const placeActs = [
  'rename-document',
  'rename-document-back',
  'move-folder',
  'move-folder-back',
  'copy-document',
  'remove-copy',
  'open-copy',
  'open-documents',
  'unplug-drive',
  'plug-drive',
] as const;

/** What only the simulated desk can do: sign-in, the internet, the server. */
export const worldActs = [
  'sign-in-anna',
  'sign-in-marc',
  'sign-out',
  'complete-sign-in',
  'deny-sign-in',
  'internet-off',
  'internet-on',
  'refuse-access',
  'end-subscription',
  'accept-again',
] as const;

export type DeskAct = (typeof deskActs)[number];
export type PlaceAct = (typeof placeActs)[number];
export type WorldAct = (typeof worldActs)[number];
export type Act = DeskAct | PlaceAct | WorldAct;

export const isDeskAct = (name: string): name is DeskAct => (deskActs as readonly string[]).includes(name);

export const isPlaceAct = (name: string): name is PlaceAct => (placeActs as readonly string[]).includes(name);

export const isWorldAct = (name: string): name is WorldAct => (worldActs as readonly string[]).includes(name);

/** What an act did, in the terms of the file it did it to; the page says it in the user's language. */
export interface ActReport extends ActFacts {
  readonly id: number;
  readonly act: Act;
  readonly at: string;
}

export interface ActFacts {
  /** The name of the file or folder; `null` where the act concerns none. */
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
  readonly content: {
    readonly lot: number;
    readonly entries: number;
    /** The last bookings, newest first. */
    readonly last: readonly BookingReport[];
  } | null;
}

export const programs = ['accounting', 'invoicing', 'payroll'] as const;
export type Program = (typeof programs)[number];

/** The document that a program has open. */
export interface OpenDocument {
  readonly path: string;
  /** The identifier that the program gave it; the accounting has told none. */
  readonly id: string | null;
}

/** Where the mandate's files lie just now; while the drive is unplugged, nothing else can be told of them. */
export interface PlacesState {
  readonly isUnplugged: boolean;
  readonly isRenamed: boolean;
  readonly isFolderMoved: boolean;
  readonly hasCopy: boolean;
  readonly isCopyOpen: boolean;
  /** A program has a document open at a place where it no longer lies. */
  readonly isOpenElsewhere: boolean;
}

/** What of the simulated world decides which buttons are offered. */
export interface HubFacts {
  readonly account: 'signed-out' | 'signing-in' | 'signed-in';
  readonly isInternetThere: boolean;
  readonly isRefusing: boolean;
}

/** Everything that the windows show apart from what they ask the service themselves. */
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
  readonly documents: Readonly<Record<Program, OpenDocument>>;
  readonly places: PlacesState;
  /** `null`: real files and a real service. */
  readonly hub: HubFacts | null;
}

/** An act that cannot be done now; an expected answer, not a failure. */
export type Refusal =
  | 'nothing-to-correct'
  | 'year-is-through'
  | 'service-unavailable'
  | 'no-sign-in-waiting'
  | 'not-there'
  | 'drive-unplugged'
  | 'system-refused';

/** What an act did, or why it was not done. */
export type Performed = ActFacts | { readonly refusal: Refusal };

/** The facts of an act that concerns no file. */
export const noFile: ActFacts = { file: null, lot: null, bytes: null, booking: null, entries: 0 };

export type ActResult =
  { readonly ok: true; readonly report: ActReport } | { readonly ok: false; readonly refusal: Refusal };
