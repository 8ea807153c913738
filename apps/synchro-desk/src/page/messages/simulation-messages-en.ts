import type { SimulationMessages } from './simulation-messages.js';

export const simulationEn: SimulationMessages = {
  lead: 'Everything happens in this page: a shared mandate on a simulated world. Sign out, cut the internet, move the folder, and watch.',
  groups: {
    account: 'The customer account',
    connection: 'Internet and server',
  },
  buttons: {
    'sign-in-anna': 'Sign in as Anna',
    'sign-in-marc': 'Sign in as Marc',
    'sign-out': 'Sign out',
    'complete-sign-in': 'Complete the sign-in under way',
    'deny-sign-in': 'Deny it',
    'internet-off': 'Cut the internet',
    'internet-on': 'Restore the internet',
    'refuse-access': 'The server refuses access',
    'end-subscription': 'The subscription ends',
    'accept-again': 'The server accepts again',
  },
  did: {
    'sign-in-anna': 'Anna Rochat has signed in.',
    'sign-in-marc': 'Marc Beuret has signed in.',
    'sign-out': 'Signed out: nobody is signed in any more.',
    'complete-sign-in': 'Sign-in completed in the browser.',
    'deny-sign-in': 'Sign-in denied in the browser.',
    'internet-off': 'The internet is gone.',
    'internet-on': 'The internet is back.',
    'refuse-access': 'The server refuses access to the mandate.',
    'end-subscription': 'The server refuses: the subscription has ended.',
    'accept-again': 'The server accepts again.',
  },
};
