import type { HubFacts, WorldAct } from '../../acts.js';
import { noFile } from '../../demonstration.js';
import type { Performed } from '../../demonstration.js';
import type { PlaceAct } from './places.js';

export type HubAct = Exclude<WorldAct, PlaceAct>;

/** The world's server for shared mandates, as far as somebody outside can meddle with it. */
export interface SimulatedHub {
  signInAs(name: string): void;
  /** Ends a sign-in that a banner or the console started, as in the browser's window. */
  completeSignIn(name?: string): void;
  denySignIn(): void;
  signOut(): void;
  setInternet(isThere: boolean): void;
  refuse(mandateId: string, reason: 'no-access' | 'subscription-ended'): void;
  accept(mandateId: string): void;
}

/** Internet, account and server around the simulated service. */
export interface Surroundings {
  facts(): Promise<HubFacts>;
  perform(act: HubAct): Promise<Performed>;
  reset(): void;
}

const people = { anna: 'Anna Rochat', marc: 'Marc Beuret' } as const;

export interface SurroundingsOptions {
  readonly hub: SimulatedHub;
  readonly mandateId: string;
  /** Who is signed in, as the service says: banners change it too. */
  readonly account: () => Promise<HubFacts['account']>;
}

export function createSurroundings({ hub, mandateId, account }: SurroundingsOptions): Surroundings {
  let isInternetThere = true;
  let isRefusing = false;
  let lastAccount: HubFacts['account'] = 'signed-out';

  /** While the service is stopped, what it said last. */
  const knownAccount = async () => (lastAccount = await account().catch(() => lastAccount));

  const setInternet = (isThere: boolean) => {
    isInternetThere = isThere;
    hub.setInternet(isThere);
  };
  const refuse = (reason: 'no-access' | 'subscription-ended') => {
    isRefusing = true;
    hub.refuse(mandateId, reason);
  };
  const accept = () => {
    isRefusing = false;
    hub.accept(mandateId);
  };

  const change = (act: Exclude<HubAct, 'complete-sign-in' | 'deny-sign-in'>): void => {
    switch (act) {
      case 'sign-in-anna':
        return hub.signInAs(people.anna);
      case 'sign-in-marc':
        return hub.signInAs(people.marc);
      case 'sign-out':
        return hub.signOut();
      case 'internet-off':
        return setInternet(false);
      case 'internet-on':
        return setInternet(true);
      case 'refuse-access':
        return refuse('no-access');
      case 'end-subscription':
        return refuse('subscription-ended');
      case 'accept-again':
        return accept();
    }
  };

  const reset = () => {
    setInternet(true);
    accept();
    hub.signInAs(people.anna);
  };
  reset();

  return {
    facts: async () => ({ account: await knownAccount(), isInternetThere, isRefusing }),
    perform: async (act) => {
      if (act !== 'complete-sign-in' && act !== 'deny-sign-in') {
        change(act);
        return noFile;
      }
      if ((await knownAccount()) !== 'signing-in') return { refusal: 'no-sign-in-waiting' };
      if (act === 'complete-sign-in') hub.completeSignIn(people.anna);
      else hub.denySignIn();
      return noFile;
    },
    reset,
  };
}
