import type { ActReport, DeskAct, FileReport, Program, Refusal } from '../../acts.js';
import type { PlaceMessages } from './place-messages.js';
import type { SimulationMessages } from './simulation-messages.js';

/** Everything the desk itself says, in one language; the banner brings its own texts. */
export interface Messages {
  readonly title: string;
  readonly lead: string;
  readonly language: string;
  readonly theme: string;
  readonly dark: string;
  /** The switch between real files and the simulated world. */
  readonly simulate: string;
  /** The programs' names, for their title bars. */
  readonly programs: Readonly<Record<Program, string>>;
  readonly console: string;
  readonly consoleUnavailable: string;
  readonly openConsole: string;
  /** The window with what belongs to no program. */
  readonly controls: string;
  readonly bannerPlace: string;
  readonly journal: string;
  readonly columns: {
    readonly date: string;
    readonly voucher: string;
    readonly label: string;
    readonly debit: string;
    readonly credit: string;
    readonly amount: string;
  };
  /** Put before the label of a line that takes an earlier one back. */
  readonly reversal: string;
  readonly journalEmpty: string;
  readonly entriesInJournal: (entries: number) => string;
  readonly justPosted: (entries: number) => string;
  readonly justUnposted: (entries: number) => string;
  readonly journalStale: (time: string) => string;
  readonly bannerUnavailable: string;
  readonly lastBookings: string;
  readonly groups: { readonly mishaps: string; readonly service: string };
  readonly fileFacts: (file: FileReport, size: string) => string;
  readonly fileAway: string;
  readonly buttons: Readonly<Record<DeskAct, string>>;
  readonly runSalaries: (month: string) => string;
  readonly log: string;
  readonly logEmpty: string;
  readonly did: (
    report: ActReport & { readonly act: DeskAct },
    format: { readonly amount: string; readonly size: string; readonly month: string },
  ) => string;
  readonly refused: Readonly<Record<Refusal, string>>;
  readonly places: PlaceMessages;
  readonly simulation: SimulationMessages;
  readonly simulationFailed: string;
  readonly keyMissing: string;
  readonly deskGone: string;
}

export const locales = ['fr', 'de', 'it', 'en'] as const;
export type Locale = (typeof locales)[number];

export const localeNames: Readonly<Record<Locale, string>> = {
  fr: 'Français',
  de: 'Deutsch',
  it: 'Italiano',
  en: 'English',
};
