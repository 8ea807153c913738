import { useCallback, useEffect, useState } from 'react';
import type { Say } from '../commands/command-dialog-props.js';

/** That something was done, as long as what is shown is what was shown then. */
export interface Said {
  readonly text: string;
  /** What had the focus has gone: it is to be here. */
  readonly takesFocus: boolean;
  /** The address at which it was said. */
  readonly at: string;
}

export interface ConfirmationState {
  readonly said: Said | null;
  readonly say: Say;
  readonly dismiss: () => void;
}

/** The one quiet sentence after a command; whoever goes on has read it. */
export function useConfirmation(): ConfirmationState {
  const [said, setSaid] = useState<Said | null>(null);
  const dismiss = useCallback(() => setSaid(null), []);
  const say = useCallback<Say>((text, focus) => {
    setSaid({ text, takesFocus: focus === 'focus', at: location.hash });
  }, []);
  useEffect(() => {
    const moved = () => setSaid((now) => (now?.at === location.hash ? now : null));
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  return { said, say, dismiss };
}
