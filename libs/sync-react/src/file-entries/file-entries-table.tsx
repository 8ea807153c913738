import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { FileEntryItem, FileEntryState } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { EntryGrid } from '../entries/entry-grid.js';
import type { RowProps } from '../entries/entry-grid.js';
import { LineCells } from '../entries/line-cells.js';
import { FileEntryRow } from './file-entry-row.js';
import { fileRows, isCompound } from './file-rows.js';
import type { FileRow } from './file-rows.js';

const columns = ['date', 'voucher', 'label', 'debit', 'credit', 'amount', 'vat'] as const;

export interface FileEntriesTableProps {
  readonly label: string;
  readonly state: FileEntryState;
  readonly items: readonly FileEntryItem[];
  readonly isWhole: boolean;
  readonly onEnd: () => void;
}

/** A file's entries to look at; compound ones fold open. */
export function FileEntriesTable(props: FileEntriesTableProps): ReactElement {
  const { label, state, items, isWhole, onEnd } = props;
  const { t } = useDialogTexts();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => fileRows(items, open), [items, open]);
  const setIsOpen = (row: FileRow, isOpen: boolean) => {
    if (row.kind !== 'entry' || !isCompound(row.item)) return;
    const next = new Set(open);
    if (isOpen) next.add(row.key);
    else next.delete(row.key);
    setOpen(next);
  };

  const rowProps = (row: FileRow): RowProps => {
    switch (row.kind) {
      case 'entry':
        return {
          'aria-level': 1,
          'data-kind': 'entry',
          ...(isCompound(row.item) ? { 'aria-expanded': row.isOpen } : {}),
        };
      case 'line':
        return { 'aria-level': 2, 'data-kind': 'line' };
    }
  };
  const cells = (row: FileRow): ReactElement => {
    switch (row.kind) {
      case 'entry':
        return (
          <FileEntryRow item={row.item} isOpen={row.isOpen} onToggle={() => setIsOpen(row, !row.isOpen)} />
        );
      case 'line':
        return (
          <>
            <span role="gridcell" className="cell change" />
            <LineCells line={row.line} before={undefined} />
          </>
        );
    }
  };
  return (
    <EntryGrid
      label={label}
      columns="reading"
      rows={rows}
      isWhole={isWhole}
      head={
        <>
          <span role="columnheader" className="cell change">
            {t(state === 'posted' ? 'column.posted' : 'column.change')}
          </span>
          {columns.map((column) => (
            <span key={column} role="columnheader" className={`cell ${column}`}>
              {t(`column.${column}`)}
            </span>
          ))}
        </>
      }
      rowProps={rowProps}
      cells={cells}
      onOpen={setIsOpen}
      onEnd={onEnd}
    />
  );
}
