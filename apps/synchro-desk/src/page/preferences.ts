import { locales } from './messages/messages.js';
import type { Locale, Messages } from './messages/messages.js';
import { de } from './messages/messages-de.js';
import { en } from './messages/messages-en.js';
import { fr } from './messages/messages-fr.js';
import { it } from './messages/messages-it.js';

const texts: Readonly<Record<Locale, Messages>> = { fr, de, it, en };

export type Theme = 'light' | 'dark';

/** Language and theme of whoever sits here, kept by the browser. */
export interface Preferences {
  locale: Locale;
  theme: Theme;
  readonly messages: Messages;
}

export const isLocale = (text: string | null): text is Locale =>
  (locales as readonly (string | null)[]).includes(text);

export function createPreferences(): Preferences {
  return {
    get locale() {
      const stored = localStorage.getItem('locale');
      return isLocale(stored) ? stored : 'fr';
    },
    set locale(locale) {
      localStorage.setItem('locale', locale);
    },
    get theme() {
      const stored = localStorage.getItem('theme');
      if (stored === 'light' || stored === 'dark') return stored;
      return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    },
    set theme(theme) {
      localStorage.setItem('theme', theme);
    },
    get messages() {
      return texts[this.locale];
    },
  };
}
