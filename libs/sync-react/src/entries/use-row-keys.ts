import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

export interface RowKeys {
  /** The row that the Tab key reaches. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export interface RowKeysOptions {
  readonly count: number;
  /** Rows of one screen. */
  readonly pageSize: () => number;
  readonly scrollTo: (index: number) => void;
  readonly elementOf: (index: number) => HTMLElement | null;
  readonly onSelect: (index: number) => void;
  readonly onOpen: (index: number, open: boolean) => void;
}

/**
 * A list of any length with one stop of the Tab key: arrows, Page, Home and End move among its rows, Space chooses,
 * Right and Left open and close (the pattern of a treegrid whose rows have the focus).
 */
export function useRowKeys(options: RowKeysOptions): RowKeys {
  const { count, pageSize, scrollTo, elementOf, onSelect, onOpen } = options;
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const isMoving = useRef(false);

  // The row may have to be scrolled to and rendered before it can have the focus.
  useEffect(() => {
    const element = isMoving.current ? elementOf(active) : null;
    if (element === null) return;
    isMoving.current = false;
    element.focus();
  });

  const move = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index));
    isMoving.current = true;
    scrollTo(next);
    setActive(next);
    elementOf(next)?.focus();
  };
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    PageDown: () => move(active + pageSize()),
    PageUp: () => move(active - pageSize()),
    Home: () => move(0),
    End: () => move(count - 1),
    ' ': () => onSelect(active),
    ArrowRight: () => onOpen(active, true),
    ArrowLeft: () => onOpen(active, false),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isOnRow = event.target instanceof HTMLElement && event.target.role === 'row';
    const action =
      isOnRow && !event.ctrlKey && !event.metaKey && !event.altKey ? actions[event.key] : undefined;
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  return { active, setActive, onKeyDown };
}
