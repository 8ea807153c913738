import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { HTMLAttributes, ReactElement, ReactNode } from 'react';
import { useRowKeys } from './use-row-keys.js';

const ROW_HEIGHT = 36;
const OVERSCAN = 12;

/** What a row says of itself: its level, and whether it is chosen or open. */
export type RowProps = HTMLAttributes<HTMLDivElement> & Readonly<Record<`data-${string}`, string>>;

export interface EntryGridProps<Row extends { readonly key: string }> {
  readonly label: string;
  /** Which columns it has: a name that the style sheet knows. */
  readonly columns: 'choosing' | 'reading';
  readonly rows: readonly Row[];
  /** Whether `rows` are all there are. */
  readonly isWhole: boolean;
  /** The head's cells. */
  readonly head: ReactNode;
  readonly rowProps: (row: Row) => RowProps;
  readonly cells: (row: Row) => ReactElement;
  /** Space on a row; none where rows cannot be chosen. */
  readonly onSelect?: (row: Row) => void;
  readonly onOpen: (row: Row, open: boolean) => void;
  /** The last rows come into sight. */
  readonly onEnd?: () => void;
}

/** Entries as a table of which only what is in sight is rendered, so that 50,000 of them scroll smoothly. */
export function EntryGrid<Row extends { readonly key: string }>(props: EntryGridProps<Row>): ReactElement {
  const { label, columns, rows, isWhole, head, rowProps, cells, onSelect, onOpen, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- concerns the React Compiler, which is not used
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: OVERSCAN,
  });
  const visible = virtual.getVirtualItems();
  const isAtEnd = (visible.at(-1)?.index ?? 0) >= rows.length - 1 - OVERSCAN;
  useEffect(() => {
    if (isAtEnd) onEnd?.();
  }, [isAtEnd, rows, onEnd]);

  const withRow = (index: number, act: ((row: Row) => void) | undefined) => {
    const row = rows[index];
    if (row !== undefined) act?.(row);
  };
  const keys = useRowKeys({
    count: rows.length,
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2),
    scrollTo: (index) => virtual.scrollToIndex(index),
    elementOf: (index) => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null,
    onSelect: (index) => withRow(index, onSelect),
    onOpen: (index, open) => withRow(index, (row) => onOpen(row, open)),
  });
  const isActiveVisible = visible.some(({ index }) => index === keys.active);
  const tabStop = isActiveVisible ? keys.active : visible[0]?.index;

  return (
    <div
      ref={scroller}
      role="treegrid"
      className="entries"
      data-columns={columns}
      aria-label={label}
      aria-rowcount={isWhole ? rows.length + 1 : -1}
      {...(onSelect === undefined ? {} : { 'aria-multiselectable': true })}
      tabIndex={-1}
      onKeyDown={keys.onKeyDown}
    >
      <div role="rowgroup" className="entries-head">
        <div role="row" className="entries-row" aria-rowindex={1}>
          {head}
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
