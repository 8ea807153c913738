import { useId } from 'react';
import type { ReactElement, Ref } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';

export interface PathFieldProps {
  readonly ref?: Ref<HTMLInputElement>;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Why nothing came of it. */
  readonly problem: string | null;
  readonly onGo: () => Promise<void> | void;
  readonly onFailure: (error: unknown) => void;
  /** Left out where there is nothing to go to. */
  readonly goLabel?: string;
}

/** A path to type, paste or drop, for those who have it from elsewhere. */
export function PathField(props: PathFieldProps): ReactElement {
  const { ref, label, value, onChange, problem, onGo, onFailure, goLabel } = props;
  const { t } = useDialogTexts();
  const id = useId();
  const go = async () => {
    try {
      await onGo();
    } catch (error) {
      onFailure(error);
    }
  };
  return (
    <div className="path-field">
      <label htmlFor={id}>{label}</label>
      <div className="path-line">
        <input
          ref={ref}
          id={id}
          type="text"
          value={value}
          spellCheck={false}
          autoComplete="off"
          placeholder={t('chooser.path.hint')}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void go();
          }}
        />
        {goLabel === undefined ? null : (
          <ActionButton onPress={onGo} onFailure={onFailure}>
            {goLabel}
          </ActionButton>
        )}
      </div>
      {problem === null ? null : (
        <p id={`${id}-problem`} role="alert" className="failure">
          {problem}
        </p>
      )}
    </div>
  );
}
