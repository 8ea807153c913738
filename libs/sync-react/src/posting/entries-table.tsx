import type { ReactElement } from 'react';
import type { EntryItem } from '../contract-types.js';
import { CheckBox } from '../dialogs/check-box.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { EntryGrid } from '../entries/entry-grid.js';
import type { RowProps } from '../entries/entry-grid.js';
import { LineCells } from '../entries/line-cells.js';
import type { DialogKey } from '../messages/dialog-messages.js';
import { EntryRow } from './entry-row.js';
import { canOpen } from './list-rows.js';
import type { ListRow } from './list-rows.js';
import { extentOf, isSelected, isSound } from './selection.js';
import type { Selection } from './selection.js';
import { SourceRow } from './source-row.js';

const columns = ['change', 'date', 'voucher', 'label', 'debit', 'credit', 'amount', 'vat'] as const;

export interface EntriesTableProps {
  readonly rows: readonly ListRow[];
  /** The entries behind the rows. */
  readonly items: readonly EntryItem[];
  /** Whether these are all that wait. */
  readonly isWhole: boolean;
  readonly selection: Selection;
  readonly canSelect: boolean;
  readonly onSelect: (items: readonly EntryItem[], value: boolean) => void;
  readonly onOpen: (id: string, open: boolean) => void;
}

/** What can be posted, with a box for each entry, each source file and all of them. */
export function EntriesTable(props: EntriesTableProps): ReactElement {
  const { rows, items, isWhole, selection, canSelect, onSelect, onOpen } = props;
  const { t } = useDialogTexts();

  const select = (row: ListRow) => {
    if (!canSelect) return;
    if (row.kind === 'source') onSelect(row.items, extentOf(row.items, selection) !== 'all');
    if (row.kind === 'entry' && isSound(row.item)) onSelect([row.item], !isSelected(row.item, selection));
  };
  const rowProps = (row: ListRow): RowProps => {
    switch (row.kind) {
      case 'source':
        return { 'aria-level': 1, 'aria-expanded': true, 'data-kind': 'source' };
      case 'entry':
        return {
          'aria-level': 2,
          'aria-selected': isSelected(row.item, selection),
          'data-kind': 'entry',
          ...(canOpen(row.item) ? { 'aria-expanded': row.isOpen } : {}),
        };
      case 'line':
        return { 'aria-level': 3, 'data-kind': 'line', 'data-version': row.version ?? 'after' };
    }
  };
  const cells = (row: ListRow): ReactElement => {
    switch (row.kind) {
      case 'source':
        return (
          <SourceRow
            name={row.name}
            items={row.items}
            state={extentOf(row.items, selection)}
            canSelect={canSelect && row.items.some(isSound)}
            onSelect={(value) => onSelect(row.items, value)}
          />
        );
      case 'entry':
        return (
          <EntryRow
            item={row.item}
            isSelected={isSelected(row.item, selection)}
            isOpen={row.isOpen}
            onSelect={(value) => onSelect([row.item], value)}
            onToggle={() => onOpen(row.item.id, !row.isOpen)}
          />
        );
      case 'line':
        return (
          <>
            <span role="gridcell" className="cell select" />
            <span role="gridcell" className="cell change quiet">
              {row.version === null ? null : t(row.version)}
            </span>
            <LineCells line={row.line} before={undefined} />
          </>
        );
    }
  };

  return (
    <EntryGrid
      label={t('posting.tab.entries')}
      columns="choosing"
      rows={rows}
      isWhole={isWhole}
      head={
        <>
          <span role="columnheader" className="cell select">
            <CheckBox
              label={t('posting.select-all')}
              state={extentOf(items, selection)}
              disabled={!canSelect || !items.some(isSound)}
              onChange={(value) => onSelect(items, value)}
            />
          </span>
          {columns.map((column) => (
            <span key={column} role="columnheader" className={`cell ${column}`}>
              {t(`column.${column}` satisfies DialogKey)}
            </span>
          ))}
        </>
      }
      rowProps={rowProps}
      cells={cells}
      onSelect={select}
      onOpen={(row, open) => {
        if (row.kind === 'entry' && canOpen(row.item)) onOpen(row.item.id, open);
      }}
    />
  );
}
