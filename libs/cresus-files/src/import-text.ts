/** The text that the accounting imports and exports (`domain.md` §3); its simple form has the first six values only. */
export interface ImportLine {
  /** ISO, always a real day. */
  readonly date: string;
  /** Account number, or `...` on the open side of a compound's line. */
  readonly debit: string;
  readonly credit: string;
  readonly voucher: string;
  readonly label: string;
  readonly amountInCentimes: number;
  readonly foreignAmountInCentimes: number;
  /** Decimal text by value, empty where there is none. */
  readonly exchangeRate: string;
  /** 0 in a simple entry. */
  readonly compoundNumber: number;
  readonly journal: number;
  readonly vatSide: string;
  readonly vatNumber: string;
  readonly vatCode: string;
  readonly labelWithoutVat: string;
}

export type ImportFormat = 'extended' | 'simple';
