import type { ReactElement, ReactNode } from 'react';
import type { EntryLineMessage } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { formatAmount, formatDay } from '../messages/formats.js';
import { ChangedValue } from './changed-value.js';

export interface LineCellsProps {
  readonly line: EntryLineMessage;
  readonly before: EntryLineMessage | undefined;
  /** Of a compound entry as a whole; otherwise the line's own. */
  readonly amount?: string;
  readonly amountBefore?: string | undefined;
  /** Below the label: problems, and what opens the lines. */
  readonly children?: ReactNode;
}

/** The cells that a line and an entry have in common, from the date to the VAT code. */
export function LineCells(props: LineCellsProps): ReactElement {
  const { line, before, children } = props;
  const { t } = useDialogTexts();
  const amount = props.amount ?? line.amount;
  const amountBefore = props.amountBefore ?? before?.amount;
  return (
    <>
      <span role="gridcell" className="cell date">
        <ChangedValue before={before && formatDay(before.date)} after={formatDay(line.date)} />
      </span>
      <span role="gridcell" className="cell voucher">
        <ChangedValue before={before?.voucher} after={line.voucher} />
      </span>
      <span role="gridcell" className="cell label">
        <span>
          <ChangedValue before={before?.label} after={line.label} />
        </span>
        {children}
      </span>
      <span role="gridcell" className="cell debit" data-name={t('column.debit')}>
        <ChangedValue before={before && account(before.debit)} after={account(line.debit)} />
      </span>
      <span role="gridcell" className="cell credit" data-name={t('column.credit')}>
        <ChangedValue before={before && account(before.credit)} after={account(line.credit)} />
      </span>
      <span role="gridcell" className="cell amount">
        <ChangedValue before={before && shown(amountBefore)} after={shown(amount)} />
      </span>
      <span role="gridcell" className="cell vat" data-name={t('column.vat')}>
        <ChangedValue before={before?.vatCode} after={line.vatCode} />
      </span>
    </>
  );
}

/** The side of a compound's line that its other lines fill. */
const account = (number: string): string => (number === '...' ? '…' : number);

const shown = (amount: string | null | undefined): string => (amount == null ? '' : formatAmount(amount));
