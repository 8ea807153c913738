import { useRef, useState } from 'react';
import type { AccountState } from '../contract-types.js';
import { useCancelSignIn, useStartSignIn } from '../hooks/use-account.js';
import { openPage } from './open-page.js';
import type { PageWindow } from './open-page.js';

export interface SignIn {
  /** The newest that is known of the account. */
  readonly account: AccountState;
  /** Whether the page could not open by itself, so that a link must do. */
  readonly isBlocked: boolean;
  /** To be called straight in a click. @throws what the service refuses */
  readonly start: () => Promise<void>;
  readonly cancel: () => Promise<void>;
}

/**
 * Signing in, as the dialog goes through it:
 *
 *     signed-out ── start ──▶ signing-in ──▶ signed-in       (the dialog closes)
 *         ▲                       │
 *         └─ cancelled, denied, expired
 *
 * The stream tells where it stands. The answer to `start` only bridges the moment until the stream has said so.
 *
 * @param told the account as the stream tells it
 */
export function useSignIn(told: AccountState): SignIn {
  const startSignIn = useStartSignIn();
  const cancelSignIn = useCancelSignIn();
  const page = useRef<PageWindow | null>(null);
  const [answer, setAnswer] = useState<{ readonly after: string; readonly account: AccountState } | null>(
    null,
  );
  const [isBlocked, setBlocked] = useState(false);
  const before = JSON.stringify(told);
  const account = answer?.after === before ? answer.account : told;

  return {
    account,
    isBlocked,
    start: async () => {
      const opened = openPage();
      page.current = opened;
      try {
        const started = await startSignIn.mutateAsync();
        const isShown = started.status === 'signing-in' && opened.show(started.url);
        if (!isShown) opened.close();
        setBlocked(!isShown);
        setAnswer({ after: before, account: started });
      } catch (error) {
        opened.close();
        throw error;
      }
    },
    cancel: async () => {
      await cancelSignIn.mutateAsync();
      page.current?.close();
      setAnswer(null);
    },
  };
}
