import type { Locale } from '@synchro/sync-react';
import type { Catalogue, Translate } from '@synchro/sync-react/page-parts';
import type { fr } from './fr.js';

export type ConsoleKey = keyof typeof fr;
export type ConsoleCatalogue = Catalogue<ConsoleKey>;
export type TranslateConsole = Translate<ConsoleKey>;

/** One language at a time comes over the wire. */
export async function loadConsoleMessages(locale: Locale): Promise<ConsoleCatalogue> {
  switch (locale) {
    case 'fr':
      return (await import('./fr.js')).fr;
    case 'de':
      return (await import('./de.js')).de;
    case 'it':
      return (await import('./it.js')).it;
    case 'en':
      return (await import('./en.js')).en;
  }
}
