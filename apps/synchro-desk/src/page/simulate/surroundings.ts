import type { World } from '@synchro/sync-testing';
import type { HubFacts, WorldAct } from '../../acts.js';
import { noFile } from '../../demonstration.js';
import type { Performed } from '../../demonstration.js';
import type { PlaceAct } from './places.js';

export type HubAct = Exclude<WorldAct, PlaceAct>;

/** Internet, account and server around the simulated service. */
export interface Surroundings {
  readonly facts: HubFacts;
  perform(act: HubAct): Performed;
  reset(): void;
}

const people = { anna: 'Anna Rochat', marc: 'Marc Beuret' } as const;

export function createSurroundings(hub: World['hub'], mandateId: string): Surroundings {
  // What was done to them: the service itself takes a moment to notice that a trouble is over.
  let isInternetThere = true;
  let isRefusing = false;

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
  /** Banners and console begin a sign-in; here the person ends it, as in the browser's window. */
  const endSignIn = (end: () => void): Performed => {
    if (hub.facts().account.status !== 'signing-in') return { refusal: 'no-sign-in-waiting' };
    end();
    return noFile;
  };
  const done = (_change: void): Performed => noFile;

  return {
    get facts() {
      return { account: hub.facts().account.status, isInternetThere, isRefusing };
    },
    perform: (act) => {
      switch (act) {
        case 'sign-in-anna':
          return done(hub.signInAs(people.anna));
        case 'sign-in-marc':
          return done(hub.signInAs(people.marc));
        case 'sign-out':
          return done(hub.signOut());
        case 'complete-sign-in':
          return endSignIn(() => hub.completeSignIn(people.anna));
        case 'deny-sign-in':
          return endSignIn(() => hub.denySignIn());
        case 'internet-off':
          return done(setInternet(false));
        case 'internet-on':
          return done(setInternet(true));
        case 'refuse-access':
          return done(refuse('no-access'));
        case 'end-subscription':
          return done(refuse('subscription-ended'));
        case 'accept-again':
          return done(accept());
      }
    },
    reset: () => {
      setInternet(true);
      accept();
      if (hub.facts().account.status !== 'signed-in') hub.signInAs(people.anna);
    },
  };
}
