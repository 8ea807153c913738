import { byId, element } from './element.js';
import { localeNames, locales } from './messages/messages.js';
import { createPreferences, isLocale } from './preferences.js';
import type { Preferences } from './preferences.js';

/** The switches in the desk's head: language, theme, and whether the world is simulated. */
export interface Switches extends Readonly<Preferences> {
  /** Calls back after a change of language or theme. */
  onChange(listener: () => void): void;
}

/** The simulated desk is another address, so that it can be bookmarked. */
export function createSwitches({ isSimulated }: { readonly isSimulated: boolean }): Switches {
  const preferences = createPreferences();
  const listeners = new Set<() => void>();

  const language = byId('language') as HTMLSelectElement;
  language.append(...locales.map((value) => element('option', { value, lang: value }, localeNames[value])));
  language.value = preferences.locale;
  const dark = byId('dark') as HTMLInputElement;
  dark.checked = preferences.theme === 'dark';
  const simulate = byId('simulate') as HTMLInputElement;
  simulate.checked = isSimulated;

  const apply = () => {
    const { messages, locale, theme } = preferences;
    document.documentElement.lang = locale;
    document.documentElement.dataset['theme'] = theme;
    language.setAttribute('aria-label', messages.language);
    byId('text-dark').textContent = messages.dark;
    byId('text-simulate').textContent = messages.simulate;
    for (const listener of [...listeners]) listener();
  };

  language.addEventListener('change', () => {
    preferences.locale = isLocale(language.value) ? language.value : 'fr';
    apply();
  });
  dark.addEventListener('change', () => {
    preferences.theme = dark.checked ? 'dark' : 'light';
    apply();
  });
  simulate.addEventListener('change', () => {
    // The fragment holds the key of the desk over real files: without it there would be no way back.
    location.assign((simulate.checked ? '/simulate/' : '/') + location.hash);
  });
  apply();

  return Object.assign(preferences, { onChange: (listener: () => void) => void listeners.add(listener) });
}
