import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ReactElement } from 'react';
import type { EntryItem } from '../contract-types.js';
import { CheckBox } from '../dialogs/check-box.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import type { DialogKey } from '../messages/dialog-messages.js';
import { EntryRow } from './entry-row.js';
import { LineCells } from './line-cells.js';
import { canOpen } from './list-rows.js';
import type { ListRow } from './list-rows.js';
import { extentOf, isSelected, isSound } from './selection.js';
import type { Selection } from './selection.js';
import { SourceRow } from './source-row.js';
import { useRowKeys } from './use-row-keys.js';

const columns = ['change', 'date', 'voucher', 'label', 'debit', 'credit', 'amount', 'vat'] as const;
const ROW_HEIGHT = 36;

export interface EntriesTableProps {
  readonly rows: readonly ListRow[];
  /** The entries behind the rows. */
  readonly items: readonly EntryItem[];
  readonly selection: Selection;
  readonly canSelect: boolean;
  readonly onSelect: (items: readonly EntryItem[], value: boolean) => void;
  readonly onOpen: (id: string, open: boolean) => void;
}

/** The entries as a table of which only what is in sight is rendered, so that 50,000 of them scroll smoothly. */
export function EntriesTable(props: EntriesTableProps): ReactElement {
  const { rows, items, selection, canSelect, onSelect, onOpen } = props;
  const { t } = useDialogTexts();
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- concerns the React Compiler, which is not used
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });
  const visible = virtual.getVirtualItems();

  const select = (row: ListRow | undefined) => {
    if (!canSelect || row === undefined) return;
    if (row.kind === 'source') onSelect(row.items, extentOf(row.items, selection) !== 'all');
    if (row.kind === 'entry' && isSound(row.item)) onSelect([row.item], !isSelected(row.item, selection));
  };
  const keys = useRowKeys({
    count: rows.length,
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2),
    scrollTo: (index) => virtual.scrollToIndex(index),
    elementOf: (index) => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null,
    onSelect: (index) => select(rows[index]),
    onOpen: (index, open) => {
      const row = rows[index];
      if (row?.kind === 'entry' && canOpen(row.item)) onOpen(row.item.id, open);
    },
  });
  const isActiveVisible = visible.some(({ index }) => index === keys.active);
  const tabStop = isActiveVisible ? keys.active : visible[0]?.index;

  const rowProps = (row: ListRow) => {
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
    <div
      ref={scroller}
      role="treegrid"
      className="entries"
      aria-label={t('posting.tab.entries')}
      aria-rowcount={rows.length + 1}
      aria-multiselectable="true"
      tabIndex={-1}
      onKeyDown={keys.onKeyDown}
    >
      <div role="rowgroup" className="entries-head">
        <div role="row" className="entries-row" aria-rowindex={1}>
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
        </div>
      </div>
      <div role="rowgroup" className="entries-body" style={{ height: virtual.getTotalSize() }}>
        {visible.map(({ key, index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={key}
              ref={virtual.measureElement}
              role="row"
              className="entries-row"
              data-index={index}
              aria-rowindex={index + 2}
              tabIndex={index === tabStop ? 0 : -1}
              style={{ transform: `translateY(${start}px)` }}
              onFocus={() => keys.setActive(index)}
              {...rowProps(row)}
            >
              {cells(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
