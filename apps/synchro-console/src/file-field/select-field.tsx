import { Icon } from '@synchro/sync-react/page-parts';
import type { ReactElement } from 'react';

export interface SelectFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly problem: string | null;
  readonly onChange: (value: string) => void;
}

/** A choice of a few with its label, what it is for, and in the same place what is wrong with it. */
export function SelectField(props: SelectFieldProps): ReactElement {
  const { id, name, label, hint, value, options, problem, onChange } = props;
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <span id={`${id}-hint`} className="quiet">
        {hint}
      </span>
      <select
        id={id}
        name={name}
        className="field"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? `${id}-hint` : `${id}-hint ${id}-problem`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
      {problem === null ? null : (
        <span id={`${id}-problem`} role="alert" className="field-problem" data-severity="error">
          <Icon severity="error" />
          {problem}
        </span>
      )}
    </div>
  );
}
