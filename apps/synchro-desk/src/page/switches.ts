import { byId, element } from './element.js';
import { localeNames, locales } from './messages/messages.js';
import type { Locale, Messages } from './messages/messages.js';
import { de } from './messages/messages-de.js';
import { en } from './messages/messages-en.js';
import { fr } from './messages/messages-fr.js';
import { it } from './messages/messages-it.js';

const texts: Readonly<Record<Locale, Messages>> = { fr, de, it, en };
const isLocale = (text: string | null): text is Locale =>
  (locales as readonly (string | null)[]).includes(text);

/** The switches in the desk's head: language, theme, and whether the world is simulated. */
export interface Switches {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly theme: 'light' | 'dark';
  /** Calls back after a change of language or theme. */
  onChange(listener: () => void): void;
}

/** Language and theme are kept by the browser; the simulated desk is another address, so that it can be bookmarked. */
export function createSwitches({ isSimulated }: { readonly isSimulated: boolean }): Switches {
  const language = byId('language') as HTMLSelectElement;
  language.append(...locales.map((value) => element('option', { value, lang: value }, localeNames[value])));
  const storedLocale = localStorage.getItem('locale');
  language.value = isLocale(storedLocale) ? storedLocale : 'fr';

  const dark = byId('dark') as HTMLInputElement;
  const storedTheme = localStorage.getItem('theme');
  dark.checked =
    storedTheme === null ? matchMedia('(prefers-color-scheme: dark)').matches : storedTheme === 'dark';

  const simulate = byId('simulate') as HTMLInputElement;
  simulate.checked = isSimulated;
  simulate.addEventListener('change', () => {
    // The fragment holds the key of the desk with real files: without it there would be no way back.
    location.assign((simulate.checked ? '/simulate/' : '/') + location.hash);
  });

  const locale = () => (isLocale(language.value) ? language.value : 'fr');
  const theme = () => (dark.checked ? 'dark' : 'light');
  const apply = () => {
    const messages = texts[locale()];
    document.documentElement.lang = locale();
    document.documentElement.dataset['theme'] = theme();
    language.setAttribute('aria-label', messages.language);
    byId('text-dark').textContent = messages.dark;
    byId('text-simulate').textContent = messages.simulate;
  };
  apply();

  return {
    get locale() {
      return locale();
    },
    get messages() {
      return texts[locale()];
    },
    get theme() {
      return theme();
    },
    onChange(listener) {
      language.addEventListener('change', () => {
        localStorage.setItem('locale', locale());
        apply();
        listener();
      });
      dark.addEventListener('change', () => {
        localStorage.setItem('theme', theme());
        apply();
        listener();
      });
    },
  };
}
