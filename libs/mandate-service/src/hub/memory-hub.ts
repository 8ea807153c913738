import { SynchroError } from '@synchro/sync-core/contract';
import type { Instant, RefusalReason } from '@synchro/sync-core/domain';
import type { Clock } from '../environment.js';
import type { Hub, HubFacts } from './hub.js';

/** The server for shared mandates and the way to it, in memory; what happens to them, a test does. */
export interface MemoryHub extends Hub {
  signInAs(name: string): void;
  /** The person signs in on the page that a sign-in opened. */
  completeSignIn(name?: string): void;
  /** The person refuses on the page that a sign-in opened. */
  denySignIn(): void;
  setInternet(isThere: boolean): void;
  /** The server refuses this mandate until `accept`. */
  refuse(mandateId: string, reason: RefusalReason): void;
  accept(mandateId: string): void;
}

export interface MemoryHubOptions {
  readonly clock: Clock;
  /** Where the page to sign in on is said to be. */
  readonly signInUrl?: string;
}

/** How long it takes until the end of a trouble is noticed without anybody trying. */
const NOTICED_AFTER_MS = 1_000;
const PERSON = 'Anna Rochat';

/** Begins with somebody signed in and nothing wrong. */
export function createMemoryHub(options: MemoryHubOptions): MemoryHub {
  const { clock, signInUrl = 'https://compte.example/connexion' } = options;
  const listeners = new Set<() => void>();
  const accepted = new Set<string>();
  const refusals = new Map<string, { readonly reason: RefusalReason; readonly since: Instant }>();
  let hasInternet = true;
  let offlineSince: Instant | null = null;
  let signedOutSince: Instant | null = null;
  let account: HubFacts['account'] = signedInAs(PERSON, clock.now());

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const signedOut = (failure: 'denied' | null) => {
    const since = clock.now();
    signedOutSince ??= since;
    account = { status: 'signed-out', since, failure };
    tell();
  };
  const signInAs = (name: string) => {
    signedOutSince = null;
    account = signedInAs(name, clock.now());
    tell();
  };
  const notice = () => {
    if (hasInternet) offlineSince = null;
    for (const id of accepted) refusals.delete(id);
    accepted.clear();
    tell();
  };
  const noticeSoon = () => void clock.after(NOTICED_AFTER_MS, notice);

  return {
    facts: () => ({ account, signedOutSince, offlineSince, refusals: new Map(refusals) }),
    startSignIn: () =>
      settle(() => {
        if (!hasInternet) throw new SynchroError('no-internet');
        if (account.status === 'signed-in') return;
        account = { status: 'signing-in', since: clock.now(), url: signInUrl };
        tell();
      }),
    cancelSignIn: () => {
      if (account.status === 'signing-in') signedOut(null);
    },
    signOut: () => signedOut(null),
    retry: (mandateIds) =>
      settle(() => {
        notice();
        if (!hasInternet) throw new SynchroError('no-internet');
        if (signedOutSince !== null) throw new SynchroError('not-signed-in');
        for (const id of mandateIds) {
          const refusal = refusals.get(id);
          if (refusal !== undefined)
            throw new SynchroError('sync-refused', { mandate: id, reason: refusal.reason });
        }
      }),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    signInAs,
    completeSignIn: (name = PERSON) => signInAs(name),
    denySignIn: () => signedOut('denied'),
    setInternet(isThere) {
      hasInternet = isThere;
      if (isThere) {
        noticeSoon();
        return;
      }
      offlineSince ??= clock.now();
      tell();
    },
    refuse(mandateId, reason) {
      accepted.delete(mandateId);
      refusals.set(mandateId, { reason, since: clock.now() });
      tell();
    },
    accept(mandateId) {
      accepted.add(mandateId);
      noticeSoon();
    },
  };
}

const signedInAs = (name: string, since: Instant): HubFacts['account'] => ({
  status: 'signed-in',
  since,
  account: { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.ch` },
});

/** Runs it now and answers as a promise, a throw as a rejection. */
const settle = (use: () => void): Promise<void> =>
  new Promise((resolve) => {
    use();
    resolve();
  });
