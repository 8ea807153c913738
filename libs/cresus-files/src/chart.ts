/** What a `.crp` holds: the chart of accounts that the accounting writes for the other programs (`domain.md` §3). */
export interface ChartOfAccounts {
  readonly title: string;
  /** First and last day of the fiscal period, ISO; empty where the file does not say. */
  readonly begin: string;
  readonly end: string;
  readonly accounts: readonly ChartAccount[];
  readonly vatCodes: readonly ChartVatCode[];
}

export interface ChartAccount {
  /** Text: `2152.1`. */
  readonly number: string;
  readonly name: string;
  /** Names per language (`NAME.0`, `NAME.1`, …), where the file has them; empty for a language that is left out. */
  readonly names?: readonly string[];
  /** 2 asset, 4 liability, 8 expense, 16 income, 32 operating. */
  readonly category: number;
  /** Number of the group it belongs to; empty at the top. */
  readonly group: string;
  readonly kind: 'normal' | 'title' | 'group';
  readonly vatCode: string;
  readonly currency: string;
}

export interface ChartVatCode {
  readonly name: string;
  /** Percent, as the file writes it. */
  readonly rate: string;
  readonly account: string;
  readonly deductiblePercent: string;
  /** Lines are separated by LF. */
  readonly comment: string;
}

/** Records whose number contains `/` or whose name is blank separate accounts on paper; they are none. */
export const isSeparator = ({ number, name }: Pick<ChartAccount, 'number' | 'name'>): boolean =>
  number === '' || number.includes('/') || name.trim() === '';
