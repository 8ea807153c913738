import { Icon } from '@synchro/sync-react/page-parts';
import type { ReactElement, ReactNode } from 'react';

export interface TextFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly maxLength?: number;
  /** What is wrong with the value, `null` if nothing is known to be. */
  readonly problem: string | null;
  readonly onChange: (value: string) => void;
  /** The field is left: what is in it is as it is meant. */
  readonly onLeave?: () => void;
  /** A button beside the line. */
  readonly children?: ReactNode;
}

/** A line of text with its label, what is expected, and in the same place what is wrong with it. */
export function TextField(props: TextFieldProps): ReactElement {
  const { id, name, label, hint, value, maxLength, problem, onChange, onLeave, children } = props;
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <span id={`${id}-hint`} className="quiet">
        {hint}
      </span>
      <span className="text-line">
        <input
          id={id}
          name={name}
          className="field"
          autoComplete="off"
          spellCheck={false}
          maxLength={maxLength ?? 4096}
          value={value}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? `${id}-hint` : `${id}-hint ${id}-problem`}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onLeave}
        />
        {children}
      </span>
      {problem === null ? null : (
        <span id={`${id}-problem`} role="alert" className="field-problem" data-severity="error">
          <Icon severity="error" />
          {problem}
        </span>
      )}
    </div>
  );
}
