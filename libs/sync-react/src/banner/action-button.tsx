import { useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

export interface ActionButtonProps {
  readonly children: ReactNode;
  /** Busy until it settles; a rejection goes to `onFailure`. */
  readonly onPress: () => Promise<void> | void;
  readonly onFailure?: (error: unknown) => void;
  readonly className?: string;
  /** It stays reachable for a screen reader, which reads why by `aria-describedby`. */
  readonly disabled?: boolean;
  readonly describedBy?: string | undefined;
  /** Heard instead of what is written on it. */
  readonly label?: string;
  readonly opensDialog?: boolean;
}

/** A button that works on something: no second click while it does [B4], and the focus stays on it. */
export function ActionButton(props: ActionButtonProps): ReactElement {
  const {
    children,
    onPress,
    onFailure,
    className = '',
    disabled = false,
    describedBy,
    label,
    opensDialog,
  } = props;
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false); // a second click may come before the first one is rendered

  const press = async () => {
    if (running.current || disabled) return;
    running.current = true;
    setBusy(true);
    try {
      await onPress();
    } catch (error) {
      if (onFailure === undefined) throw error;
      onFailure(error);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      className={`button ${className}`}
      aria-disabled={isBusy || disabled}
      aria-busy={isBusy}
      aria-describedby={describedBy}
      aria-label={label}
      aria-haspopup={opensDialog === true ? 'dialog' : undefined}
      onClick={() => void press()}
    >
      {children}
    </button>
  );
}
