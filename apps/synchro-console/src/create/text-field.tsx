import { Icon } from '@synchro/sync-react/page-parts';
import type { ReactElement } from 'react';

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
}

/** A line of text with its label, what is expected, and in the same place what is wrong with it. */
export function TextField(props: TextFieldProps): ReactElement {
  const { id, name, label, hint, value, maxLength, problem, onChange } = props;
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <span id={`${id}-hint`} className="quiet">
        {hint}
      </span>
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
      />
      {problem === null ? null : (
        <span id={`${id}-problem`} role="alert" className="field-problem" data-severity="error">
          <Icon severity="error" />
          {problem}
        </span>
      )}
    </div>
  );
}
