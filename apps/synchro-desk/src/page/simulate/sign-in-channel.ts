/** How the page that stands in for the issuer's tells the desk how the sign-in ended. */
export type SignInAnswer = 'complete-sign-in' | 'deny-sign-in';

export const openSignInChannel = (): BroadcastChannel => new BroadcastChannel('synchro-simulated-sign-in');
