import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';

export interface CheckBoxProps {
  readonly label: string;
  readonly state: 'all' | 'some' | 'none';
  readonly onChange: (value: boolean) => void;
  readonly disabled?: boolean;
  readonly tabIndex?: number;
  readonly describedBy?: string;
}

/** A check box that can stand for several things of which some are chosen; its label is only heard. */
export function CheckBox({
  label,
  state,
  onChange,
  disabled = false,
  tabIndex,
  describedBy,
}: CheckBoxProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) input.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <input
      ref={input}
      type="checkbox"
      className="check"
      aria-label={label}
      checked={state === 'all'}
      disabled={disabled}
      tabIndex={tabIndex}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
