import type { World } from '@synchro/sync-testing';
import { noFile } from '../../acts.js';
import type { WorldAct } from '../../acts.js';
import type { Surroundings } from '../../demonstration.js';

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
  /** What an act changes; `null`: the service waits for nobody to sign in. */
  const changeOf = (act: WorldAct): (() => void) | null => {
    // Banners and console begin a sign-in; here the person ends it, as in the browser's window.
    const isWaiting = hub.facts().account.status === 'signing-in';
    switch (act) {
      case 'sign-in-anna':
        return () => hub.signInAs(people.anna);
      case 'sign-in-marc':
        return () => hub.signInAs(people.marc);
      case 'sign-out':
        return () => hub.signOut();
      case 'complete-sign-in':
        return isWaiting ? () => hub.completeSignIn(people.anna) : null;
      case 'deny-sign-in':
        return isWaiting ? () => hub.denySignIn() : null;
      case 'internet-off':
        return () => setInternet(false);
      case 'internet-on':
        return () => setInternet(true);
      case 'refuse-access':
        return () => refuse('no-access');
      case 'end-subscription':
        return () => refuse('subscription-ended');
      case 'accept-again':
        return accept;
    }
  };

  return {
    get facts() {
      return { account: hub.facts().account.status, isInternetThere, isRefusing };
    },
    perform: (act) => {
      const change = changeOf(act);
      if (change === null) return { refusal: 'no-sign-in-waiting' };
      change();
      return noFile;
    },
    reset: () => {
      setInternet(true);
      accept();
      if (hub.facts().account.status !== 'signed-in') hub.signInAs(people.anna);
    },
  };
}
