import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Where the focus goes when a dialog shows something else and the button that was pressed has gone: to what is said
 * now, so that it is read, and not out of the dialog. The first thing shown has the focus from the dialog itself.
 *
 * @param shown what stands for the thing that is shown
 * @returns the ref of the element, which has `tabIndex={-1}`
 */
export function useFocusOnChange<Element extends HTMLElement>(shown: string): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    element.current?.focus();
  }, [shown]);
  return element;
}
