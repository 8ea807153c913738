import { byId } from '../element.js';
import { createPreferences } from '../preferences.js';
import { openSignInChannel } from './sign-in-channel.js';
import type { SignInAnswer } from './sign-in-channel.js';

/** The page that a sign-in opens, as the issuer's would be: the person agrees or refuses, and it closes. */
const { messages, theme, locale } = createPreferences();
const { groups, buttons } = messages.simulation;
document.documentElement.lang = locale;
document.documentElement.dataset['theme'] = theme;
byId('text-account').textContent = groups.account;

const channel = openSignInChannel();
const answers: readonly SignInAnswer[] = ['complete-sign-in', 'deny-sign-in'];
for (const answer of answers) {
  const button = byId(answer);
  button.textContent = buttons[answer];
  button.addEventListener('click', () => {
    channel.postMessage(answer);
    window.close();
  });
}
